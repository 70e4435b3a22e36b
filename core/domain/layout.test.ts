import { expect, test } from 'vitest'
import { lap } from './fixtures.ts'
import type { Lap } from './lap.ts'
import { layoutOf, partMs } from './layout.ts'

const whole = lap()
const onlyS3 = lap({ timeMs: { lap: 97_000, s3: 28_000 } })
const onlyS1 = lap({ timeMs: { lap: 97_000, s1: 28_000 } })
const nothing = lap({ timeMs: { lap: 97_000 } })
const laps = (count: number, missing: Lap) => [
  ...Array.from({ length: 100 - count }, () => whole),
  ...Array.from({ length: count }, () => missing),
]

test.each([
  ['every lap whole', laps(0, whole), [['s1'], ['s2'], ['s3']]],
  ['the first loop missed 4 laps of 100', laps(4, onlyS3), [['s1'], ['s2'], ['s3']]],
  ['the first loop missed 5 laps of 100', laps(5, onlyS3), [['s1', 's2'], ['s3']]],
  ['the second loop missed 5 laps of 100', laps(5, onlyS1), [['s1'], ['s2', 's3']]],
  ['both loops missed the same laps', laps(20, nothing), [['s1'], ['s2'], ['s3']]],
  ['no lap', [], [['s1'], ['s2'], ['s3']]],
])('the parts of a race with %s', (_, driven, parts) => {
  expect(layoutOf(driven).parts).toEqual(parts)
})

test('a sub-section is timed where half of the laps have it', () => {
  const half = lap({ timeMs: { lap: 97_000, s1: 28_000, s1a: 14_000 } })
  expect(layoutOf([whole, half]).subSections).toEqual(['s1a'])
  expect(layoutOf([whole, whole, half]).subSections).toEqual([])
})

test.each([
  [['s1'], 26_592],
  [['s1', 's2'], 68_972],
  [['s2', 's3'], 70_836],
] as const)('the time of %j is what the rest leaves of the lap', (part, ms) => {
  expect(partMs(whole, part)).toBe(ms)
})

test('sections together have a time where the loop between them failed, else none', () => {
  expect(partMs(onlyS3, ['s1', 's2'])).toBe(69_000)
  expect(partMs(onlyS3, ['s2', 's3'])).toBeUndefined()
})
