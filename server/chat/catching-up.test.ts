import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openSqliteConversationStore } from '#core/adapters/sqlite-conversation-store.ts'
import { newFolder } from '../../testing/new-folder.ts'
import { echo, runChat } from '../fixtures/running-chat.fixture.ts'

test('a correction that another process delivers arrives in an open conversation', async () => {
  const file = join(newFolder(), 'chat.db')
  const open = () => openSqliteConversationStore(file)
  const ofDrivers = await runChat(echo, { store: open(), times: { catchUpMs: 30 } })
  const ofCoaches = await runChat(echo, { store: open() })
  const driver = await ofDrivers.greeted()
  const { conversationId } = await driver.frame('welcome')
  driver.send({ type: 'ask', id: 'q1', text: 'my best lap' })
  const { answerId } = await driver.frame('done')
  await ofCoaches.chat.deliverCorrection(conversationId, {
    answerId,
    coach: 'Coach A',
    at: '2026-03-01T10:00:00.000Z',
    wrong: [],
    parts: [{ text: 'It was lap 9.' }],
  })
  expect(await driver.frame('correction')).toMatchObject({ parts: [{ text: 'It was lap 9.' }] })
  await expect(
    ofCoaches.chat.deliverCorrection('nobody', {
      answerId,
      coach: 'Coach A',
      at: '2026-03-01T10:00:00.000Z',
      wrong: [],
      parts: [],
    }),
  ).rejects.toThrow('not stored any more')
})
