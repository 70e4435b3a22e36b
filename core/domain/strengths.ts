import type { CorrectedCar, CorrectedField } from './corrected-figures.ts'
import { type PerQuantity, quantities, type Quantity } from './quantity.ts'

/** A section or sub-section that a car is good in, by its own measure. */
export type Strength = {
  readonly quantity: Exclude<Quantity, 'lap'>
  readonly paceGapMs: number
  /** The gap in percent of the quick quarter, by which parts of different length compare. */
  readonly gapPct: number
  readonly rank: number
  /** Cars that have a rank there. */
  readonly cars: number
  /** Quicker than the quick quarter of the field. */
  readonly isAhead: boolean
  /** So, with the whole interval of the pace. */
  readonly isSurelyAhead: boolean
}

/**
 * Where a car beats the quick quarter or ranks better than with its lap time, smallest gap for the
 * length first; a car that does neither anywhere has its best part alone. Empty without pace gaps.
 */
export function strengths(
  car: CorrectedCar,
  field: PerQuantity<CorrectedField>,
): readonly Strength[] {
  const parts = quantities
    .flatMap((quantity) => {
      const { gap, rank } = car.quantities[quantity]?.pace ?? {}
      const { quickQuarterMs, cars } = field[quantity] ?? {}
      if (quantity === 'lap' || gap === undefined || rank === undefined) return []
      if (quickQuarterMs === undefined || cars === undefined) return []
      const { paceGapMs, highMs } = gap
      const gapPct = (100 * paceGapMs) / quickQuarterMs
      const isAhead = paceGapMs < 0
      return [{ quantity, paceGapMs, gapPct, rank, cars, isAhead, isSurelyAhead: highMs < 0 }]
    })
    .toSorted((a, b) => a.gapPct - b.gapPct)
  const lapRank = car.quantities.lap?.pace?.rank ?? 0
  const strong = parts.filter(({ isAhead, rank }) => isAhead || rank < lapRank)
  return strong.length > 0 ? strong : parts.slice(0, 1)
}
