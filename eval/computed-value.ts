import { deviationOf, meanOf, medianOf, quartileOf } from './oracle/summary.ts'

/** 'computed:difference(a,b)' taken apart; an operand may be computed itself. */
export function computedOf(id: string): { operation: string; operands: string[] } | undefined {
  const [, operation, inside] = /^computed:([a-z-]+)\((.*)\)$/.exec(id) ?? []
  return operation === undefined || inside === undefined
    ? undefined
    : { operation, operands: splitAtTop(inside) }
}

function splitAtTop(text: string): string[] {
  const parts = ['']
  let depth = 0
  for (const character of text) {
    if (character === '(') depth++
    if (character === ')') depth--
    if (character === ',' && depth === 0) parts.push('')
    else parts.push((parts.pop() ?? '') + character)
  }
  return parts
}

const spread = (values: readonly number[]) => {
  const [low, high] = [quartileOf(values, 0.25), quartileOf(values, 0.75)]
  return low === undefined || high === undefined ? undefined : high - low
}
const half = (value: number | undefined) => (value === undefined ? undefined : value / 2)

const metresOfMile = 1609.344

const operations: Readonly<Record<string, (values: readonly number[]) => number | undefined>> = {
  difference: ([first, second]) =>
    first === undefined || second === undefined ? undefined : first - second,
  count: (values) => values.length,
  median: medianOf,
  mean: meanOf,
  best: (values) => Math.min(...values),
  highest: (values) => Math.max(...values),
  sum: (values) => values.reduce((sum, value) => sum + value, 0),
  'sum-over-best': (values) => {
    const best = Math.min(...values)
    return values.reduce((sum, value) => sum + (value - best), 0)
  },
  range: (values) => Math.max(...values) - Math.min(...values),
  std: deviationOf,
  spread,
  'half-spread': (values) => half(spread(values)),
  percentage: ([part, whole]) =>
    part === undefined || whole === undefined ? undefined : (100 * part) / whole,
  'spread-share': (values) => {
    const [wide, middle] = [spread(values), medianOf(values)]
    return wide === undefined || middle === undefined ? undefined : (100 * wide) / middle
  },
  'std-share': (values) => {
    const [deviation, middle] = [deviationOf(values), meanOf(values)]
    return deviation === undefined || middle === undefined ? undefined : (100 * deviation) / middle
  },
  'median-deviation': (values) => {
    const middle = medianOf(values)
    return middle === undefined ? undefined : medianOf(values.map((one) => Math.abs(one - middle)))
  },
  product: ([one, other]) => (one === undefined || other === undefined ? undefined : one * other),
  'in-mph': ([kph]) => (kph === undefined ? undefined : (kph * 1000) / metresOfMile),
  'in-fahrenheit': ([celsius]) => (celsius === undefined ? undefined : (celsius * 9) / 5 + 32),
  'in-miles': ([metres]) => (metres === undefined ? undefined : metres / metresOfMile),
  'in-kilometres': ([metres]) => (metres === undefined ? undefined : metres / 1000),
  'in-feet': ([metres]) => (metres === undefined ? undefined : metres / 0.3048),
  'fifth-percentile': (values) => quartileOf(values, 0.05),
  'tenth-percentile': (values) => quartileOf(values, 0.1),
  'first-quartile': (values) => quartileOf(values, 0.25),
  'third-quartile': (values) => quartileOf(values, 0.75),
  'ninetieth-percentile': (values) => quartileOf(values, 0.9),
  'ninety-fifth-percentile': (values) => quartileOf(values, 0.95),
}

/** The value computed again from its operands; undefined where they are no numbers or nobody knows the operation. */
export function computedValue(operation: string, operands: readonly unknown[]): number | undefined {
  if (operation === 'count') return operands.length
  const numbers = operands.filter((value) => typeof value === 'number')
  return numbers.length < operands.length ? undefined : operations[operation]?.(numbers)
}
