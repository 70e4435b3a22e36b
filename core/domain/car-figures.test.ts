import { expect, test } from 'vitest'
import { carFigures } from './car-figures.ts'
import { fieldAverages } from './field-averages.ts'
import { lap, lapsOf } from './fixtures.ts'
import { raceIdOf, TrackId } from './ids.ts'
import { plainTrend, summaryOf } from './lap-set-figures.ts'
import { ledgerOf } from './ledger.ts'
import type { Lap } from './lap.ts'

const raceId = raceIdOf(TrackId.parse('barber'), 1)
const figures = (laps: readonly Lap[]) => carFigures({ raceId, laps: ledgerOf(laps) })
const split = (s1: number, s2: number, s3: number) => ({
  timeMs: { lap: s1 + s2 + s3, s1, s2, s3 },
})

test('an ideal lap is the sum of the own best sections, and says how far apart they were driven', () => {
  const laps = lapsOf('13', [
    split(33_000, 44_000, 33_000),
    split(30_000, 41_000, 31_000),
    split(31_000, 40_000, 30_500),
    split(30_500, 42_000, 29_000),
  ])
  const [own] = figures(laps)
  expect(own?.ideal).toMatchObject({ sumMs: 99_000, lapsApart: 2 })
  expect(own?.bestLap).toMatchObject({ lapTimeMs: 101_500, lap: { lapNumber: 3 } })
  expect(own).toMatchObject({ gapToCompositeMs: 2_500, gapToJointMs: 2_500, potentialMs: 2_500 })
})

test('a one-lap car has no best lap and no potential, and its lap is its joint ideal', () => {
  const [own] = figures(lapsOf('2', [split(33_000, 44_000, 33_000)]))
  expect(own).not.toHaveProperty('bestLap')
  expect(own).not.toHaveProperty('potentialMs')
  expect(own?.jointIdeal?.jointMs).toBe(110_000)
  expect(own?.clean.lap).toEqual({ n: 0 })
})

test('a gap to the composite is below 0 where a loop missed the fastest lap; the joint one is not', () => {
  const fastest = { timeMs: { lap: 96_000, s3: 30_000 } }
  const slow = split(33_000, 41_000, 30_000)
  const [own] = figures(lapsOf('2', [slow, split(31_000, 40_000, 30_000), fastest]))
  expect(own).toMatchObject({ gapToCompositeMs: -5_000, gapToJointMs: 0, potentialMs: 0 })
})

test('gaps of sections are to the best of the class, whoever drove it and on whatever lap', () => {
  const thirteen = lapsOf('13', [split(33_000, 44_000, 33_000), split(30_000, 41_000, 31_000)])
  const two = lapsOf('2', [split(29_000, 40_000, 32_000)])
  const [own] = figures([...thirteen, ...two])
  expect(own?.clean.sections.s1).toMatchObject({ n: 1, medianMs: 30_000, medianGapMs: 1_000 })
  expect(own?.clean.sections.s3).toMatchObject({ medianGapMs: 0, meanGapMs: 0 })
})

test.each([
  [[], { n: 0 }],
  [[5], { n: 1, meanMs: 5, medianMs: 5, bestMs: 5 }],
  [[1, 2, 3, 10], { n: 4, meanMs: 4, medianMs: 2.5, bestMs: 1, stdMs: Math.sqrt(50 / 3) }],
])('times %j in short', (times, summary) => {
  expect(summaryOf(times)).toEqual(summary)
})

test('a trend needs three laps', () => {
  expect(plainTrend(lapsOf('13', [100_000, 99_000]))).toBeUndefined()
})

test.each([
  ['a straight line', [100_000, 99_000, 98_000], -1_000, 0],
  ['no line at all', [100_000, 99_000, 100_000], 0, 1],
  // r = 0.5, so t = 1/√3; of one degree of freedom p = 1 - 2 atan(t) / π.
  ['one lap off the line', [100_000, 102_000, 101_000], 500, 2 / 3],
])('the trend of %s', (_, times, msPerLap, p) => {
  const trend = plainTrend(lapsOf('13', times))
  expect(trend?.msPerLap).toBe(msPerLap)
  expect(trend?.p).toBeCloseTo(p, 12)
})

test('field averages leave out cars with fewer than five laps of the set, and cars without the value', () => {
  const five = (number: string, ms: number) => lapsOf(number, [ms, ms, ms, ms, ms, ms])
  const laps = [...five('7', 100_000), ...five('8', 102_000), ...lapsOf('9', [90_000, 90_000])]
  const averages = fieldAverages(figures(laps), 'clean')
  expect(averages.cars).toBe(2)
  expect(averages.meanMs).toEqual({ n: 2, mean: 101_000, median: 101_000 })
  expect(averages.gapToCompositeMs).toEqual({ n: 0 })
})

test('a lap without sections counts for the lap time only', () => {
  const [own] = figures([lap({ lapNumber: 1 }), lap({ lapNumber: 2, timeMs: { lap: 99_000 } })])
  expect(own?.clean.lap.n).toBe(1)
  expect(own?.clean.sections.s2).toEqual({ n: 0 })
})
