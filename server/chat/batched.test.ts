import { expect, test } from 'vitest'
import { batched } from './batched.ts'
import { createTurns } from './turns.ts'

const turn = () => new Promise(setImmediate)

/** Work that ends when it is told to. */
function createWork() {
  const batches: { items: readonly string[]; end: (error?: Error) => void }[] = []
  const work = (items: readonly string[]) =>
    new Promise<readonly string[]>((resolve, reject) => {
      const end = (error?: Error) =>
        error === undefined ? resolve(items.map((item) => `${item} done`)) : reject(error)
      batches.push({ items, end })
    })
  return { batches, work }
}

test('what is asked for together is done together, and each is told its own result', async () => {
  const { batches, work } = createWork()
  const ask = batched(createTurns(), work)
  const results = Promise.all([ask('a'), ask('b')])
  await turn()
  expect(batches.map(({ items }) => items)).toEqual([['a', 'b']])
  batches[0]?.end()
  expect(await results).toEqual(['a done', 'b done'])
})

test('a batch waits for the one before', async () => {
  const { batches, work } = createWork()
  const ask = batched(createTurns(), work)
  const results = [ask('a')]
  await turn()
  results.push(ask('b'))
  await turn()
  results.push(ask('c'))
  await turn()
  expect(batches).toHaveLength(1)
  batches[0]?.end()
  await turn()
  expect(batches.map(({ items }) => items)).toEqual([['a'], ['b', 'c']])
  batches[1]?.end()
  expect(await Promise.all(results)).toEqual(['a done', 'b done', 'c done'])
})

test('what waited behind a failure fails too, what comes later is done', async () => {
  const { batches, work } = createWork()
  const ask = batched(createTurns(), work)
  const first = Promise.allSettled([ask('a')])
  await turn()
  const behind = Promise.allSettled([ask('b')])
  await turn()
  batches[0]?.end(new Error('No.'))
  expect([await first, await behind]).toMatchObject([
    [{ status: 'rejected' }],
    [{ status: 'rejected', reason: { message: 'No.' } }],
  ])
  const later = ask('c')
  await turn()
  expect(batches.map(({ items }) => items)).toEqual([['a'], ['c']])
  batches[1]?.end()
  expect(await later).toBe('c done')
})
