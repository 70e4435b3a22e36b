import { expect, test } from 'vitest'
import { correctedLaps } from './fixtures.ts'
import { opportunities, type SectionAgainstQuarter } from './opportunities.ts'
import { median } from './quantile.ts'

/** A section with these gaps to a quick quarter of 30 s, lap by lap. */
function section(gaps: readonly (number | undefined)[]): SectionAgainstQuarter {
  const paceGapMs = median(gaps.flatMap((gap) => gap ?? []))
  return {
    laps: correctedLaps(gaps.map((gap) => (gap === undefined ? undefined : 30_000 + gap))),
    quickQuarterMs: 30_000,
    gap: { paceGapMs, lowMs: paceGapMs - 50, highMs: paceGapMs + 50 },
  }
}
const steady = (gap: number, laps = 6) => section(Array.from({ length: laps }, () => gap))

test('opportunities are the sections slower than the quick quarter, largest first', () => {
  const { list } = opportunities({ s1: steady(100), s2: steady(-20), s3: steady(300) })
  expect(list).toEqual([
    { section: 's3', paceGapMs: 300, lowMs: 250, highMs: 350 },
    { section: 's1', paceGapMs: 100, lowMs: 50, highMs: 150 },
  ])
})

test('of equal ones the lower section comes first', () => {
  const { list } = opportunities({ s1: steady(100), s2: steady(100), s3: steady(100) })
  expect(list.map(({ section: id }) => id)).toEqual(['s1', 's2', 's3'])
})

test('a car at the quick quarter has none, and nothing to stand out', () => {
  expect(opportunities({ s1: steady(0), s2: steady(-5), s3: steady(-9) })).toEqual({
    list: [],
    worstSectionLaps: { s1: 6, s2: 0, s3: 0 },
  })
})

test('the first stands out when it is worse lap for lap', () => {
  const first = section([300, 280, 310, 290, 300])
  expect(opportunities({ s1: first, s2: steady(100), s3: steady(0) }).firstStandsOut).toBe(true)
})

test('it does not where the laps disagree', () => {
  const wild = section([900, 900, 900, 0, 0])
  expect(opportunities({ s1: wild, s2: steady(100), s3: steady(0) }).firstStandsOut).toBe(false)
})

test('it does not with four laps in common', () => {
  const first = section([300, 280, 310, 290])
  expect(opportunities({ s1: first, s2: steady(100), s3: steady(0) }).firstStandsOut).toBe(false)
})

test('a section without a pace gap leaves the question open: no standing out, no worst laps', () => {
  expect(opportunities({ s1: steady(300), s2: steady(100) })).toEqual({
    list: [
      { section: 's1', paceGapMs: 300, lowMs: 250, highMs: 350 },
      { section: 's2', paceGapMs: 100, lowMs: 50, highMs: 150 },
    ],
    firstStandsOut: false,
    worstSectionLaps: { s1: 0, s2: 0, s3: 0 },
  })
})

test('the worst section of each lap that has all three, of equal ones the lower', () => {
  const { worstSectionLaps } = opportunities({
    s1: section([100, 100, undefined, 500, 0, 0]),
    s2: section([100, 300, 900, 100, 100, 0]),
    s3: section([100, 200, 100, 100, 200, 0]),
  })
  expect(worstSectionLaps).toEqual({ s1: 3, s2: 1, s3: 1 })
})
