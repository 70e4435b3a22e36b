import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openSqliteDocumentStore } from '#core/adapters/sqlite-document-store.ts'
import { FactAnswer } from '#core/protocol/rest/fact-answer.ts'
import {
  CorrectionCheckAnswer,
  JudgmentAnswer,
  ReadingAnswer,
} from '#core/protocol/review/reading-answers.ts'
import { AnswersAnswer } from '#core/protocol/review/queue-answers.ts'
import { demoSeason } from '../../testing/test-season.ts'
import { composeCoach } from '../compose-coach.ts'
import { readConfig } from '../config.ts'
import { type ChatClient, openClient } from '../fixtures/chat-client.ts'
import { ask, get, judge, listed } from '../fixtures/review-journey.fixture.ts'
import {
  type CoachClient,
  type RunningReview,
  runReview,
} from '../fixtures/running-review.fixture.ts'
import { changedFacts } from './changed-facts.ts'

let review: RunningReview
let coach: CoachClient

beforeAll(async () => {
  const { store } = await demoSeason()
  const documents = openSqliteDocumentStore(store)
  const { answer } = await composeCoach(readConfig({ STORE: `sqlite:${store}` }), documents)
  review = await runReview({ documents, answer })
  coach = await review.coach('Coach A')
})
afterAll(() => review.stop())

const read = (answerId: string) => get(coach, `/api/coach/answers/${answerId}`, ReadingAnswer)

