import type { TimedLap } from '#core/domain/best-lap.ts'
import type { ClassComposite } from '#core/domain/composite.ts'
import type { LedgerLap } from '#core/domain/ledger.ts'
import { classKey } from '#core/protocol/documents/collections.ts'
import type { CompositeSum } from '#core/protocol/documents/race-document.ts'
import type { TrackDocument } from '#core/protocol/documents/track-document.ts'
import type { WeekendRace } from './weekend.ts'

/** The sum and the joint composite of each class, by the class in the form of an id. */
export function compositeSums(
  classes: readonly ClassComposite[],
  races: readonly WeekendRace[],
): TrackDocument['classes'] {
  return Object.fromEntries(
    classes.map((composite) => [
      classKey(composite.carClass),
      {
        carClass: composite.carClass,
        sections: composite.all.sections.map(({ section }) => section),
        composite: compositeSum(composite, races),
      },
    ]),
  )
}

function compositeSum(
  { all, joint, fastestLap }: ClassComposite,
  races: readonly WeekendRace[],
): CompositeSum {
  return {
    sumMs: all.sumMs ?? null,
    jointMs: joint?.jointMs ?? null,
    jointFrom: joint?.bound ?? null,
    shown: shownComposite(all.sumMs, fastestLap?.lapTimeMs),
    fastestLap: fastestLap === undefined ? null : whereDriven(fastestLap, races),
  }
}

/** A composite slower than a lap really driven is none: then people see the joint one. */
function shownComposite(sumMs: number | undefined, fastestMs: number | undefined) {
  if (sumMs === undefined) return fastestMs === undefined ? null : 'joint'
  return fastestMs !== undefined && sumMs > fastestMs ? 'joint' : 'sum'
}

function whereDriven({ lap, lapTimeMs }: TimedLap<LedgerLap>, races: readonly WeekendRace[]) {
  const race = races.find(({ ledger }) => ledger.includes(lap))
  if (race === undefined) throw new Error(`lap ${lap.lapNumber} of car ${lap.car} is in no race`)
  return {
    raceId: race.timing.raceId,
    car: lap.car,
    lap: lap.lapNumber,
    lapTimeMs,
    line: lap.line,
    file: race.timing.timingFile,
  }
}
