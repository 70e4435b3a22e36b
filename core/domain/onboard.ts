import type { CorrectedClass, CorrectedQuantity } from './corrected-figures.ts'
import type { CorrectedLap } from './field-effect.ts'
import type { CarNumber } from './ids.ts'
import { present } from './present.ts'
import { quantile } from './quantile.ts'
import type { Quantity } from './quantity.ts'
import type { IsFree } from './traffic.ts'

/** Whose onboard to watch in a quantity: the nearest quicker car, and which of its laps. */
export type Onboard = {
  readonly car: CarNumber
  readonly paceRank: number
  /** Its pace against the asking car's; it can be little. */
  readonly quickerByMs: number
  /** The intervals of the two paces do not touch. */
  readonly isSurelyQuicker: boolean
  readonly lap: OnboardLap
}

/** A lap that shows what the car can repeat. */
type OnboardLap = CorrectedLap & {
  /** No car within a second ahead at the line; absent where that is not known. */
  readonly isFree?: boolean
}

/**
 * The car of the class with the next smaller pace, of equal ones the first in the file; and of its
 * clean laps that are free of a car close ahead the one nearest to its own quick quarter, as quick as
 * it often is and not a single stroke of luck. Where no lap is known to be free, of all of them.
 * Absent for a car without a pace, and for the quickest.
 */
export function onboard(
  { cars }: CorrectedClass,
  quantity: Quantity,
  car: CarNumber,
  isFree: IsFree,
): Onboard | undefined {
  const own = cars.get(car)?.quantities[quantity]?.pace
  if (own === undefined) return undefined
  let nearest
  for (const { car: other, quantities } of cars.values()) {
    const figures = quantities[quantity]
    const pace = figures?.pace
    if (figures === undefined || pace === undefined || pace.paceMs >= own.paceMs) continue
    if (nearest === undefined || pace.paceMs > nearest.pace.paceMs)
      nearest = { other, figures, pace }
  }
  const lap = nearest && lapToWatch(nearest.other, nearest.figures, isFree)
  if (nearest === undefined || lap === undefined) return undefined
  return {
    car: nearest.other,
    paceRank: nearest.pace.rank,
    quickerByMs: own.paceMs - nearest.pace.paceMs,
    isSurelyQuicker: nearest.pace.highMs < own.lowMs,
    lap,
  }
}

function lapToWatch(
  car: CarNumber,
  { laps }: CorrectedQuantity,
  isFree: IsFree,
): OnboardLap | undefined {
  const free = laps.filter(({ lapNumber }) => isFree(car, lapNumber) === true)
  const choice = free.length > 0 ? free : laps
  if (choice.length === 0) return undefined
  const quarterMs = quantile(
    laps.map(({ correctedMs }) => correctedMs),
    0.25,
  )
  const [lap] = choice.toSorted(
    (a, b) => Math.abs(a.correctedMs - quarterMs) - Math.abs(b.correctedMs - quarterMs),
  )
  return lap && present({ ...lap, isFree: isFree(car, lap.lapNumber) })
}
