import type { Clause } from './clauses.ts'
import type { Comparison } from './comparisons.ts'
import type { Given } from './known.ts'
import type { Matched } from './numbers-and-names.ts'

type Told = { readonly clauses: readonly Clause[]; readonly matched: Matched }

/** Words of a change from one value to another. */
export const moves =
  /^(fell|fell back|dropped|drop|gained|gain|won|lost|made up|rose|grew|shrank|improved)$/

/** "fell from P5 to P9", "grew from 0.4 s to 2.1 s": the two figures. */
function fromAndTo(index: number, { clauses, matched }: Told): readonly [Given, Given] | undefined {
  const items = clauses.slice(index, index + 2).flatMap((clause) => clause.items)
  const texts = new Set(items.flatMap((item) => (item.type === 'word' ? [item.text] : [])))
  if (!texts.has('from') || !texts.has('to')) return undefined
  const [first, second] = items.flatMap((item) => matched.get(item) ?? [])
  if (typeof first?.fact.value !== 'number' || typeof second?.fact.value !== 'number')
    return undefined
  return first.fact.unit === second.fact.unit ? [first, second] : undefined
}

/** The second less the first. */
export function fromTo(index: number, context: Told): readonly Comparison[] {
  const both = fromAndTo(index, context)
  if (both === undefined) return []
  const [first, second] = both
  const value = Number(second.fact.value) - Number(first.fact.value)
  const a = new Set(first.subject.cars.map((car) => `car:${car}`))
  const size = { a, b: new Set<string>(), value }
  const unit = first.fact.unit
  if (unit === 'position') return [{ ...size, axis: 'order' }]
  return unit === 'ms'
    ? [
        { ...size, axis: 'speed' },
        { ...size, axis: 'size' },
      ]
    : [{ ...size, axis: 'size' }]
}

/** "from P14 to P18", where P18 came first. */
export function isBackwards(index: number, context: Told): boolean {
  const both = fromAndTo(index, context)
  if (both?.[0].fact.unit !== 'position') return false
  const [first, second] = both.map(momentOf)
  return first === undefined || second === undefined || first >= second
}

/** The lap that a position is of; the result comes after all laps. */
function momentOf({ subject: { names, laps } }: Given): number | undefined {
  if (names.at(-1) === 'positionAfterLap1') return 1
  return names.join() === 'position' || names.join() === 'positionOnRoad' ? Infinity : laps[0]
}
