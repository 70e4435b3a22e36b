import type { CorrectedLap } from './field-effect.ts'
import type { CarNumber } from './ids.ts'
import { medianInterval } from './order-statistics-interval.ts'
import { median, quantile, rankOf } from './quantile.ts'

/** How quick a car was in one quantity, and against whom (D12). */
export type Pace = {
  readonly n: number
  /** Median of the corrected times. */
  readonly paceMs: number
  readonly lowMs: number
  readonly highMs: number
  /** Within the class; equal paces share a rank. */
  readonly rank: number
  /** Against the quick quarter, + is slower, with the pace's interval. Absent where eight cars are lacking. */
  readonly gap?: { readonly paceGapMs: number; readonly lowMs: number; readonly highMs: number }
}

/** The paces of a class in one quantity. */
export type FieldPace = {
  readonly cars: ReadonlyMap<CarNumber, Pace>
  readonly quickQuarterMs?: number
  readonly fieldMedianMs?: number
}

const carsOfAQuarter = 8
const confidence = 0.95

/** Paces, quick quarter and field median from corrected times (D12). Cars with fewer than 6 laps have none. */
export function fieldPace(corrected: ReadonlyMap<CarNumber, readonly CorrectedLap[]>): FieldPace {
  const estimates = [...corrected].flatMap(([car, laps]) => {
    const times = laps.map(({ correctedMs }) => correctedMs)
    const interval = medianInterval(times, confidence)
    return interval === undefined
      ? []
      : [
          {
            car,
            n: times.length,
            paceMs: median(times),
            lowMs: interval.low,
            highMs: interval.high,
          },
        ]
  })
  const paces = estimates.map(({ paceMs }) => paceMs)
  const quickQuarterMs = paces.length < carsOfAQuarter ? undefined : quantile(paces, 0.25)
  const cars = new Map(
    estimates.map(({ car, ...estimate }) => {
      const rank = rankOf(estimate.paceMs, paces)
      const gap = quickQuarterMs === undefined ? {} : { gap: gapTo(quickQuarterMs, estimate) }
      return [car, { ...estimate, rank, ...gap }]
    }),
  )
  return {
    cars,
    ...(quickQuarterMs === undefined ? {} : { quickQuarterMs }),
    ...(paces.length === 0 ? {} : { fieldMedianMs: median(paces) }),
  }
}

function gapTo(quickQuarterMs: number, estimate: Pick<Pace, 'paceMs' | 'lowMs' | 'highMs'>) {
  return {
    paceGapMs: estimate.paceMs - quickQuarterMs,
    lowMs: estimate.lowMs - quickQuarterMs,
    highMs: estimate.highMs - quickQuarterMs,
  }
}
