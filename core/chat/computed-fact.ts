import type { Fact } from '#core/domain/fact.ts'
import { type FactKind, factShort, factText, unitOf } from '#core/domain/fact-text.ts'
import { median, quantile } from '#core/domain/quantile.ts'
import { summaryOf } from '#core/domain/lap-set-figures.ts'

/** What can be computed of facts for one answer, over a filter or between two of them. */
const operations = [
  'difference',
  'count',
  'median',
  'mean',
  'best',
  'highest',
  'sum',
  'sum-over-best',
  'range',
  'std',
  'spread',
  'half-spread',
  'percentage',
  'spread-share',
  'std-share',
  'median-deviation',
  'fifth-percentile',
  'tenth-percentile',
  'first-quartile',
  'third-quartile',
  'ninetieth-percentile',
  'ninety-fifth-percentile',
  'product',
  'in-mph',
  'in-fahrenheit',
  'in-miles',
  'in-kilometres',
  'in-feet',
] as const
export type Operation = (typeof operations)[number]

export function isOperation(name: string): name is Operation {
  return operations.some((operation) => operation === name)
}

/** The interquartile range, type 7 as all quartiles are (D14). */
const spread = (values: readonly number[]) => quantile(values, 0.75) - quantile(values, 0.25)

const mean = (values: readonly number[]) =>
  values.reduce((sum, value) => sum + value, 0) / values.length

const kmOfMile = 1.609344
const metresOfFoot = 0.3048

const compute: Readonly<Record<Operation, (values: readonly number[]) => number>> = {
  difference: ([first = Number.NaN, second = Number.NaN]) => first - second,
  count: (values) => values.length,
  median,
  mean,
  best: (values) => Math.min(...values),
  highest: (values) => Math.max(...values),
  sum: (values) => values.reduce((sum, value) => sum + value, 0),
  'sum-over-best': (values) => {
    const best = Math.min(...values)
    return values.reduce((sum, value) => sum + value - best, 0)
  },
  range: (values) => Math.max(...values) - Math.min(...values),
  std: (values) => summaryOf(values).stdMs ?? Number.NaN,
  spread,
  'half-spread': (values) => spread(values) / 2,
  percentage: ([part = Number.NaN, whole = Number.NaN]) => (100 * part) / whole,
  // In percent of the median, so that tracks of different length compare.
  'spread-share': (values) => (100 * spread(values)) / median(values),
  'std-share': (values) => (100 * (summaryOf(values).stdMs ?? Number.NaN)) / mean(values),
  'median-deviation': (values) => {
    const middle = median(values)
    return median(values.map((value) => Math.abs(value - middle)))
  },
  'fifth-percentile': (values) => quantile(values, 0.05),
  'tenth-percentile': (values) => quantile(values, 0.1),
  'first-quartile': (values) => quantile(values, 0.25),
  'third-quartile': (values) => quantile(values, 0.75),
  'ninetieth-percentile': (values) => quantile(values, 0.9),
  'ninety-fifth-percentile': (values) => quantile(values, 0.95),
  product: ([length = Number.NaN, times = Number.NaN]) => length * times,
  'in-mph': ([kph = Number.NaN]) => kph / kmOfMile,
  'in-fahrenheit': ([celsius = Number.NaN]) => celsius * 1.8 + 32,
  'in-miles': ([metres = Number.NaN]) => metres / 1000 / kmOfMile,
  'in-kilometres': ([metres = Number.NaN]) => metres / 1000,
  'in-feet': ([metres = Number.NaN]) => metres / metresOfFoot,
}

/**
 * A fact computed of others: `computed:difference(<fact ids>)`, opened by its operands. Every operand
 * has to be a number; a count counts its operands.
 */
export function computedFact(
  operation: Operation,
  operands: readonly Fact[],
  kind: FactKind,
  label: string,
): Fact {
  const values = operands.map(({ id, value }) => {
    if (typeof value !== 'number' && operation !== 'count') throw new Error(`${id} is no number`)
    return Number(value)
  })
  if (values.length === 0) throw new Error(`${label}: there is nothing to compute it of`)
  const value = compute[operation](values)
  const short = factShort(kind, value)
  const ids = operands.map(({ id }) => id)
  return {
    id: `computed:${operation}(${ids.join(',')})`,
    label,
    value,
    unit: unitOf[kind],
    text: factText(kind, value),
    ...(short !== undefined && { short }),
    document: null,
    operands: ids,
  }
}
