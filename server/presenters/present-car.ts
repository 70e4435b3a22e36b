import type { PatternDocument } from '#core/protocol/documents/pattern-document.ts'
import type { CarSummary, SectionSummary } from '#core/protocol/rest/car-summary.ts'
import { eachSectionOf } from './each-quantity.ts'
import { presentPace } from './present-pace.ts'

export type StoredSection = NonNullable<PatternDocument['sections']['s1']>

/** A car of the field over its clean laps. */
export function presentCar(patterns: PatternDocument): CarSummary {
  const { s1, s2, s3 } = patterns.sections
  return {
    car: patterns.car,
    carClass: patterns.carClass,
    hasEnoughLaps: patterns.hasEnoughLaps,
    laps: patterns.lapsDone,
    cleanLaps: patterns.cleanLaps,
    position: patterns.position,
    positionOnRoad: patterns.positionOnRoad,
    bestLap: patterns.bestLap,
    gapToCompositeMs: patterns.gapToCompositeMs,
    gapToJointMs: patterns.gapToJointMs,
    idealLapMs: patterns.idealLapMs,
    idealCleanMs: patterns.idealCleanMs,
    idealJointMs: patterns.idealJointMs,
    potentialMs: patterns.potentialMs,
    meanMs: patterns.clean.meanMs,
    medianMs: patterns.clean.medianMs,
    stdMs: patterns.clean.stdMs,
    trendMsPerLap: patterns.clean.slopeMsPerLap,
    pace: presentPace(patterns.lap),
    trend: patterns.trend,
    steadyMs: patterns.steadyMs,
    steadyRank: patterns.steadyRank,
    steadyOf: patterns.steadyOf,
    consistencyScore: patterns.consistencyScore,
    sections: eachSectionOf({
      s1: s1 ? presentSection(s1) : null,
      s2: s2 ? presentSection(s2) : null,
      s3: s3 ? presentSection(s3) : null,
    }),
    opportunities: patterns.opportunities,
    firstStandsOut: patterns.firstStandsOut,
  }
}

export function presentSection(stored: StoredSection): SectionSummary {
  return {
    n: stored.n,
    meanMs: stored.meanMs,
    medianMs: stored.medianMs,
    bestMs: stored.bestMs,
    stdMs: stored.stdMs,
    medianGapMs: stored.medianGapMs,
    meanGapMs: stored.meanGapMs,
    pace: presentPace(stored),
  }
}

/** In order of the official position, then of the position on the road. */
export function inFieldOrder(cars: readonly PatternDocument[]): PatternDocument[] {
  const last = Number.POSITIVE_INFINITY
  return cars.toSorted(
    (a, b) =>
      compare(a.position ?? last, b.position ?? last) || a.positionOnRoad - b.positionOnRoad,
  )
}

/** Unlike a difference, right for two infinities. */
function compare(a: number, b: number): number {
  return a === b ? 0 : a < b ? -1 : 1
}
