import { linearRegression, mean, sampleStandardDeviation } from 'simple-statistics'
import type { Composite } from './composite.ts'
import type { Lap } from './lap.ts'
import { median } from './quantile.ts'
import type { Quantity, SectionId } from './quantity.ts'
import { twoSidedP } from './student-t.ts'

/** Times in short: mean, median and best from one time on, the sample standard deviation from two. */
export type Summary = {
  readonly n: number
  readonly meanMs?: number
  readonly medianMs?: number
  readonly bestMs?: number
  readonly stdMs?: number
}

/** A car's times in a section, and how far they lie from the composite's. */
export type SectionFigures = Summary & {
  readonly medianGapMs?: number
  readonly meanGapMs?: number
}

/** A straight line through lap times over lap numbers, and its p (D10). */
export type PlainTrend = { readonly msPerLap: number; readonly p: number }

/** A car's times over a lap set (D7). */
export type LapSetFigures = {
  readonly lap: Summary
  /** From three laps on. */
  readonly trend?: PlainTrend
  readonly sections: Readonly<Record<SectionId, SectionFigures>>
}

/** The figures of D7 of one car's laps of a set; `composite` is that of all laps of its class. */
export function lapSetFigures(laps: readonly Lap[], composite: Composite): LapSetFigures {
  const trend = plainTrend(laps)
  const figuresOf = (section: SectionId): SectionFigures => {
    const summary = summaryOf(timesOf(laps, section))
    const best = composite.sections.find((one) => one.section === section)
    if (best === undefined || summary.medianMs === undefined || summary.meanMs === undefined)
      return summary
    const medianGapMs = summary.medianMs - best.bestMs
    return { ...summary, medianGapMs, meanGapMs: summary.meanMs - best.bestMs }
  }
  return {
    lap: summaryOf(timesOf(laps, 'lap')),
    ...(trend === undefined ? {} : { trend }),
    sections: { s1: figuresOf('s1'), s2: figuresOf('s2'), s3: figuresOf('s3') },
  }
}

export function summaryOf(times: readonly number[]): Summary {
  const n = times.length
  if (n === 0) return { n }
  const meanMs = mean([...times])
  const middle = { n, meanMs, medianMs: median(times), bestMs: Math.min(...times) }
  return n === 1 ? middle : { ...middle, stdMs: sampleStandardDeviation([...times]) }
}

/**
 * Ordinary least squares of lap time on lap number, with Student's t on n − 2 degrees of freedom.
 * Times and lap numbers are whole, so the sums are exact and only the divisions round.
 */
export function plainTrend(laps: readonly Lap[]): PlainTrend | undefined {
  const points = laps.flatMap(({ lapNumber, timeMs }) =>
    timeMs.lap === undefined ? [] : [[lapNumber, timeMs.lap] as const],
  )
  if (points.length < 3) return undefined
  const { m: msPerLap, b } = linearRegression(points.map(([x, y]) => [x, y]))
  const df = points.length - 2
  const lapMean = mean(points.map(([x]) => x))
  const spread = points.reduce((sum, [x]) => sum + (x - lapMean) ** 2, 0)
  const rest = points.reduce((sum, [x, y]) => sum + (y - b - msPerLap * x) ** 2, 0)
  const p = msPerLap === 0 ? 1 : twoSidedP(msPerLap / Math.sqrt(rest / df / spread), df)
  return { msPerLap, p }
}

function timesOf(laps: readonly Lap[], quantity: Quantity): readonly number[] {
  return laps.flatMap(({ timeMs }) => timeMs[quantity] ?? [])
}
