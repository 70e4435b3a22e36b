import type { LedgerLap } from '#core/protocol/rest/ledger-answer.ts'
import type { Reference } from '../screen/selection.ts'
import type { PartId } from '../track-map/map-part.ts'
import { isCorrected, type PartFigures } from './part-figures.ts'
import { correctedMs, drivenMs } from './part-times.ts'

/** One part on each lap of the race, against the reference. */
export type LapSeries = {
  readonly id: PartId
  readonly name: string
  readonly points: readonly LapPoint[]
}
type LapPoint = {
  readonly lap: number
  readonly isClean: boolean
  /** Absent where the lap was not timed there, or has no corrected time. */
  readonly gapMs?: number
}

export function lapSeries(
  { part }: PartFigures,
  referenceMs: number | undefined,
  ledger: readonly LedgerLap[],
  against: Reference,
): LapSeries {
  const timeOf = isCorrected(against) ? correctedMs : drivenMs
  const points = ledger.map((each): LapPoint => {
    const ms = timeOf(each, part.id)
    return {
      lap: each.lap,
      isClean: each.isClean,
      ...(ms !== undefined && referenceMs !== undefined && { gapMs: ms - referenceMs }),
    }
  })
  return { id: part.id, name: part.name, points }
}

/** The gaps that are drawn in height: those of green laps; the rest stands at the top edge. */
export function countedGaps(series: readonly LapSeries[]): readonly number[] {
  return series.flatMap(({ points }) =>
    points.flatMap(({ gapMs, isClean }) => (isClean && gapMs !== undefined ? [gapMs] : [])),
  )
}

export type GapScale = { readonly fromMs: number; readonly toMs: number }

/** One scale for all plots of a row, the reference (0) within it. */
export function gapScale(series: readonly LapSeries[]): GapScale {
  const gaps = [0, ...countedGaps(series)]
  const [low, high] = [Math.min(...gaps), Math.max(...gaps)]
  const room = Math.max(50, (high - low) * 0.08)
  return { fromMs: low - room, toMs: high + room }
}

const steps = [100, 200, 500, 1000, 2000, 5000, 10_000, 20_000, 50_000]

/** Round gaps within the scale, two or three of them, the reference not among them. */
export function gapTicks({ fromMs, toMs }: GapScale): readonly number[] {
  const step = steps.find((one) => (toMs - fromMs) / one <= 3.5) ?? toMs - fromMs
  const first = Math.ceil(fromMs / step)
  const last = Math.floor(toMs / step)
  return Array.from({ length: last - first + 1 }, (_, index) => (first + index) * step).filter(
    (ms) => ms !== 0,
  )
}

/** 500 is '+0.5': as short as a tick of an axis may be. */
export function tickText(ms: number): string {
  const seconds = Math.abs(ms) / 1000
  return `${ms < 0 ? '−' : '+'}${Number.isInteger(seconds) ? seconds : seconds.toFixed(1)}`
}
