import { median, quantile } from '#core/domain/quantile.ts'
import type { LedgerLap } from '#core/protocol/rest/ledger-answer.ts'

/** Between which lap times a strip is drawn, and the lap times that its axis names. */
export type LapScale = {
  readonly quickestMs: number
  readonly slowestMs: number
  readonly ticksMs: readonly number[]
}

const steps = [100, 200, 500, 1000, 2000, 5000, 10_000, 20_000, 30_000, 60_000] as const
const mostTicks = 4
const leastSpanMs = 400

/** Laps further out than this many times the middle half beyond its slow end stand at the edge. */
const farOut = 3
const fewestForFarOut = 8

/**
 * Over the green laps; a lap with an incident, or far slower than the others, would press them into a line, so it
 * stands at the edge. Undefined without a green lap.
 */
export function lapScale(laps: readonly LedgerLap[]): LapScale | undefined {
  const times = greenTimes(laps.filter((lap) => !lap.isIncident))
  const drawn = withoutFarOut(times.length > 0 ? times : greenTimes(laps))
  if (drawn.length === 0) return undefined
  const quickest = drawn.reduce((a, b) => Math.min(a, b))
  const slowest = drawn.reduce((a, b) => Math.max(a, b))
  const missing = Math.max(0, leastSpanMs - (slowest - quickest))
  const edge = missing / 2 + (slowest - quickest) * 0.06
  const quickestMs = quickest - edge
  const slowestMs = slowest + edge
  return { quickestMs, slowestMs, ticksMs: ticksBetween(quickestMs, slowestMs) }
}

function withoutFarOut(times: readonly number[]): readonly number[] {
  if (times.length < fewestForFarOut) return times
  const quarter = quantile(times, 0.25)
  const slow = quantile(times, 0.75)
  const limit = slow + farOut * Math.max(slow - quarter, leastSpanMs / 4)
  return times.filter((time) => time <= limit)
}

function ticksBetween(fromMs: number, toMs: number): number[] {
  const step = steps.find((one) => (toMs - fromMs) / one <= mostTicks) ?? 60_000
  const first = Math.ceil(fromMs / step)
  const count = Math.max(0, Math.floor(toMs / step) - first + 1)
  return Array.from({ length: count }, (_, index) => (first + index) * step)
}

/** What the middle of the green laps is: their median, and between which times half of them lie. */
export type MiddleOfLaps = {
  readonly n: number
  readonly medianMs: number
  /** Absent under four laps. */
  readonly halfMs?: readonly [number, number]
}

const fewestForHalf = 4

export function middleOfLaps(laps: readonly LedgerLap[]): MiddleOfLaps | undefined {
  const times = greenTimes(laps)
  if (times.length === 0) return undefined
  return {
    n: times.length,
    medianMs: median(times),
    ...(times.length >= fewestForHalf && {
      halfMs: [quantile(times, 0.25), quantile(times, 0.75)] as const,
    }),
  }
}

function greenTimes(laps: readonly LedgerLap[]): number[] {
  return laps.flatMap(({ isClean, lapTimeMs }) =>
    isClean && lapTimeMs !== null ? [lapTimeMs] : [],
  )
}
