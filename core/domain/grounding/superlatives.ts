import { strangerIn } from './belongs.ts'
import { type Clause, heldIn } from './clauses.ts'
import { type DirectionItem, isEntity, type Item } from './items.ts'
import type { Given, Known } from './known.ts'
import type { Matched } from './numbers-and-names.ts'
import { entityOf } from './siblings.ts'

type Context = {
  readonly clauses: readonly Clause[]
  readonly index: number
  readonly matched: Matched
  readonly known: Known
}

/** Figures that are a best or a worst by what they are. */
const extremes: readonly (readonly [RegExp, 'good' | 'bad'])[] = [
  [/^(bestLap|fastestLap|own|bestClean)\.|\.quickestLap$|^best\./, 'good'],
  [/\.slowestLap$|^worst\./, 'bad'],
]
const operations: Readonly<Record<string, 'good' | 'bad'>> = {
  max: 'bad',
  largest: 'bad',
  slowest: 'bad',
  worst: 'bad',
  min: 'good',
  smallest: 'good',
  fastest: 'good',
  quickest: 'good',
  best: 'good',
}

/** Whether "biggest", "best", "most", "stands out" hold; undefined where the facts do not say. */
export function superlativeHolds(
  word: DirectionItem,
  text: string,
  context: Context,
): boolean | undefined {
  const { direction } = word
  if (direction.axes.includes('state')) return standsOut(text, context)
  const end = direction.way === 'bad' || direction.way === 'more' ? 'bad' : 'good'
  if (text === 'most') return isMost(context)
  return (
    byFigure(end, context) ??
    byOrder(end, context) ??
    byFamily(end, context) ??
    byRank(word, end, context)
  )
}

function sectionOf({ clauses, index, known }: Context): string | undefined {
  const [only, second] = heldIn(clauses, index, 'section', known)?.ids ?? []
  return second === undefined ? only : undefined
}

function fitting({ clauses, index, known }: Context, isIt: (given: Given) => boolean): Given[] {
  return known.given.filter(
    (given) => isIt(given) && strangerIn(given, clauses, index, known) === undefined,
  )
}

