import type { CarSummary } from '#core/protocol/rest/car-summary.ts'
import type { LapChartAnswer } from '#core/protocol/rest/lap-chart-answer.ts'
import type { FieldRow } from './field-columns.tsx'

/** How much of the slowest green laps may lie past the end of a strip, so that one odd lap does not squeeze all others. */
const shareShown = 0.95

/** The field as its table shows it. Before the laps are there, strips are empty. */
export function fieldRows(
  raceId: string,
  cars: readonly CarSummary[],
  laps: LapChartAnswer['cars'] | undefined,
): readonly FieldRow[] {
  const greenOf = new Map(
    (laps ?? []).map((one) => [
      one.car,
      one.laps.flatMap(({ isClean, lapTimeMs }) => (isClean ? (lapTimeMs ?? []) : [])),
    ]),
  )
  const all = [...greenOf.values()].flat().toSorted((a, b) => a - b)
  const stripMs = [all[0] ?? 0, all[Math.floor(all.length * shareShown)] ?? 0] as const
  const fastest = fastestByClass(cars)
  return cars.map((car) => {
    const best = fastest.get(car.carClass)
    const own = car.bestLap?.lapTimeMs
    return {
      ...car,
      raceId,
      gapMs: best === undefined || own === undefined ? undefined : own - best,
      greenLapsMs: greenOf.get(car.car) ?? [],
      stripMs,
    }
  })
}

function fastestByClass(cars: readonly CarSummary[]): ReadonlyMap<string, number> {
  const fastest = new Map<string, number>()
  for (const { carClass, bestLap } of cars) {
    if (bestLap !== null)
      fastest.set(carClass, Math.min(bestLap.lapTimeMs, fastest.get(carClass) ?? Infinity))
  }
  return fastest
}
