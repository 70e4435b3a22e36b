import type { ExclusionReason } from './exclusion.ts'
import type { CarNumber } from './ids.ts'
import type { LedgerLap } from './ledger.ts'
import type { RaceView } from './race-view.ts'

/** On what kind of lap a place changed hands. What the sheet shows, not why. */
export const placeChangeKinds = [
  'on-track',
  'restart',
  'under-yellow',
  'own-pit-stop',
  'other-pit-stop',
  'retirement',
] as const
type PlaceChangeKind = (typeof placeChangeKinds)[number]

/** A place won from or lost to another car within a lap. */
export type PlaceChange = {
  readonly lapNumber: number
  readonly car: CarNumber
  readonly isWon: boolean
  readonly kind: PlaceChangeKind
}

/**
 * Every place that a car won or lost, lap by lap, from lap 2 on: the sheet has no starting grid.
 * A car that was ahead and ended no further lap is a place won by its retirement.
 */
export function placeChanges(own: readonly LedgerLap[], race: RaceView): readonly PlaceChange[] {
  return own.flatMap((lap) => {
    const order = race.order.get(lap)
    if (order === undefined) return []
    const { lapNumber } = lap
    const change = (isWon: boolean) => (car: CarNumber) => {
      const other = race.lapOf(car, lapNumber)
      return other === undefined ? [] : [{ lapNumber, car, isWon, kind: kindOf(lap, other, isWon) }]
    }
    const retired = order.goneAhead.filter((car) => lastLapOf(car, race) < lapNumber)
    return [
      ...order.passedBy.flatMap(change(false)),
      ...order.passed.flatMap(change(true)),
      ...retired.map((car) => ({ lapNumber, car, isWon: true, kind: 'retirement' as const })),
    ]
  })
}

/** A stop of the car that lost the place comes first: it explains the place whatever the flag was. */
function kindOf(own: LedgerLap, other: LedgerLap, isWon: boolean): PlaceChangeKind {
  const loser = isWon ? other : own
  if (isAny(loser, ['in-lap', 'out-lap'])) return isWon ? 'other-pit-stop' : 'own-pit-stop'
  if (isAny(own, ['restart']) || isAny(other, ['restart'])) return 'restart'
  const slow = ['yellow', 'safety-car', 'red-flag'] as const
  return isAny(own, slow) || isAny(other, slow) ? 'under-yellow' : 'on-track'
}

function isAny(lap: LedgerLap, reasons: readonly ExclusionReason[]): boolean {
  return lap.excludedBecause.some((reason) => reasons.includes(reason))
}

function lastLapOf(car: CarNumber, race: RaceView): number {
  return race.cars.get(car)?.at(-1)?.lapNumber ?? 0
}
