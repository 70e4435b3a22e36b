import { pearson } from './correlation.ts'
import type { FieldEffect } from './field-effect.ts'
import { type FittedTerm, leastSquares } from './least-squares.ts'
import type { WeatherByLap } from './weather-by-lap.ts'
import { rangeNeeded } from './weather-verdict.ts'

/** What the field effect is regressed on, besides the lap number. */
const regressors = ['airTempC', 'humidityPct', 'windKph'] as const

/** 'lap', or one of the weather variables. */
type TermName = 'lap' | (typeof regressors)[number]

/** ms of lap time per lap, °C, % or km/h, the other terms held. */
type RegressionTerm = FittedTerm & {
  readonly name: TermName
  readonly range: number
  /** Too little of it to say anything (D19); the coefficient is then guesswork. Never of the lap number. */
  readonly isRangeTooSmall: boolean
  /** Goes so much with the others that its share cannot be told from theirs. */
  readonly isCollinear: boolean
}

/** Two terms that move together. */
type CollinearPair = { readonly a: TermName; readonly b: TermName; readonly r: number }

export type WeatherRegression = {
  /** Laps that have a field effect and all of the terms. */
  readonly n: number
  readonly needed: number
  readonly leftOut: readonly {
    readonly name: TermName
    readonly because: 'not-measured' | 'does-not-vary'
  }[]
  readonly collinear: readonly CollinearPair[]
} & (
  | {
      readonly kind: 'fitted'
      readonly intercept: number
      readonly terms: readonly RegressionTerm[]
      readonly residualDf: number
      readonly rSquared: number
    }
  | {
      readonly kind: 'not-fitted'
      readonly because: 'too-few-laps' | 'no-weather' | 'collinear' | 'effect-does-not-vary'
    }
)

const fewestLaps = 20
/** The usual limit of variance inflation. */
const inflationLimit = 10
const pairLimit = 0.9

/**
 * The field effect of the lap time on lap number, air temperature, humidity and wind speed at once.
 * Over one race these four drift together, so the coefficients describe the race and explain
 * nothing: what is collinear, and what ranged too little, is said and not dropped.
 */
export function weatherRegression(effect: FieldEffect, weather: WeatherByLap): WeatherRegression {
  const measured = regressors.flatMap((name) => {
    const values = weather[name]
    return values === undefined ? [] : [{ name, values }]
  })
  const laps = [...effect].filter(([lapNumber]) =>
    measured.every(({ values }) => values.has(lapNumber)),
  )
  const columns = [
    { name: 'lap' as const, values: laps.map(([lapNumber]) => lapNumber) },
    ...measured.map(({ name, values }) => ({
      name,
      values: laps.map(([lapNumber]) => values.get(lapNumber) ?? 0),
    })),
  ]
  const varying = columns.filter(({ values }) => rangeOf(values) > 0)
  const leftOut = [
    ...regressors
      .filter((name) => weather[name] === undefined)
      .map((name) => ({ name, because: 'not-measured' as const })),
    ...columns
      .filter((column) => !varying.includes(column))
      .map(({ name }) => ({ name, because: 'does-not-vary' as const })),
  ]
  const n = laps.length
  const about = { n, needed: fewestLaps, leftOut, collinear: collinearPairs(varying) }
  const notFitted = { ...about, kind: 'not-fitted' as const }
  if (!varying.some(({ name }) => name !== 'lap')) return { ...notFitted, because: 'no-weather' }
  if (n < fewestLaps) return { ...notFitted, because: 'too-few-laps' }
  const effects = laps.map(([, { effectMs }]) => effectMs)
  if (rangeOf(effects) === 0) return { ...notFitted, because: 'effect-does-not-vary' }
  const fit = leastSquares(
    effects,
    varying.map(({ values }) => values),
  )
  if (fit === undefined) return { ...notFitted, because: 'collinear' }
  const terms = fit.terms.flatMap((term, k) => {
    const column = varying[k]
    return column === undefined ? [] : [describe(column, term)]
  })
  return { ...about, ...fit, kind: 'fitted', terms }
}

type Column = { readonly name: TermName; readonly values: readonly number[] }

function describe({ name, values }: Column, term: FittedTerm): RegressionTerm {
  const range = rangeOf(values)
  return {
    ...term,
    name,
    range,
    isRangeTooSmall: name !== 'lap' && range < rangeNeeded[name],
    isCollinear: term.varianceInflation >= inflationLimit,
  }
}

function collinearPairs(columns: readonly Column[]): CollinearPair[] {
  return columns.flatMap((first, index) =>
    columns.slice(index + 1).flatMap((second) => {
      const r = pearson(first.values, second.values)
      if (r === undefined || Math.abs(r) < pairLimit) return []
      return [{ a: first.name, b: second.name, r }]
    }),
  )
}

function rangeOf(values: readonly number[]): number {
  return values.length === 0 ? 0 : Math.max(...values) - Math.min(...values)
}
