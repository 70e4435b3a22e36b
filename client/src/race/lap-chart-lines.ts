import type { LapChartAnswer } from '#core/protocol/rest/lap-chart-answer.ts'

export type ChartKind = 'positions' | 'gaps'
export type ChartCar = LapChartAnswer['cars'][number]

/** A car's line: a value for every lap of the race, null where it has none. */
export type ChartLine = {
  readonly car: string
  readonly values: readonly (number | null)[]
  /** Where its line ends: what the chart labels. */
  readonly last: { readonly lap: number; readonly value: number } | undefined
  readonly pitLaps: readonly { readonly lap: number; readonly value: number }[]
}

/** So high that no two lines of the order touch. */
export function chartHeight(cars: number): number {
  return Math.max(320, 60 + cars * 18)
}

/** All laps that any car did, and the lines over them. Gaps are in seconds. */
export function linesOf(
  cars: readonly ChartCar[],
  kind: ChartKind,
): { readonly laps: readonly number[]; readonly lines: readonly ChartLine[] } {
  const laps = [...new Set(cars.flatMap((car) => car.laps.map(({ lap }) => lap)))].toSorted(
    (a, b) => a - b,
  )
  return { laps, lines: cars.map((car) => lineOf(car, kind, laps)) }
}

function lineOf(car: ChartCar, kind: ChartKind, laps: readonly number[]): ChartLine {
  const points = car.laps.flatMap((entry) => {
    const value = kind === 'positions' ? entry.position : inSeconds(entry.gapToLeaderMs)
    return value === null ? [] : [{ lap: entry.lap, value, isPitIn: entry.isPitIn }]
  })
  const valueAt = new Map(points.map(({ lap, value }) => [lap, value]))
  return {
    car: car.car,
    values: laps.map((lap) => valueAt.get(lap) ?? null),
    last: points.at(-1),
    pitLaps: points.filter(({ isPitIn }) => isPitIn),
  }
}

function inSeconds(ms: number | null): number | null {
  return ms === null ? null : ms / 1000
}