/** The test of D13 on the first of the opportunities. */
function standsOut(text: string, context: Context): boolean | undefined {
  if (!text.startsWith('stand')) return undefined
  const section = sectionOf(context)
  const [first] = ofCar(context, (given) => /(^|#)opportunities\.0$/.test(fieldOf(given)))
  const [verdict] = ofCar(context, (given) => fieldOf(given) === 'firstStandsOut')
  if (typeof verdict?.fact.value !== 'boolean') return undefined
  if (!verdict.fact.value) return false
  return first === undefined || section === undefined ? undefined : first.fact.value === section
}

/** Facts of the car's race as a whole, whatever section the clause is about. */
function ofCar({ clauses, index, known }: Context, isIt: (given: Given) => boolean): Given[] {
  const { me, scope } = known
  const held = heldIn(clauses, index, 'car', known)?.ids ?? new Set(me === undefined ? [] : [me])
  return known.given.filter(
    (given) =>
      isIt(given) &&
      given.subject.cars.every((car) => held.has(car)) &&
      given.subject.raceIds.every((race) => scope.raceIds.includes(race)),
  )
}

function fieldOf({ fact }: Given): string {
  return fact.id.slice(fact.id.indexOf('#') + 1)
}

/** "your best lap", "the slowest lap of the track": the cited figure itself is the extreme. */
function byFigure(end: 'good' | 'bad', { clauses, index, matched, known }: Context) {
  const cited = (clauses[index]?.items ?? []).flatMap((item) => {
    const given = item.type === 'cite' ? known.byLabel.get(item.label) : matched.get(item)
    return given === undefined ? namedBy(item, { clauses, index, known }) : [given]
  })
  for (const { fact, subject } of cited) {
    // The stretches are listed by their length.
    if (/#story\.followed\.0\./.test(fact.id)) return end === 'bad'
    const names = subject.names.slice(-2).join('.')
    const kind =
      operations[subject.operation ?? ''] ?? extremes.find(([name]) => name.test(names))?.[1]
    if (kind !== undefined) return kind === end
  }
  return undefined
}

/** The facts that a car or a lap in its own words may be: "lap 4" where the track was slowest. */
function namedBy(item: Item, { clauses, index, known }: Omit<Context, 'matched'>): Given[] {
  if (!isEntity(item) || item.isImplied === true) return []
  return known.given.filter((given) => {
    const entity = entityOf(given)
    if (!given.subject.names.some((name) => /^(?:trackChange|followed)$/.test(name))) return false
    const isIt = entity?.dimension === item.type && item.named.some(({ id }) => id === entity.id)
    return isIt && strangerIn(given, clauses, index, known) === undefined
  })
}

/** The first opportunity is the biggest part, the first strength the best. */
function byOrder(end: 'good' | 'bad', context: Context): boolean | undefined {
  if (isOfSpread(context)) return undefined
  const section = sectionOf(context)
  if (section === undefined) return undefined
  const at = end === 'bad' ? 'opportunities.0' : 'strengths.0.quantity'
  const [first] = ofCar(context, (given) => fieldOf(given) === at)
  return first === undefined ? undefined : first.fact.value === section
}

/** Of all three sections of one figure, this one is the furthest. */
function byFamily(end: 'good' | 'bad', context: Context): boolean | undefined {
  const family = familyOf(context)
  const section = sectionOf(context)
  if (family === undefined || section === undefined) return undefined
  const own = family.get(section)
  if (own === undefined) return undefined
  const others = [...family].filter(([id]) => id !== section).map(([, value]) => value)
  return others.every((value) => (end === 'bad' ? own > value : own < value))
}

/** "The largest part of your spread" is no gap. */
function isOfSpread({ clauses, index }: Context): boolean {
  const items = clauses[index]?.items ?? []
  return items.some((item) => item.type === 'name' && item.tags.includes('share-of-spread'))
}

function familyOf(context: Context): ReadonlyMap<string, number> | undefined {
  const cited = (context.clauses[context.index]?.quantities ?? [])
    .flatMap(({ item }) => context.matched.get(item) ?? [])
    .find(({ subject }) => subject.figure.sign === 'slower')
  const name = isOfSpread(context) ? 'shareOfSpread' : (cited?.subject.names.at(-1) ?? 'paceGapMs')
  const laps = cited?.subject.laps.join() ?? ''
  const all = ofCar(
    context,
    ({ subject }) => subject.names.at(-1) === name && subject.laps.join() === laps,
  )
  const family = new Map(
    all.flatMap(({ subject, fact }) =>
      subject.parts.map((part) => [part, Number(fact.value)] as const),
    ),
  )
  return ['s1', 's2', 's3'].every((section) => family.has(section))
    ? new Map([...family].filter(([part]) => part.length === 2))
    : undefined
}

/** "Most": more than half of the sum of the positive pace gaps, or n of m with n more than half. */
function isMost(context: Context): boolean | undefined {
  const section = sectionOf(context)
  const family = familyOf(context)
  if (family !== undefined && section !== undefined) {
    const sum = [...family.values()].reduce((total, value) => total + Math.max(0, value), 0)
    return (family.get(section) ?? 0) > sum / 2
  }
  const [part, whole] = (context.clauses[context.index]?.quantities ?? []).flatMap(
    ({ item }) => context.matched.get(item)?.fact.value ?? [],
  )
  return typeof part === 'number' && typeof whole === 'number' ? part > whole / 2 : undefined
}

/** First of all is the best, last of all the worst. */
function byRank(word: DirectionItem, end: 'good' | 'bad', context: Context): boolean | undefined {
  const isOrder = word.direction.axes.includes('order')
  const ranks = fitting(context, ({ fact, subject }) => {
    if (word.direction.axes.includes('steadiness') && subject.names.includes('steadyRank'))
      return true
    if (word.direction.axes.includes('speed') && subject.names.includes('paceRank')) return true
    // "Car 13 led at the end of lap 8".
    const isOfALap = subject.names.join() === 'laps,position' && subject.laps.length === 1
    return isOrder && (isOfALap || subject.names.join() === 'position') && fact.unit === 'position'
  })
  const isNamed = ranks.filter((given) => [...context.matched.values()].includes(given))
  const [rank] = isNamed.length > 0 ? isNamed : ranks
  if (rank === undefined || end === 'bad') return undefined
  return rank.fact.value === 1
}
