// @vitest-environment node
import { expect, test } from 'vitest'
import { echo, runChat } from '../../../server/fixtures/running-chat.fixture.ts'
import { createBrowser, open, until, greeted, sentences, answered } from './conversation-fixture.ts'
import { nothingKept } from './kept-conversation.ts'

test('a page that is loaded anew shows the conversation again, in its own words', async () => {
  const { url } = await runChat(echo)
  const browser = createBrowser()
  const before = open(url, browser.tab())
  before.ask({ text: 'one two' })
  await answered(before)
  const { answerId = '' } = before.shown().turns[0]?.answer ?? {}
  before.giveFeedback(answerId, 'unclear', 'why?')
  before.close()
  const after = open(url, browser.tab())
  await answered(after)
  expect(after.shown().turns[0]?.asked?.text).toBe('one two')
  expect(sentences(after)).toEqual(['one', 'two'])
  expect(after.shown().verdicts.get(answerId)).toBe('unclear')
})

test('a question that was under way when the page was left is asked by the next', async () => {
  const { url } = await runChat(echo)
  const browser = createBrowser()
  const before = open('ws://127.0.0.1:9/chat', browser.tab())
  before.ask({ text: 'left behind' })
  before.close()
  const after = open(url, browser.tab())
  await answered(after)
  expect(sentences(after)).toEqual(['left', 'behind'])
})

test('two tabs show one conversation, with the words of both', async () => {
  const { url } = await runChat(echo)
  const browser = createBrowser()
  const one = open(url, browser.tab())
  await greeted(one)
  const two = open(url, browser.tab())
  await greeted(two)
  one.ask({ text: 'mine' })
  await answered(two)
  two.ask({ text: 'yours' })
  await answered(one, 1)
  const words = [one, two].map(({ shown }) => shown().turns.map(({ asked }) => asked?.text))
  expect(words).toEqual([
    ['mine', 'yours'],
    ['mine', 'yours'],
  ])
})

test('two tabs that begin at once end up in one conversation', async () => {
  const { url } = await runChat(echo)
  const browser = createBrowser()
  const tabs = [open(url, browser.tab()), open(url, browser.tab())]
  const areOne = () => {
    const ids = tabs.map(({ shown }) => shown().welcome?.conversationId)
    return ids.every((id) => id !== undefined && id === browser.kept().conversationId)
  }
  await expect.poll(areOne).toBe(true)
  tabs[0]?.ask({ text: 'one' })
  await Promise.all(tabs.map((tab) => answered(tab)))
})

test('forgetting empties all tabs and what the browser keeps, and a new conversation begins', async () => {
  const { url } = await runChat(echo)
  const browser = createBrowser()
  const one = open(url, browser.tab())
  one.ask({ text: 'secret' })
  await answered(one)
  const two = open(url, browser.tab())
  await answered(two)
  const before = browser.kept().conversationId
  one.forget()
  for (const tab of [one, two])
    await until(tab, ({ link, turns }) => link === 'open' && turns.length === 0)
  await until(one, ({ welcome }) => welcome?.conversationId === browser.kept().conversationId)
  expect(JSON.stringify(browser.kept())).not.toContain('secret')
  expect(browser.kept().conversationId).not.toBe(before)
})

test('a conversation that the service no longer knows gives way to a new one, and that is told', async () => {
  const { url } = await runChat(echo)
  const keep = createBrowser().tab()
  keep.write({ ...nothingKept, conversationId: 'gone', resumeKey: 'gone' })
  const conversation = open(url, keep)
  conversation.ask({ text: 'hello' })
  await answered(conversation)
  expect(sentences(conversation)).toEqual(['hello'])
  expect(keep.read().conversationId).toBe(conversation.shown().welcome?.conversationId)
})
