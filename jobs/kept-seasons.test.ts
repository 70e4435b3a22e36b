import { afterEach, beforeEach, expect, test } from 'vitest'
import { openSqliteDocumentStore } from '#core/adapters/sqlite-document-store.ts'
import type { DocumentStore } from '#core/ports/document-store.ts'
import { readCommand } from './command.ts'
import { noDocuments } from './expected-counts.ts'
import { activateRun, listGenerations } from './kept-seasons.ts'
import { notePart } from './run-records.ts'

const at = '2026-03-01T10:00:00.000Z'
let store: DocumentStore
beforeEach(() => {
  store = openSqliteDocumentStore(':memory:', () => new Date(at))
})
afterEach(() => store.close())

/** A season of one race, which notes that it has as many as `races`. */
async function publish(runId: string, races = 1): Promise<void> {
  const run = await store.beginRun({ runId, job: 'season', startedBy: 'process 1' })
  await run.write('races', [{ id: 'barber-r1', document: { runId } }])
  await notePart(run, {
    job: 'composites',
    track: 'barber',
    expected: { ...noDocuments, races },
    refusedRows: 0,
    inputs: null,
  })
  await run.publish({ ...noDocuments, races: 1 })
  await run.end()
}

test('an empty store says how a season gets there', async () => {
  expect(await listGenerations(store)).toMatch(/keeps no season.*npm run season/)
  await expect(activateRun(store, 'a')).rejects.toThrow('Run a is not kept; the store has none.')
})

test('what is kept is listed, with what is read and what is written', async () => {
  await publish('a')
  await publish('b')
  await store.beginRun({ runId: 'c', job: 'sections', startedBy: 'process 1' })
  expect((await listGenerations(store)).split('\n')).toEqual([
    `a  published before, kept   (${at})`,
    `b  published, read now   (${at})`,
    `c  writing   (sections, since ${at}, process 1)`,
  ])
})

test('a season that is kept is read again, and the list says so', async () => {
  await publish('a')
  await publish('b')
  expect(await activateRun(store, 'a')).toMatch(/^Run a is read again in place of b\./)
  const read = await (await store.current())?.get('races', 'barber-r1')
  expect(read).toEqual({ runId: 'a' })
  expect(await listGenerations(store)).toMatch(/^a  published, read now.*\nb  published before/)
  expect(await activateRun(store, 'a')).toBe('Run a is read already.')
})

test('a season that lacks what it noted is refused, and nothing changes', async () => {
  await publish('a', 2)
  await publish('b')
  await expect(activateRun(store, 'a')).rejects.toThrow('races has 1 of 2 documents')
  await expect(activateRun(store, 'x')).rejects.toThrow('Run x is not kept; the store has a, b.')
  expect((await store.current())?.generation.runId).toBe('b')
})

test('a run that was never published is refused', async () => {
  await publish('a')
  const run = await store.beginRun({ runId: 'b', job: 'season', startedBy: 'process 1' })
  await run.end()
  await expect(activateRun(store, 'b')).rejects.toThrow(
    'Run b was never published: publish it with',
  )
  expect((await store.current())?.generation.runId).toBe('a')
})

test.each([
  ['generations', { activate: undefined, store: undefined }],
  ['generations list', { activate: undefined, store: undefined }],
  ['generations activate w-1', { activate: 'w-1', store: undefined }],
  ['generations activate w-1 --store firestore', { activate: 'w-1', store: 'firestore' }],
])('the command line %s is understood', (line, expected) => {
  expect(readCommand(line.split(' '))).toEqual({ type: 'generations', ...expected })
})

test.each([
  ['generations activate', 'Name the run'],
  ['generations w-1', "not 'w-1'"],
  ['generations activate w-1 w-2', "'w-2' is too much"],
  ['generations --data x', '--data is for season and job'],
])('the command line %s is refused', (line, message) => {
  expect(() => readCommand(line.split(' '))).toThrow(message)
})
