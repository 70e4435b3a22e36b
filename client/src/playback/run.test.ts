import { expect, test } from 'vitest'
import { gapAt, loopName, passedAt, runOf, shareAt, shareOfLastLoop } from './run.ts'

const shares = { s1a: 0.15, s1: 0.3, s2a: 0.55, s2: 0.7, s3a: 0.85, s3: 1 }
const lap = { lap: 100_000, s1: 27_000, s2: 43_000, s3: 30_000 }

test('a lap without sub-sections runs from section to section', () => {
  const run = runOf(lap, shares)
  expect(run?.crossings.map(({ loop, atMs }) => [loop, atMs])).toEqual([
    ['s1', 27_000],
    ['s2', 70_000],
    ['s3', 100_000],
  ])
  expect(run?.totalMs).toBe(100_000)
})

test('sub-sections put a loop into the middle of each section', () => {
  const run = runOf({ ...lap, s1a: 17_000, s1b: 10_000, s3a: 11_000 }, shares)
  expect(run?.crossings.map(({ loop, atMs }) => [loop, atMs])).toEqual([
    ['s1a', 17_000],
    ['s1', 27_000],
    ['s2', 70_000],
    ['s3a', 81_000],
    ['s3', 100_000],
  ])
})

test('where a loop missed the car, the loops after it are timed from the finish line', () => {
  const run = runOf({ lap: 165_910, s3: 55_769, s1a: 19_786, s2b: 31_919 }, shares)
  expect(run?.crossings.map(({ loop, atMs }) => [loop, atMs])).toEqual([
    ['s1a', 19_786],
    ['s2a', 165_910 - 55_769 - 31_919],
    ['s2', 165_910 - 55_769],
    ['s3', 165_910],
  ])
})

test('sections taken together are enough to run by', () => {
  expect(runOf({ s1s2: 110_000, s3: 55_000 }, shares)?.crossings).toEqual([
    { loop: 's2', share: 0.7, atMs: 110_000 },
    { loop: 's3', share: 1, atMs: 165_000 },
  ])
})

test('a lap of which neither the whole nor all parts are known does not run', () => {
  expect(runOf({ s1: 27_000, s3: 30_000 }, shares)).toBeUndefined()
  expect(runOf({}, shares)).toBeUndefined()
})

test.each([
  [0, 0],
  [13_500, 0.15],
  [27_000, 0.3],
  [48_500, 0.5],
  [100_000, 1],
  [120_000, 1],
])('after %i ms the lap is at %f, evenly between two loops', (ms, share) => {
  const run = runOf(lap, shares)
  expect(run && shareAt(run, ms)).toBeCloseTo(share, 12)
})

test('without movement the lap stands at the last loop that it passed', () => {
  const run = runOf(lap, shares)
  expect([26_999, 27_000, 99_999].map((ms) => run && shareOfLastLoop(run, ms))).toEqual([
    0, 0.3, 0.7,
  ])
})

test('the gap changes only at a loop that both have passed', () => {
  const run = runOf({ lap: 100_248, s1: 27_186, s2: 43_530, s3: 29_532 }, shares)
  const best = runOf({ lap: 99_167, s1: 27_076, s2: 42_981, s3: 29_110 }, shares)
  const at = (ms: number) => run && best && gapAt(run, best, ms)
  expect(at(27_185)).toBeUndefined()
  expect(at(27_186)).toEqual({ loop: 's1', gapMs: 110 })
  expect(at(70_715)).toEqual({ loop: 's1', gapMs: 110 })
  expect(at(70_716)).toEqual({ loop: 's2', gapMs: 659 })
  expect(at(100_248)).toEqual({ loop: 's3', gapMs: 1081 })
})

test('a loop that only one of two was timed at tells no gap', () => {
  const run = runOf({ ...lap, s1a: 17_000 }, shares)
  const other = runOf(lap, shares)
  expect(run && other && gapAt(run, other, 20_000)).toBeUndefined()
})

test('what is passed is lit, with what it is made of', () => {
  const run = runOf({ ...lap, s1a: 17_000, s2a: 30_000 }, shares)
  const at = (ms: number) => run && Object.keys(passedAt(run, ms)).toSorted()
  expect(at(10_000)).toEqual([])
  expect(at(17_000)).toEqual(['s1a'])
  expect(at(27_000)).toEqual(['s1', 's1a', 's1b'])
  expect(at(57_000)).toEqual(['s1', 's1a', 's1b', 's2a'])
  expect(at(70_000)).toEqual(['s1', 's1a', 's1b', 's1s2', 's2', 's2a', 's2b'])
})

test.each([
  ['s1', 'the end of Section 1'],
  ['s2a', 'the mid loop of Section 2'],
  ['s3', 'the finish line'],
] as const)('the loop of %s is %s', (loop, name) => {
  expect(loopName(loop)).toBe(name)
})
