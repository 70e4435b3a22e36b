import { bestLapOf, type TimedLap } from './best-lap.ts'
import type { RaceLaps } from './best-section.ts'
import { byCar } from './car-laps.ts'
import { classComposites, compositeOf, type ClassComposite, type Composite } from './composite.ts'
import type { CarNumber } from './ids.ts'
import { jointOf, type Joint } from './joint.ts'
import { lapSetFigures, type LapSetFigures } from './lap-set-figures.ts'
import type { LedgerLap } from './ledger.ts'

/** A car's own composite, and over how many laps its best sections lie apart: 0 when one lap had all three. */
type IdealLap = Composite & { readonly lapsApart?: number }

/** What a car's laps say by themselves and against the composite of its class (D7, D20). */
export type CarFigures = {
  readonly car: CarNumber
  readonly carClass: string
  readonly laps: number
  readonly cleanLaps: number
  /** Absent for a car that did one lap. */
  readonly bestLap?: TimedLap<LedgerLap>
  /** Against the sum of the section bests; below 0 where a loop missed the fastest lap. */
  readonly gapToCompositeMs?: number
  readonly gapToJointMs?: number
  readonly ideal: IdealLap
  readonly idealClean: IdealLap
  readonly jointIdeal?: Joint
  /** Best lap less joint ideal, never negative. */
  readonly potentialMs?: number
  readonly green: LapSetFigures
  readonly clean: LapSetFigures
}

/** The figures of every car of a race, cars in file order. */
export function carFigures(race: RaceLaps): readonly CarFigures[] {
  const composites = new Map(classComposites([race]).map((one) => [one.carClass, one]))
  return [...byCar(race.laps)].flatMap(([car, laps]) => {
    const composite = composites.get(laps[0]?.carClass ?? '')
    return composite === undefined ? [] : [figuresOf(car, { ...race, laps }, composite)]
  })
}

function figuresOf(car: CarNumber, race: RaceLaps, composite: ClassComposite): CarFigures {
  const { laps } = race
  const bestLap = bestLapOf(laps)
  const jointIdeal = jointOf(laps, bestLap?.lapTimeMs)
  const cleanLaps = laps.filter((lap) => lap.isClean)
  const greenLaps = laps.filter((lap) => lap.isGreen)
  return {
    car,
    carClass: composite.carClass,
    laps: laps.length,
    cleanLaps: cleanLaps.length,
    ...(bestLap === undefined ? {} : againstBests(bestLap, composite, jointIdeal)),
    ideal: withLapsApart(compositeOf([race], 'all')),
    idealClean: withLapsApart(compositeOf([race], 'clean')),
    ...(jointIdeal === undefined ? {} : { jointIdeal }),
    green: lapSetFigures(greenLaps, composite.all),
    clean: lapSetFigures(cleanLaps, composite.all),
  }
}

function againstBests(
  bestLap: TimedLap<LedgerLap>,
  { all, joint }: ClassComposite,
  jointIdeal: Joint | undefined,
) {
  const gapTo = (referenceMs: number) => bestLap.lapTimeMs - referenceMs
  return {
    bestLap,
    ...(all.sumMs === undefined ? {} : { gapToCompositeMs: gapTo(all.sumMs) }),
    ...(joint === undefined ? {} : { gapToJointMs: gapTo(joint.jointMs) }),
    ...(jointIdeal === undefined ? {} : { potentialMs: gapTo(jointIdeal.jointMs) }),
  }
}

function withLapsApart(composite: Composite): IdealLap {
  if (composite.sumMs === undefined) return composite
  const laps = composite.sections.map(({ lapNumber }) => lapNumber)
  return { ...composite, lapsApart: Math.max(...laps) - Math.min(...laps) }
}
