import type { Fact } from '#core/domain/fact.ts'
import type { FactKind } from '#core/domain/fact-text.ts'
import { findFact, type GetDocument } from '#core/protocol/facts/find-fact.ts'
import { computedFact, isOperation, type Operation } from './computed-fact.ts'
import { sourceLine } from './source-line.ts'

/** A figure over more laps than this is no answer's. */
const mostOperands = 500
const deepest = 4

/**
 * The fact with an id: of a document, or `computed:<operation>(<fact ids>)`, which is computed again from its
 * operands. Undefined where there is none.
 */
export async function findAnyFact(
  get: GetDocument,
  id: string,
  depth = 0,
): Promise<Fact | undefined> {
  if (!id.startsWith('computed:')) return await findFact(get, id)
  const [, name = '', inner = ''] = /^computed:([a-z-]+)\((.*)\)$/s.exec(id) ?? []
  const ids = topLevel(inner)
  if (name === 'line') {
    const read = await findAnyFact(get, inner, depth + 1)
    return read && sourceLine(read)
  }
  if (!isOperation(name) || ids.length > mostOperands || depth > deepest) return undefined
  const operands = await Promise.all(ids.map(async (one) => await findAnyFact(get, one, depth + 1)))
  const found = operands.filter((operand) => operand !== undefined)
  const isNumeric = found.every(({ value }) => name === 'count' || typeof value === 'number')
  if (found.length === 0 || found.length < ids.length || !isNumeric) return undefined
  return computedFact(name, found, kindOf(name, found), `${labels[name]} ${found.length} values`)
}

const labels: Readonly<Record<Operation, string>> = {
  difference: 'The difference of',
  count: 'The number of',
  median: 'The median of',
  mean: 'The mean of',
  best: 'The best of',
  highest: 'The highest of',
  sum: 'The sum of',
  'sum-over-best': 'What is over the best of them, added up, of',
  range: 'The range of',
  std: 'The standard deviation of',
  spread: 'The spread (interquartile range) of',
  'half-spread': 'Half the interquartile range of',
  percentage: 'In percent:',
  'spread-share': 'The interquartile range, in percent of the median, of',
  'std-share': 'The standard deviation, in percent of the mean, of',
  'median-deviation': 'The median absolute deviation of',
  'fifth-percentile': 'The 5th percentile of',
  'tenth-percentile': 'The 10th percentile of',
  'first-quartile': 'The 25th percentile of',
  'third-quartile': 'The 75th percentile of',
  'ninetieth-percentile': 'The 90th percentile of',
  'ninety-fifth-percentile': 'The 95th percentile of',
  product: 'The product of',
  'in-mph': 'In miles an hour:',
  'in-fahrenheit': 'In degrees Fahrenheit:',
  'in-miles': 'In miles:',
  'in-kilometres': 'In kilometres:',
  'in-feet': 'In feet:',
}

const gaps = new Set<Operation>([
  'sum-over-best',
  'difference',
  'range',
  'std',
  'spread',
  'half-spread',
  'median-deviation',
])

const otherUnits: { readonly [operation in Operation]?: FactKind } = {
  product: 'length',
  'in-mph': 'mph',
  'in-fahrenheit': 'fahrenheit',
  'in-miles': 'miles',
  'in-kilometres': 'kilometres',
  'in-feet': 'feet',
}

/** How the result is written: a time like its operands, or the gap between them. */
function kindOf(operation: Operation, [first]: readonly Fact[]): FactKind {
  if (operation === 'count') return 'count'
  if (operation === 'percentage' || operation === 'spread-share' || operation === 'std-share')
    return 'percent'
  const otherUnit = otherUnits[operation]
  if (otherUnit !== undefined) return otherUnit
  if (first?.unit === 'km/h') return 'speed'
  if (first?.unit !== 'ms') return 'number'
  if (gaps.has(operation) || first.short !== undefined) return 'gap'
  return first.text.endsWith(' s') ? 'section-time' : 'lap-time'
}

/** The ids in the brackets of a computed fact's id. */
export function operandIds(id: string): readonly string[] {
  return topLevel(/^computed:[a-z-]+\((.*)\)$/s.exec(id)?.[1] ?? '')
}

/** Ids between commas that stand in no bracket. */
function topLevel(text: string): string[] {
  const parts: string[] = []
  let depth = 0
  let start = 0
  for (let index = 0; index < text.length; index++) {
    const character = text[index]
    if (character === '(') depth++
    if (character === ')') depth--
    if (character === ',' && depth === 0) {
      parts.push(text.slice(start, index))
      start = index + 1
    }
  }
  return [...parts, text.slice(start)].filter((part) => part !== '')
}
