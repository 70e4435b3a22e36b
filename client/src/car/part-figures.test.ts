import { expect, test } from 'vitest'
import { CarNumber, RaceId } from '#core/domain/ids.ts'
import type { ClassComposite } from '#core/protocol/rest/composite-answer.ts'
import { ledgerLap } from '../laps/lap-fixture.ts'
import type { Reference } from '../screen/selection.ts'
import type { MapPart, PartId } from '../track-map/map-part.ts'
import { carSections } from './car-sections-fixture.ts'
import { type FigureSources, gapsOf, partFigures } from './part-figures.ts'

const noSubSections = { s1a: null, s1b: null, s2a: null, s2b: null, s3a: null, s3b: null }
const part = (id: PartId, parts: readonly MapPart[] = []): MapPart => ({
  id,
  name: id,
  fromShare: 0,
  toShare: 1,
  parts,
})
const parts = [part('s1'), part('s2', [part('s2a'), part('s2b')]), part('s3')]

/** Lap 8: Section 2 in 43.000 as driven, in 42.900 with the track taken out. */
const lap8 = ledgerLap({
  lap: 8,
  lapTimeMs: 100_000,
  sectionMs: { s1: 27_000, s2: 43_000, s3: 30_000 },
  subSectionMs: { ...noSubSections, s2a: 30_000, s2b: 13_000 },
  correctedSectionMs: { s1: 27_000, s2: 42_900, s3: 30_000 },
  correctedSubSectionMs: { ...noSubSections, s2a: 29_950, s2b: 12_980 },
})
const lap9 = ledgerLap({
  lap: 9,
  lapTimeMs: 99_000,
  sectionMs: { s1: 26_900, s2: 42_400, s3: 29_700 },
  subSectionMs: { ...noSubSections, s2a: 29_700, s2b: 12_700 },
  correctedSectionMs: { s1: 26_950, s2: 42_500, s3: 29_750 },
})
const yellow = ledgerLap({
  lap: 2,
  isClean: false,
  lapTimeMs: 110_000,
  sectionMs: { s1: 26_000, s2: 54_000, s3: 30_000 },
})
const sources: FigureSources = {
  sections: carSections({
    s1: { paceMs: 27_187.3, quickQuarterMs: 26_931.1 },
    s2: { paceMs: 43_326, quickQuarterMs: 42_778.3 },
    s2a: { paceMs: 30_516.1, quickQuarterMs: 30_092.4 },
  }),
  ledger: [yellow, lap8, lap9],
  composite: undefined,
  subSectionBests: undefined,
  other: undefined,
}

function figuresOf(id: PartId, against: Reference, lap = undefined as typeof lap8 | undefined) {
  return partFigures(parts, sources, { lap, against }).find((each) => each.part.id === id)
}

test('the median against the quick quarter is the pace, with its rank in the field', () => {
  expect(figuresOf('s2', 'quick-quarter')).toMatchObject({
    timeMs: 43_326,
    n: 24,
    rank: 16,
    of: 22,
  })
  expect(figuresOf('s2', 'quick-quarter')?.gapMs).toBeCloseTo(547.7)
  expect(figuresOf('s2a', 'quick-quarter')?.gapMs).toBeCloseTo(423.7)
  expect(figuresOf('s2', 'field-median')?.gapMs).toBeCloseTo(447.7)
})

test('the median against the own best is as driven: that of green laps against the best of all laps', () => {
  expect(figuresOf('s1', 'own-best')).toMatchObject({
    timeMs: 26_950,
    ownBestMs: 26_000,
    gapMs: 950,
    n: 2,
  })
})

test('a lap is shown as driven; off a pace it is with the track taken out', () => {
  const figures = figuresOf('s2', 'quick-quarter', lap8)
  expect(figures).toMatchObject({ timeMs: 43_000, rank: 2, of: 2 })
  expect(figures?.gapMs).toBeCloseTo(42_900 - 42_778.3)
  expect(figuresOf('s2', 'own-best', lap8)?.gapMs).toBe(600)
})

test('a lap that is not green has its times and no gap to a pace', () => {
  const figures = figuresOf('s2', 'quick-quarter', yellow)
  expect(figures).toMatchObject({ timeMs: 54_000 })
  expect(figures).not.toHaveProperty('gapMs')
  expect(figures).not.toHaveProperty('rank')
  expect(figuresOf('s2', 'own-best', yellow)?.gapMs).toBe(11_600)
})

test('what has no pace is absent, never 0', () => {
  expect(figuresOf('s3', 'quick-quarter')).toEqual({
    part: parts[2],
    level: 0,
    ownBestMs: 29_700,
  })
  expect(
    Object.keys(gapsOf(partFigures(parts, sources, { lap: undefined, against: 'quick-quarter' }))),
  ).toEqual(['s1', 's2', 's2a'])
})

test('another car is compared by its pace', () => {
  const other = carSections({ s2: { paceMs: 43_000, quickQuarterMs: 42_778.3 } })
  const figures = partFigures(parts, { ...sources, other }, { lap: undefined, against: 'car-22' })
  expect(gapsOf(figures)).toEqual({ s2: 326 })
})

const joined = [part('s1s2', [part('s1'), part('s2')]), part('s3')]
const composite: ClassComposite = {
  carClass: 'Am',
  sumMs: 98_500,
  jointMs: 97_900,
  jointFrom: 's1s2+s3',
  shown: 'joint',
  fastestLap: null,
  sections: [bestOf('s1', 26_500), bestOf('s2', 42_500), bestOf('s3', 29_500)],
}
const missed = ledgerLap({
  lap: 12,
  lapTimeMs: 98_900,
  sectionMs: { s1: null, s2: null, s3: 29_800 },
})

test('sections taken together are what the lap leaves without the third', () => {
  const withMissed = { ...sources, ledger: [...sources.ledger, missed], composite }
  const [together] = partFigures(joined, withMissed, { lap: missed, against: 'composite' })
  expect(together).toMatchObject({
    timeMs: 69_100,
    ownBestMs: 69_100,
    compositeMs: 68_400,
    gapMs: 700,
  })
})

test('sections taken together have no quick quarter: gaps of parts do not add up', () => {
  const [together] = partFigures(joined, sources, { lap: undefined, against: 'quick-quarter' })
  expect(together).not.toHaveProperty('gapMs')
})

function bestOf(section: 's1' | 's2' | 's3', bestMs: number): ClassComposite['sections'][number] {
  return {
    raceId: RaceId.parse('barber-r1'),
    section,
    bestMs,
    car: CarNumber.parse('13'),
    lap: 8,
    flagAtLine: 'green',
    isClean: true,
    excludedBecause: [],
    bestClean: null,
    withinMs: 100,
    repeatedLaps: 1,
    repeatedBy: [],
    source: { file: 'timing.csv', line: 2, column: 'S1' },
  }
}
