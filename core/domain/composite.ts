import { bestLapOf, type TimedLap } from './best-lap.ts'
import { bestSection, type RaceLaps, type SectionBest } from './best-section.ts'
import { jointOf, type Joint } from './joint.ts'
import type { LapSet, LedgerLap } from './ledger.ts'
import { sectionIds } from './quantity.ts'

/** The fastest time in each section and their sum, over a lap set; nobody drove it (D6). */
export type Composite = {
  /** Of the sections that were timed. */
  readonly sections: readonly SectionBest[]
  /** Absent where a section was never timed. */
  readonly sumMs?: number
}

/** The composites of one class in a race, or at a track over its races. */
export type ClassComposite = {
  readonly carClass: string
  /** Every lap counts here, as on the official sheet of best sector times. Gaps are to this one. */
  readonly all: Composite
  readonly green: Composite
  readonly clean: Composite
  readonly joint?: Joint
  readonly fastestLap?: TimedLap<LedgerLap>
}

/**
 * A composite of each class, classes in the order in which the files first name them. At a track, of
 * equal times the first race's stands.
 */
export function classComposites(races: readonly RaceLaps[]): readonly ClassComposite[] {
  const classes = new Set(races.flatMap(({ laps }) => laps.map(({ carClass }) => carClass)))
  return [...classes].map((carClass) => ofClass(carClass, races))
}

function ofClass(carClass: string, races: readonly RaceLaps[]): ClassComposite {
  const own = races.map(({ raceId, laps }) => ({
    raceId,
    laps: laps.filter((lap) => lap.carClass === carClass),
  }))
  const laps = own.flatMap((race) => race.laps)
  const joint = jointOf(laps)
  const fastestLap = bestLapOf(laps)
  return {
    carClass,
    all: compositeOf(own, 'all'),
    green: compositeOf(own, 'green'),
    clean: compositeOf(own, 'clean'),
    ...(joint === undefined ? {} : { joint }),
    ...(fastestLap === undefined ? {} : { fastestLap }),
  }
}

/** The composite of laps of one class, or the ideal lap of one car. */
export function compositeOf(races: readonly RaceLaps[], set: LapSet): Composite {
  const sections = sectionIds.flatMap((section) => bestSection(section, races, set) ?? [])
  if (sections.length < sectionIds.length) return { sections }
  return { sections, sumMs: sections.reduce((sum, { bestMs }) => sum + bestMs, 0) }
}
