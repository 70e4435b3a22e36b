import type { PatternDocument } from '#core/protocol/documents/pattern-document.ts'
import type { LapChartAnswer } from '#core/protocol/rest/lap-chart-answer.ts'

type ChartCars = LapChartAnswer['cars']

/** The field's laps in the order that it is given in. */
export function presentLapChart(field: readonly PatternDocument[]): ChartCars {
  const leaderMs = firstToEnd(field)
  return field.map(({ car, carClass, position, laps }) => ({
    car,
    carClass,
    position,
    laps: Object.values(laps).map((entry) => {
      const leader = leaderMs.get(entry.lap)
      const { elapsedMs } = entry
      return {
        lap: entry.lap,
        lapTimeMs: entry.timeMs.lap ?? null,
        position: entry.position,
        gapToLeaderMs: elapsedMs === null || leader === undefined ? null : elapsedMs - leader,
        flagAtLine: entry.flagAtLine,
        isClean: entry.isClean,
        isPitIn: entry.isPitIn,
      }
    }),
  }))
}

/** When the first car ended each lap. */
function firstToEnd(field: readonly PatternDocument[]): ReadonlyMap<number, number> {
  const first = new Map<number, number>()
  for (const { lap, elapsedMs } of field.flatMap(({ laps }) => Object.values(laps))) {
    if (elapsedMs !== null) first.set(lap, Math.min(elapsedMs, first.get(lap) ?? elapsedMs))
  }
  return first
}
