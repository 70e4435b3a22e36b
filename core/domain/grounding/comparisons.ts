import { idsOf } from './belongs.ts'
import type { Axis } from './direction-phrases.ts'
import { dimensions } from './items.ts'
import type { Given, Known } from './known.ts'
import { besideOf } from './siblings.ts'
import { subjectOf } from './subject.ts'

/** Two sides, and by how much the first is slower, behind, fading or more. */
export type Comparison = {
  /** 'car:13', 'lap:8', 'ref:quick-quarter'. */
  readonly a: ReadonlySet<string>
  readonly b: ReadonlySet<string>
  readonly value: number
  readonly axis: Axis
}

/** What a fact alone says of two sides; empty for what compares nothing. */
export function comparisonsOf(given: Given, known: Known): readonly Comparison[] {
  const { fact, subject } = given
  const own = new Set([...ownKeys(given)].filter((key) => /^(car|lap|ref):/.test(key)))
  const value = Number(fact.value)
  const beside = without(cars(besideOf(given, known.given, 'car')), own)
  if (subject.names.includes('lostTo'))
    return [{ a: own, b: valueOf(given), value: 1, axis: 'order' }]
  if (subject.names.includes('wonFrom'))
    return [{ a: own, b: valueOf(given), value: -1, axis: 'order' }]
  if (fact.value === null) return []
  if (subject.names.join('.') === 'trend.verdict') return [trendOf(given)]
  if (subject.operation === 'difference') return differenceOf(given, known)
  if (subject.figure.reference === 'other-race') return [betweenRaces(given, value)]
  const b = new Set([...beside, `ref:${subject.figure.reference ?? ''}`])
  const { sign } = subject.figure
  // "The composite is quicker than your best lap": what it is a figure of is the first side.
  const names = subject.figure.tags.filter((tag) => tag !== subject.figure.reference)
  const called = new Set([...own, ...names.map((tag) => `ref:${tag}`)])
  switch (sign) {
    case 'slower':
      return [{ a: called, b, value, axis: 'speed' }]
    case 'quicker':
      return subject.figure.tags.includes('watch')
        ? [{ a: beside, b: own, value: -value, axis: 'speed' }]
        : [{ a: called, b, value: -value, axis: 'speed' }]
    case 'behind':
      return [{ a: own, b, value: Math.abs(value), axis: 'order' }]
    case 'lost':
      return [{ a: own, b, value: orNone(value), axis: 'order' }]
    case 'won':
      return [{ a: own, b, value: -orNone(value), axis: 'order' }]
    case 'fading':
      // Of the trend against the field the verdict decides; its interval's ends are as they are.
      return subject.figure.tags.includes('plain-trend') || subject.figure.isEnd === true
        ? [slopeOf(given, value)]
        : []
    case undefined:
      break
  }
  return []
}

/** "You lost 0 places": none of those that were lost. */
function orNone(places: number): number {
  return places === 0 ? Number.MIN_VALUE : places
}

/** "Your laps became 0.047 s a lap slower": against one's own laps before. */
function slopeOf({ subject }: Given, value: number): Comparison {
  const axis = subject.figure.isEnd === true ? 'trend' : 'speed'
  return { a: cars(subject.cars), b: new Set(), value, axis }
}

function trendOf(given: Given): Comparison {
  const value = given.fact.value === 'improving' ? -1 : given.fact.value === 'fading' ? 1 : 0
  return { a: cars(given.subject.cars), b: new Set(['ref:field']), value, axis: 'trend' }
}

/** Car, laps and section; of what has no car the field. */
function ownKeys({ subject }: Given): Set<string> {
  const keys = dimensions.flatMap((dimension) =>
    dimension === 'track' ? [] : idsOf(subject, dimension).map((id) => `${dimension}:${id}`),
  )
  for (const [first, last] of subject.spans ?? []) keys.push(`lap:${first}`, `lap:${last}`)
  return new Set(subject.cars.length === 0 ? [...keys, 'ref:field'] : keys)
}

function cars(ids: Iterable<string>): Set<string> {
  return new Set(Array.from(ids, (id) => `car:${id}`))
}
function valueOf({ fact }: Given): Set<string> {
  return new Set([`car:${String(fact.value)}`])
}

/** This race against the other of the weekend. A card's check is how race 2 moved against race 1. */
function betweenRaces(given: Given, value: number): Comparison {
  const { subject } = given
  const isCheck = subject.names.includes('check')
  const [first = '', second = ''] = subject.raceIds
  const [here, there] = isCheck ? [second, first] : [first, second]
  const keys = [...ownKeys(given)].filter((key) => !key.startsWith('race:'))
  return {
    a: new Set([...keys, `race:${here}`]),
    b: new Set([`race:${there}`, 'ref:other-race']),
    value,
    axis: 'speed',
  }
}

/** The first operand less the second: what only the one is about against what only the other is. */
function differenceOf(given: Given, known: Known): readonly Comparison[] {
  const [first, second] = given.subject.operands.map((id) => {
    const one = { ...given, subject: subjectOf({ ...given.fact, id, document: null }) }
    const names = one.subject.figure.tags.map((tag) => `ref:${tag}`)
    return new Set([...ownKeys(one), ...names, ...cars(besideOf(one, known.given, 'car'))])
  })
  if (first === undefined || second === undefined) return []
  const value = Number(given.fact.value)
  return [{ a: without(first, second), b: without(second, first), value, axis: axisOf(given) }]
}

/** What two figures of one kind say beside each other: "your 1:38.2" and "car 22's 1:37.9". */
export function comparisonOfPair(one: Given, other: Given): readonly Comparison[] {
  const isOneKind = nameOf(one) === nameOf(other) && one.fact.unit === other.fact.unit
  if (!isOneKind || typeof one.fact.value !== 'number' || typeof other.fact.value !== 'number')
    return []
  const [a, b] = [ownKeys(one), ownKeys(other)]
  const axis = axisOf(one)
  const size = one.fact.value - other.fact.value
  const value = one.subject.figure.tags.includes('score') ? -size : size
  const both = { a: without(a, b), b: without(b, a) }
  if (both.a.size === 0 || both.b.size === 0) return []
  return axis === 'size'
    ? [{ ...both, value: size, axis }]
    : [
        { ...both, value, axis },
        { ...both, value: size, axis: 'size' },
      ]
}

function nameOf({ subject }: Given): string {
  return `${subject.operation ?? ''} ${subject.names.slice(-2).join('.')}`
}

function axisOf({ fact, subject }: Given): Axis {
  const { tags } = subject.figure
  if (tags.includes('steady') || tags.includes('score') || tags.includes('standard-deviation'))
    return 'steadiness'
  if (fact.unit === 'ms') return 'speed'
  if (fact.unit === 'rank') return 'speed'
  return fact.unit === 'position' ? 'order' : 'size'
}

function without(one: ReadonlySet<string>, other: ReadonlySet<string>): ReadonlySet<string> {
  return new Set([...one].filter((key) => !other.has(key)))
}
