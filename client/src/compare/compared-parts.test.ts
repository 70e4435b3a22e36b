// @vitest-environment node
import { expect, test } from 'vitest'
import { carSections } from '../car/car-sections-fixture.ts'
import { ledgerLap } from '../laps/lap-fixture.ts'
import type { MapPart, PartId } from '../track-map/map-part.ts'
import { gapsOfParts, partsOfCars, partsOfLaps } from './compared-parts.ts'

const part = (id: PartId, parts: readonly MapPart[] = []): MapPart => ({
  id,
  name: id,
  fromShare: 0,
  toShare: 1,
  parts,
})
const threeSections = [part('s1', [part('s1a'), part('s1b')]), part('s2'), part('s3')]
const together = [part('s1s2', [part('s1'), part('s2')]), part('s3')]

test('two laps are compared as driven; what one was not timed in has no gap', () => {
  const own = ledgerLap({ lapTimeMs: 99_000, sectionMs: { s1: 27_000, s2: 43_000, s3: 29_000 } })
  const other = ledgerLap({ lapTimeMs: 98_000, sectionMs: { s1: 26_500, s2: null, s3: null } })
  const parts = partsOfLaps(threeSections, own, other)
  expect(parts.map(({ id }) => id)).toEqual(['lap', 's1', 's1a', 's1b', 's2', 's3'])
  expect(parts[0]).toMatchObject({ ownMs: 99_000, otherMs: 98_000 })
  expect(gapsOfParts(parts)).toEqual({ s1: 500 })
})

test('sections that a failed loop joins are what the lap leaves, on laps that lack both', () => {
  const own = ledgerLap({ lapTimeMs: 160_838, sectionMs: { s1: null, s2: null, s3: 53_521 } })
  const other = ledgerLap({ lapTimeMs: 162_000, sectionMs: { s1: null, s2: null, s3: 54_000 } })
  expect(gapsOfParts(partsOfLaps(together, own, other))).toEqual({ s1s2: -683, s3: -479 })
})

test('two cars are compared by their paces: of single sections, not of joined ones', () => {
  const summary = { pace: null }
  const own = carSections({ s1: { paceMs: 27_187, quickQuarterMs: 26_931 } })
  const other = carSections({ s1: { paceMs: 27_253, quickQuarterMs: 26_931 } })
  const parts = partsOfCars(together, { summary, sections: own }, { summary, sections: other })
  expect(gapsOfParts(parts)).toEqual({ s1: -66 })
})