describe('a driver flags, a coach corrects, the driver sees it', () => {
  let driver: ChatClient
  let answerId: string
  beforeAll(async () => {
    driver = await review.driver()
    answerId = await ask(review, driver, 'what was my best lap?')
    driver.send({ type: 'feedback', answerId, verdict: 'wrong', note: 'It was lap 9.' })
    await listed(review, answerId, (entry) => JSON.stringify(entry).includes('flagged'))
  })

  test('it is in the queue, with why', async () => {
    const { answers } = await get(coach, '/api/coach/answers?reason=flagged', AnswersAnswer)
    expect(answers).toMatchObject([
      {
        answerId,
        question: 'what was my best lap?',
        state: 'open',
        reasons: ['flagged'],
        raceIds: ['barber-r1'],
        trackIds: ['barber'],
        cars: ['13'],
        writer: 'composer',
        outcome: 'answered',
      },
    ])
  })

  test('each fact is read with its value and source, and how the question was understood', async () => {
    const { conversation, item, changedFacts } = await read(answerId)
    const [answer] = conversation
    expect(answer?.scope).toMatchObject({ intents: ['best-lap'], car: '13' })
    expect(answer?.lines.length).toBeGreaterThan(0)
    expect(answer?.generation).toBe((await review.desk.currentReader())?.generation.runId)
    expect(answer?.tookMs).toBeGreaterThan(0)
    expect(answer?.feedback).toMatchObject({ verdict: 'wrong', note: 'It was lap 9.' })
    const [fact] = answer?.facts ?? []
    const opened = await coach.fetch(`/api/facts?id=${encodeURIComponent(fact?.id ?? '')}`)
    expect(FactAnswer.parse(await opened.json()).fact.text).toBe(fact?.text)
    expect(item.state).toBe('open')
    expect(changedFacts).toEqual([])
  })

  test('what the data have is cited, what they do not have is refused', async () => {
    const { conversation } = await read(answerId)
    const best = conversation[0]?.facts.find(({ id }) => id.endsWith('bestLap.lapTimeMs'))
    const typed = [
      { text: `Your best lap was a ${best?.text}.` },
      { text: 'Your best lap was a 1:11.111.' },
      { text: 'You braked too late into Turn 5.' },
      { text: 'Essaie de freiner à 100 m, là-bas.', isOwnWords: true },
      { text: 'See https://evil.example', isOwnWords: true },
    ]
    const path = `/api/coach/answers/${answerId}/correction-check`
    const { json } = await coach.ask('POST', path, { sentences: typed })
    const { sentences } = CorrectionCheckAnswer.parse(json)
    expect(sentences[0]).toMatchObject({ refusal: null, isOwnWords: false })
    expect(sentences[0]?.parts.map(({ factId }) => factId)).toContain(best?.id)
    expect(sentences[1]?.refusal).toBe('It gave a number that is not in the data.')
    expect(sentences[2]?.refusal).toBe('It stated something that timing cannot show.')
    expect(sentences[3]).toMatchObject({ refusal: null, isOwnWords: true })
    expect(sentences[4]?.refusal).toBe('It held a link or an address.')
  })

  test('a judgment whose correction does not pass changes nothing', async () => {
    const correction = [{ text: 'Your best lap was a 1:11.111.' }]
    const refused = await judge(coach, answerId, { verdict: 'wrong', correction })
    expect(refused).toMatchObject({ status: 400 })
    expect(JSON.stringify(refused.json)).toContain('It gave a number that is not in the data.')
    const strange = await judge(coach, answerId, {
      verdict: 'wrong',
      wrong: [{ index: 0, from: 0, to: 9999 }],
    })
    expect(strange).toMatchObject({ status: 400 })
    expect((await read(answerId)).item.state).toBe('open')
  })

  test('the correction arrives without asking, with the words that were wrong', async () => {
    const behind = driver.frames.length
    const judged = await judge(coach, answerId, {
      verdict: 'wrong',
      wrong: [{ index: 0, from: 0, to: 4 }],
      correction: [{ text: 'Watch lap 9 again.', isOwnWords: true }],
      note: 'For us alone.',
    })
    const { item, judgment } = JudgmentAnswer.parse(judged.json)
    expect(item).toMatchObject({ state: 'judged', verdict: 'wrong', isCorrected: true })
    expect(judgment?.deliveredAt).not.toBeNull()
    const frame = await driver.frame('correction', behind)
    expect(frame).toMatchObject({
      answerId,
      coach: 'Coach A',
      wrong: [{ index: 0, from: 0, to: 4 }],
      parts: [{ text: 'Watch lap 9 again.', isOwnWords: true }],
    })
    expect(JSON.stringify(driver.frames)).not.toContain('For us alone.')
    const { conversation } = await read(answerId)
    expect(conversation[0]?.correction).toMatchObject({ coach: 'Coach A' })
  })

  test('undone, it is taken back; the judgment before counts again', async () => {
    await judge(coach, answerId, { verdict: 'partly' })
    const behind = driver.frames.length
    const undo = () => coach.ask('DELETE', `/api/coach/answers/${answerId}/judgment`)
    expect(JudgmentAnswer.parse((await undo()).json).judgment).toMatchObject({ verdict: 'wrong' })
    expect(await driver.frame('correction', behind)).toMatchObject({
      parts: [{ text: 'Watch lap 9 again.' }],
    })
    const later = driver.frames.length
    expect(JudgmentAnswer.parse((await undo()).json)).toMatchObject({
      item: { state: 'open', verdict: null },
      judgment: null,
    })
    expect(await driver.frame('correction', later)).toMatchObject({ isWithdrawn: true, parts: [] })
    expect((await undo()).status).toBe(409)
  })

  test('who was away finds the correction at the next visit', async () => {
    const { conversationId, resumeKey } = await driver.frame('welcome')
    driver.socket.close()
    await driver.closed
    await judge(coach, answerId, {
      verdict: 'partly',
      correction: [{ text: 'Come and see me.', isOwnWords: true }],
    })
    const back = await openAgain(conversationId, resumeKey)
    const frames = back.frames.filter(({ type }) => type === 'correction')
    expect(frames.at(-1)).toMatchObject({ parts: [{ text: 'Come and see me.' }] })
    back.send({ type: 'forget' })
    await back.frame('forgotten')
  })
})

async function openAgain(conversationId: string, resumeKey: string): Promise<ChatClient> {
  const client = await openClient(`${review.origin.replace('http', 'ws')}/chat`)
  const { seq } = await client.hello({ conversationId, resumeKey })
  await client.transcript(1)
  expect(seq).toBeGreaterThan(0)
  return client
}

test('facts that the season says otherwise now are shown, old and new', async () => {
  const driver = await review.driver()
  const answerId = await ask(review, driver, 'what was my best lap?')
  const { conversation } = await read(answerId)
  const [fact] = conversation[0]?.facts ?? []
  if (fact === undefined) throw new Error('there is no fact')
  const reader = await review.desk.currentReader()
  const before = { ...fact, text: '9:59.999' }
  const gone = { ...fact, id: 'races/barber-r9#laps', label: 'Gone', text: '28 laps' }
  const old = { facts: [before, gone], generation: 'an older one' }
  expect(await changedFacts(old, reader)).toEqual([
    { factId: fact.id, label: fact.label, before: '9:59.999', now: fact.text },
    { factId: gone.id, label: 'Gone', before: '28 laps', now: null },
  ])
  expect(await changedFacts({ ...old, facts: [fact] }, reader)).toEqual([])
})
