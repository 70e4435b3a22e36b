import { expect, test } from 'vitest'
import { createRandom } from './random.ts'

test('the first numbers of a stream never change', () => {
  const random = createRandom(1, 'field')
  expect([random.next(), random.next(), random.whole(1, 100)]).toEqual([
    0.9020600034855306, 0.669446591520682, 89,
  ])
})

test('streams of other names and seeds differ', () => {
  const firsts = [createRandom(1, 'a'), createRandom(1, 'b'), createRandom(2, 'a')].map((one) =>
    one.next(),
  )
  expect(new Set(firsts).size).toBe(3)
})

test('normal numbers have mean 0 and standard deviation 1', () => {
  const random = createRandom(7)
  const drawn = Array.from({ length: 20_000 }, () => random.normal())
  const mean = drawn.reduce((sum, one) => sum + one, 0) / drawn.length
  const variance = drawn.reduce((sum, one) => sum + (one - mean) ** 2, 0) / drawn.length
  expect(mean).toBeCloseTo(0, 1)
  expect(Math.sqrt(variance)).toBeCloseTo(1, 1)
})

test('shuffling keeps all items', () => {
  const items = ['2', '03', '13', '021']
  expect(new Set(createRandom(3).shuffled(items))).toEqual(new Set(items))
})
