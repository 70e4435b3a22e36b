import type { CorrectedClass } from './corrected-figures.ts'
import type { CarNumber } from './ids.ts'
import { medianInterval } from './order-statistics-interval.ts'
import { present } from './present.ts'
import { median } from './quantile.ts'
import type { Quantity } from './quantity.ts'
import type { WeatherSample } from './race-timing.ts'
import { weatherSeries, type WeatherVariable, weatherVariables } from './weather-series.ts'

/** One race of a weekend beside the other: + is slower here than there. */
export type WeekendShift = {
  /** The median over the cars that have a pace in both races; absent without any. */
  readonly field?: {
    readonly n: number
    readonly shiftMs: number
    /** 95 % by order statistics; absent with fewer than 6 cars. */
    readonly lowMs?: number
    readonly highMs?: number
  }
  readonly cars: ReadonlyMap<CarNumber, CarShift>
}

type CarShift = {
  readonly shiftMs: number
  /** The car's shift less the field's: what was the car's own. */
  readonly againstFieldMs: number
}

const confidence = 0.95

/**
 * How far the field and each car moved between two races of one class. Each pace is that of the
 * typical lap of its race, so the field's shift holds the day: track, weather, tyres, all of it.
 */
export function weekendShift(
  here: CorrectedClass,
  there: CorrectedClass,
  quantity: Quantity,
): WeekendShift {
  const shifts = [...here.cars.values()].flatMap(({ car, quantities }) => {
    const paceHere = quantities[quantity]?.pace?.paceMs
    const paceThere = there.cars.get(car)?.quantities[quantity]?.pace?.paceMs
    if (paceHere === undefined || paceThere === undefined) return []
    return [{ car, shiftMs: paceHere - paceThere }]
  })
  if (shifts.length === 0) return { cars: new Map() }
  const all = shifts.map(({ shiftMs }) => shiftMs)
  const fieldMs = median(all)
  const interval = medianInterval(all, confidence)
  return {
    field: present({
      n: all.length,
      shiftMs: fieldMs,
      lowMs: interval?.low,
      highMs: interval?.high,
    }),
    cars: new Map(
      shifts.map(({ car, shiftMs }) => [car, { shiftMs, againstFieldMs: shiftMs - fieldMs }]),
    ),
  }
}

/** Mean weather of two races, of the variables that both measured. */
export function weatherBeside(
  here: readonly WeatherSample[],
  there: readonly WeatherSample[],
): Readonly<
  Partial<Record<WeatherVariable, { readonly mean: number; readonly otherMean: number }>>
> {
  return Object.fromEntries(
    weatherVariables.flatMap((variable) => {
      const own = meanOf(here, variable)
      const other = meanOf(there, variable)
      if (own === undefined || other === undefined) return []
      return [[variable, { mean: own, otherMean: other }]]
    }),
  )
}

function meanOf(samples: readonly WeatherSample[], variable: WeatherVariable): number | undefined {
  const series = weatherSeries(samples, variable, 'milliseconds')
  return series.isConstant ? undefined : series.range?.mean
}
