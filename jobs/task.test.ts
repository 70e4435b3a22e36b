import { expect, test } from 'vitest'
import { openSqliteDocumentStore } from '#core/adapters/sqlite-document-store.ts'
import { TrackId } from '#core/domain/ids.ts'
import { readCommand, type RunCommand } from './command.ts'
import { runIdOf } from './run-id.ts'
import { readTask, tracksOf } from './task.ts'

const variables = (index: string, count: string) => ({
  CLOUD_RUN_TASK_INDEX: index,
  CLOUD_RUN_TASK_COUNT: count,
})

test('a process is a task where Cloud Run counts more than one', () => {
  expect(readTask({})).toBeUndefined()
  expect(readTask(variables('0', '1'))).toBeUndefined()
  expect(readTask(variables('2', '4'))).toEqual({ index: 2, count: 4 })
})

test.each([
  ['2', '2'],
  ['-1', '2'],
  ['0', '0'],
  ['0', 'two'],
  ['', '3'],
])('index %j of %j tasks is none', (index, count) => {
  expect(() => readTask(variables(index, count))).toThrow(
    `CLOUD_RUN_TASK_INDEX='${index}' of CLOUD_RUN_TASK_COUNT='${count}' is no task`,
  )
})

test.each([1, 2, 3, 7, 9])('%i tasks have each track once, as evenly as can be', (count) => {
  const names = ['barber', 'cota', 'indianapolis', 'road-america', 'sebring', 'sonoma', 'vir']
  const tracks = names.map((name) => ({ trackId: TrackId.parse(name), isKnown: true, races: [] }))
  const plan = { tracks, markers: [], unused: [], problems: [] }
  const shares = Array.from({ length: count }, (_, index) => tracksOf(plan, { index, count }))
  const shared = shares.flat().map(({ trackId }) => trackId)
  expect(shared.toSorted()).toEqual(names)
  const sizes = shares.map(({ length }) => length)
  expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1)
})

const task = { index: 1, count: 3 }

function asked(line: string, more: { task?: typeof task; execution?: string } = {}) {
  const command = readCommand(line.split(' '))
  if (command.type !== 'season' && command.type !== 'job') throw new Error(`${line} has no run`)
  const own: RunCommand = command
  return {
    command: { ...own, task: more.task },
    execution: more.execution,
    newId: () => 'new-run',
  }
}

test.each([
  ['a season alone begins a new run', asked('season'), 'new-run'],
  [
    'a season of tasks is the run of its execution',
    asked('season', { task, execution: 'e-1' }),
    'e-1',
  ],
  ['a run that is named is that run', asked('season --run w-1', { task, execution: 'e-1' }), 'w-1'],
  ['so it is for a job', asked('job sections --run w-1', { task }), 'w-1'],
  ['a job goes on with what waits', asked('job sections'), 'waiting'],
])('%s', async (_, which, expected) => {
  const store = openSqliteDocumentStore(':memory:')
  const run = await store.beginRun({ runId: 'waiting', job: 'composites', startedBy: 'a test' })
  await run.end()
  expect(await runIdOf(which, store)).toBe(expected)
  await store.close()
})

test.each([
  [
    'tasks of a job share a run that is named',
    asked('job sections', { task }),
    /Tasks share one run/,
  ],
  ['so do those of a season', asked('season', { task }), /Tasks share one run/],
  ['nothing waits to be published', asked('job publish'), /no unpublished run/],
])('%s', async (_, which, message) => {
  const store = openSqliteDocumentStore(':memory:')
  await expect(runIdOf(which, store)).rejects.toThrow(message)
  await store.close()
})
