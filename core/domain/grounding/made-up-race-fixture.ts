import fc from 'fast-check'
import type { Fact } from '../fact.ts'
import { factFor, patternFact } from './fixtures.ts'

const farApart = (values: readonly number[]) =>
  values.every((a, i) =>
    values.every((b, j) => i === j || Math.abs(Math.abs(a) - Math.abs(b)) > 120),
  )

const gap = fc.integer({ min: -1900, max: 1900 }).filter((ms) => Math.abs(ms) > 60)
const tenths = (min: number, max: number) => fc.integer({ min, max }).map((value) => value / 10)

/** A race of car 13 with figures of its own, made up anew each time. */
export const madeUpRace = fc
  .record({
    s1: gap,
    s2: gap,
    s3: gap,
    rank: fc.integer({ min: 3, max: 19 }),
    bestMs: fc.integer({ min: 80_000, max: 99_000 }),
    bestLap: fc.integer({ min: 2, max: 12 }),
    watchLap: fc.integer({ min: 14, max: 27 }),
    quickerMs: fc.integer({ min: 70, max: 1900 }),
    ownMedianMs: fc.integer({ min: 105_000, max: 109_000 }),
    otherMedianMs: fc.integer({ min: 100_000, max: 104_000 }),
    lost: fc.integer({ min: 2, max: 9 }),
    trapKph: tenths(1500, 1999),
    airC: tenths(200, 390),
  })
  .filter(({ s1, s2, s3, quickerMs }) => farApart([s1, s2, s3, quickerMs]))
export type MadeUpRace = typeof madeUpRace extends fc.Arbitrary<infer T> ? T : never

/** F1, F2, … in this order. */
export function factsOf(one: MadeUpRace): readonly Fact[] {
  return [
    patternFact('13', 'sections.s1.paceGapMs', 'gap', one.s1 + 0.25),
    patternFact('13', 'sections.s2.paceGapMs', 'gap', one.s2 + 0.25),
    patternFact('13', 'sections.s3.paceGapMs', 'gap', one.s3 + 0.25),
    patternFact('13', 'sections.s2.paceRank', 'rank', one.rank),
    patternFact('13', 'sections.s2.paceOf', 'count', 22), // F5
    patternFact('13', 'bestLap.lapTimeMs', 'lap-time', one.bestMs),
    patternFact('13', 'bestLap.lap', 'lap', one.bestLap),
    patternFact('13', 'sections.s2.watch.car', 'car', '51'),
    patternFact('13', 'sections.s2.watch.lap', 'lap', one.watchLap),
    patternFact('13', 'sections.s2.watch.quickerByMs', 'gap', one.quickerMs), // F10
    patternFact('13', 'clean.medianMs', 'lap-time', one.ownMedianMs),
    patternFact('22', 'clean.medianMs', 'lap-time', one.otherMedianMs),
    patternFact('13', 'laps.5.placesLost', 'places', one.lost),
    patternFact('13', 'laps.5.lostTo.0', 'car', '93'),
    patternFact('13', `laps.${one.bestLap}.topSpeedKph`, 'speed', one.trapKph), // F15
    factFor(
      'ml_weather_recommendations/barber-r1#variables.airTempC.mean',
      'temperature',
      one.airC,
    ),
  ]
}
