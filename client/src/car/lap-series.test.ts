import { expect, test } from 'vitest'
import { ledgerLap } from '../laps/lap-fixture.ts'
import { gapScale, gapTicks, lapSeries, type LapSeries, tickText } from './lap-series.ts'

const part = { id: 's2', name: 'Section 2', fromShare: 0.3, toShare: 0.7, parts: [] } as const
const laps = [
  ledgerLap({ lap: 1, isClean: false, sectionMs: { s1: null, s2: 60_000, s3: null } }),
  ledgerLap({
    lap: 2,
    sectionMs: { s1: null, s2: 43_100, s3: null },
    correctedSectionMs: { s1: null, s2: 43_000, s3: null },
  }),
  ledgerLap({ lap: 3, sectionMs: { s1: null, s2: null, s3: null } }),
]

test('off a pace laps stand with the track taken out, those without such a time without a gap', () => {
  const { points } = lapSeries({ part, level: 0 }, 42_800, laps, 'quick-quarter')
  expect(points).toEqual([
    { lap: 1, isClean: false },
    { lap: 2, isClean: true, gapMs: 200 },
    { lap: 3, isClean: true },
  ])
})

test('off the own best laps stand as driven', () => {
  const { points } = lapSeries({ part, level: 0 }, 42_800, laps, 'own-best')
  expect(points.map(({ gapMs }) => gapMs)).toEqual([17_200, 300, undefined])
})

test('the scale holds the reference and all green laps, and is not stretched by others', () => {
  const series: LapSeries = {
    id: 's2',
    name: 'Section 2',
    points: [
      { lap: 1, isClean: false, gapMs: 17_200 },
      { lap: 2, isClean: true, gapMs: 300 },
      { lap: 3, isClean: true, gapMs: 900 },
    ],
  }
  expect(gapScale([series])).toEqual({ fromMs: -72, toMs: 972 })
})

test.each([
  [{ fromMs: -72, toMs: 972 }, [500]],
  [{ fromMs: -60, toMs: 660 }, [500]],
  [{ fromMs: -2600, toMs: 2600 }, [-2000, 2000]],
  [{ fromMs: -50, toMs: 50 }, []],
])('ticks of %j are %j', (scale, ticks) => {
  expect(gapTicks(scale)).toEqual(ticks)
})

test('a tick is short', () => {
  expect([500, 1000, -2000].map(tickText)).toEqual(['+0.5', '+1', '−2'])
})
