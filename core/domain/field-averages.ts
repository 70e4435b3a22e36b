import { mean } from 'simple-statistics'
import type { CarFigures } from './car-figures.ts'
import { median } from './quantile.ts'
import type { SectionId } from './quantity.ts'

/** Mean and median over the cars that have the value; absent where none has. */
export type Average = { readonly n: number; readonly mean?: number; readonly median?: number }

/** What the cars of a field have on average (D8). */
export type FieldAverages = {
  readonly cars: number
  readonly bestLapMs: Average
  readonly gapToCompositeMs: Average
  readonly meanMs: Average
  readonly stdMs: Average
  readonly trendMsPerLap: Average
  readonly sections: Readonly<
    Record<SectionId, { readonly medianGapMs: Average; readonly stdMs: Average }>
  >
}

const lapsOfACar = 5

/** Over cars with at least five laps of the set. Cars of one class belong together: hand in one class. */
export function fieldAverages(
  figures: readonly CarFigures[],
  set: 'green' | 'clean',
): FieldAverages {
  const cars = figures.filter((one) => one[set].lap.n >= lapsOfACar)
  const over = (valueOf: (car: CarFigures) => number | undefined) =>
    averageOf(cars.flatMap((one) => valueOf(one) ?? []))
  const ofSection = (section: SectionId) => ({
    medianGapMs: over((one) => one[set].sections[section].medianGapMs),
    stdMs: over((one) => one[set].sections[section].stdMs),
  })
  return {
    cars: cars.length,
    bestLapMs: over((one) => one.bestLap?.lapTimeMs),
    gapToCompositeMs: over((one) => one.gapToCompositeMs),
    meanMs: over((one) => one[set].lap.meanMs),
    stdMs: over((one) => one[set].lap.stdMs),
    trendMsPerLap: over((one) => one[set].trend?.msPerLap),
    sections: { s1: ofSection('s1'), s2: ofSection('s2'), s3: ofSection('s3') },
  }
}

function averageOf(values: readonly number[]): Average {
  const n = values.length
  return n === 0 ? { n } : { n, mean: mean([...values]), median: median(values) }
}
