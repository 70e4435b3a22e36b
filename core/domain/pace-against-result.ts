import type { CorrectedClass } from './corrected-figures.ts'
import type { CarNumber } from './ids.ts'
import { rankOf } from './quantile.ts'

/** Where a car's pace would have put it, and where it came in. */
export type PaceAgainstResult = {
  readonly paceRank: number
  /** Among the cars of the class that have both a pace and an official position. */
  readonly resultRank: number
  readonly cars: number
  /** + is lower in the result than the pace: places were lost otherwise than by pace on clean laps. */
  readonly placesBelowPace: number
  readonly position: number
}

/** By car, for those of a class that have both a pace of the lap time and an official position (D18). */
export function paceAgainstResult(
  { cars }: CorrectedClass,
  positions: ReadonlyMap<CarNumber, number>,
): ReadonlyMap<CarNumber, PaceAgainstResult> {
  const both = [...cars.values()].flatMap(({ car, quantities }) => {
    const paceMs = quantities.lap?.pace?.paceMs
    const position = positions.get(car)
    return paceMs === undefined || position === undefined ? [] : [{ car, paceMs, position }]
  })
  const paces = both.map(({ paceMs }) => paceMs)
  const places = both.map(({ position }) => position)
  return new Map(
    both.map(({ car, paceMs, position }) => {
      const paceRank = rankOf(paceMs, paces)
      const resultRank = rankOf(position, places)
      const placesBelowPace = resultRank - paceRank
      return [car, { paceRank, resultRank, cars: both.length, placesBelowPace, position }]
    }),
  )
}
