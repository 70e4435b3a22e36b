import { beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { hasEmulator, lentEmulator, newProject } from '../../testing/lent-emulator.ts'
import { answered, at, begin, framesOf, question } from './conversation-store-contract/chat.ts'
import { conversationStoreContract } from './conversation-store.contract.ts'
import { createFirestoreConversationStore } from './firestore-conversation-store.ts'
import { connectFirestore } from './firestore-database.ts'

describe.skipIf(!hasEmulator)('with the emulator', () => {
  let emulator: string
  beforeAll(async () => {
    emulator = await lentEmulator()
  })
  const open = (project: string, now = at(1)) =>
    createFirestoreConversationStore(connectFirestore({ project, emulator }), () => new Date(now))

  conversationStoreContract('Firestore', () => {
    const project = newProject()
    return { open: () => open(project) }
  })

  test('what has expired is not read, though nobody has deleted it', async () => {
    const project = newProject()
    const [before, after] = [open(project), open(project, at(10))]
    onTestFinished(async () => void (await Promise.all([before.close(), after.close()])))
    await begin(before, 'c1')
    await answered(before, 'c1', question('q1', { expiresAt: at(10) }))
    const frames = await answered(before, 'c1', question('q2', { expiresAt: at(20) }))
    await begin(before, 'c2', at(10))
    expect(await after.find('c2')).toBeUndefined()
    expect(await after.answer('c1', 'answer-q1')).toBeUndefined()
    expect(await after.answerTo('c1', 'q1')).toBeUndefined()
    expect(await after.answers('c1', 9)).toHaveLength(1)
    expect(await after.frames('c1', { after: 0, limit: 4 })).toEqual(frames)
    await expect(after.ask('c2', question('q3'))).rejects.toMatchObject({
      name: 'ConversationGone',
    })
  })

  test('frames longer than a document of Firestore come back whole', async () => {
    const store = open(newProject())
    onTestFinished(() => store.close())
    await begin(store, 'c1')
    await store.ask('c1', question('q1'))
    const text = '4–6 ✓ 𝄞'.repeat(60_000)
    const long = framesOf('answer-q1', 1).map((frame) =>
      frame.type === 'sentence' ? { ...frame, parts: [{ text }] } : frame,
    )
    await store.append(
      'c1',
      long.map((frame) => ({ frame })),
    )
    expect(await store.frames('c1', { after: 0, limit: 9 })).toEqual(long)
    await store.forget('c1')
    expect(await store.frames('c1', { after: 0, limit: 9 })).toEqual([])
  })

  test('ids that Firestore keeps to itself are ids like any other', async () => {
    const store = open(newProject())
    onTestFinished(() => store.close())
    await begin(store, '__c1__')
    await answered(store, '__c1__', question('__q1__', { answerId: '__a__' }))
    expect(await store.answerTo('__c1__', '__q1__')).toMatchObject({ outcome: 'answered' })
  })
})
