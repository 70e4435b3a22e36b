import { expect, test } from 'vitest'
import { ledgerLap } from '../laps/lap-fixture.ts'
import { gapAt } from '../playback/run.ts'
import type { Reference } from '../screen/selection.ts'
import type { MapPart } from '../track-map/map-part.ts'
import { carSections } from './car-sections-fixture.ts'
import { playedLapOf } from './played-lap-of.ts'

const part = (id: 's1' | 's2' | 's3'): MapPart => ({
  id,
  name: id,
  fromShare: 0,
  toShare: 1,
  parts: [],
})
const lap17 = ledgerLap({
  lap: 17,
  lapTimeMs: 100_248,
  sectionMs: { s1: 27_186, s2: 43_530, s3: 29_532 },
  correctedSectionMs: { s1: 27_180, s2: 43_472, s3: 29_554 },
})
const lap9 = ledgerLap({
  lap: 9,
  lapTimeMs: 99_167,
  sectionMs: { s1: 27_076, s2: 42_981, s3: 29_110 },
  correctedSectionMs: { s1: null, s2: null, s3: null },
})
const quick = (quickQuarterMs: number) => ({ paceMs: quickQuarterMs + 300, quickQuarterMs })
const sources = {
  sections: carSections({ s1: quick(26_931), s2: quick(42_778), s3: quick(28_892) }),
  ledger: [lap9, lap17],
  composite: undefined,
  subSectionBests: undefined,
  other: undefined,
}

function played(lap: typeof lap17, against: Reference) {
  return playedLapOf({
    lap,
    bestLap: 9,
    against,
    parts: [part('s1'), part('s2'), part('s3')],
    sources,
    shares: { s1: 0.3, s2: 0.7, s3: 1 },
  })
}

test('against the own best a lap runs beside the best lap, as both were driven', () => {
  const lap = played(lap17, 'own-best')
  expect(lap?.name).toBe('Lap 17')
  expect(lap?.reference?.name).toBe('its reference, lap 9')
  expect(lap?.reference && gapAt(lap.run, lap.reference.run, 30_000)).toEqual({
    loop: 's1',
    gapMs: 110,
  })
  expect(lap?.reference && gapAt(lap.run, lap.reference.run, 101_000)).toEqual({
    loop: 's3',
    gapMs: 1081,
  })
})

test('the best lap itself runs beside the best sections put together', () => {
  const lap = played(lap9, 'own-best')
  expect(lap?.name).toBe('Lap 9, the best')
  expect(lap?.reference?.name).toBe('the best sections put together')
  expect(lap?.reference?.run.totalMs).toBe(99_167)
})

test('a pace runs as it would have on the track of that lap: the gaps are those of the map', () => {
  const lap = played(lap17, 'quick-quarter')
  expect(lap?.reference?.name).toBe('the quick quarter on the track of that lap')
  const gap = lap?.reference && gapAt(lap.run, lap.reference.run, 30_000)
  expect(gap).toEqual({ loop: 's1', gapMs: 27_180 - 26_931 })
})

test('a lap without gaps to the reference runs alone', () => {
  expect(played(lap9, 'quick-quarter')?.reference).toBeUndefined()
})

test('a lap without times is not played', () => {
  expect(played(ledgerLap({ lap: 3, lapTimeMs: null }), 'own-best')).toBeUndefined()
})
