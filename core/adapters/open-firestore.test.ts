import { beforeAll, describe, expect, onTestFinished, test, vi } from 'vitest'
import { hasEmulator, lentEmulator, newProject } from '../../testing/lent-emulator.ts'
import { firestoreFault } from './firestore-fault.ts'
import { openConversationStores, openDocumentStore } from './open-store.ts'

vi.setConfig({ testTimeout: 30_000 })

const settings = { project: 'paddock' }
const told = (code: number, given: object = {}) =>
  firestoreFault(Object.assign(new Error('the reason'), { code }), { ...settings, ...given })

test.each([
  [4, {}, 'GOOGLE_CLOUD_PROJECT=paddock does not answer (the reason)'],
  [14, { emulator: 'localhost:9' }, 'FIRESTORE_EMULATOR_HOST=localhost:9 does not answer'],
  [5, {}, "gcloud firestore databases create --project=paddock --database='(default)'"],
  [5, { database: 'seasons' }, 'STORE=firestore:<database>'],
  [7, {}, 'roles/datastore.user'],
  [8, {}, 'takes no more for now'],
  [9, {}, 'deploy/firestore.indexes.json'],
  [16, {}, 'gcloud auth application-default login'],
])('code %i of Firestore %j is told with what to do', (code, given, message) => {
  expect(told(code, given)).toMatchObject({
    name: 'StoreUnusable',
    message: expect.stringContaining(message),
  })
})

test('what is no fault of Firestore stays what it is', () => {
  const bug = new Error('a bug')
  expect(firestoreFault(bug, settings)).toBe(bug)
})

test.each([
  [{ emulator: '127.0.0.1:1' }, 'FIRESTORE_EMULATOR_HOST=127.0.0.1:1 does not answer'],
  [{ database: 'No' }, 'STORE=firestore:No names no database'],
])('%j is told at once, by all stores', async (given, message) => {
  const choice = { kind: 'firestore', ...settings, ...given } as const
  await expect(openDocumentStore(choice)).rejects.toThrow(message)
  await expect(openConversationStores(choice)).rejects.toThrow(message)
})

describe.skipIf(!hasEmulator)('with the emulator', () => {
  let emulator: string
  beforeAll(async () => {
    emulator = await lentEmulator()
  })

  test('all stores are opened, beside each other in one database', async () => {
    const choice = { kind: 'firestore', project: newProject(), emulator } as const
    const [documents, beside] = [
      await openDocumentStore(choice),
      await openConversationStores(choice),
    ]
    onTestFinished(async () => {
      await Promise.all([documents, ...Object.values(beside)].map((store) => store.close()))
    })
    expect(await documents.current()).toBeUndefined()
    expect(await beside.conversations.find('c1')).toBeUndefined()
    expect(await beside.reviews.count('all')).toBe(0)
    expect(await beside.coaches.coaches()).toEqual([])
  })
})
