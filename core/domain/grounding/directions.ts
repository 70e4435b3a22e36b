import { strangerIn } from './belongs.ts'
import { type Clause, heldIn } from './clauses.ts'
import { type Comparison, comparisonOfPair, comparisonsOf } from './comparisons.ts'
import { negations } from './direction-phrases.ts'
import { isCalledRight } from './figure-named.ts'
import { type Refusal, refuse } from './given.ts'
import type { DirectionItem, Item } from './items.ts'
import type { Given, Known } from './known.ts'
import type { Matched } from './numbers-and-names.ts'
import { isMisplaced } from './misplaced.ts'
import { fromTo, isBackwards, moves } from './moves.ts'
import { orientationOf } from './orientation.ts'
import { superlativeHolds } from './superlatives.ts'

type Context = {
  readonly draft: string
  readonly clauses: readonly Clause[]
  readonly matched: Matched
  readonly known: Known
}

/** Rule 2: a word that says which way agrees with the facts, as they are cited first, else as they are given. */
export function checkDirections(context: Context): Refusal | undefined {
  for (const [index, clause] of context.clauses.entries()) {
    for (const item of clause.items) {
      if (item.type !== 'direction') continue
      const text = context.draft.slice(item.start, item.end).toLowerCase()
      const holds = holdsAt(item, text, index, context)
      const isTurned = isNegated(item, clause.items)
      if (isMisplaced(item, text, clause.items, context.matched)) return refuse('direction', text)
      if (isOfNobody(item, clause.items) && isNothingOff(item, text, index, context)) continue
      if (isOfNobody(item, clause.items)) return refuse('direction', `nothing ${text}`)
      if (holds === undefined || holds === isTurned) return refuse('direction', text)
    }
    if (isBackwards(index, context)) return refuse('direction', 'from a later to an earlier one')
  }
  return checkSigns(context)
}

/** A gap below zero told without any word of direction would be read as above. */
function checkSigns({ clauses, matched, draft }: Context): Refusal | undefined {
  const hasWord = clauses.some(({ items }) => items.some((item) => item.type === 'direction'))
  if (hasWord) return undefined
  for (const [item, { fact, subject }] of matched) {
    const isBelow = subject.figure.sign !== undefined && Number(fact.value) < 0
    const hasSign = /[−-]/.test(draft.slice(item.start, item.start + 1))
    if (isBelow && !hasSign) return refuse('direction', 'a gap below zero')
  }
  return undefined
}

export function isNegated(item: Item, items: readonly Item[]): boolean {
  const before = items.slice(0, items.indexOf(item)).slice(-6)
  return before.filter((one) => one.type === 'word' && negations.has(one.text)).length % 2 === 1
}

const nobody = new Set('nothing none nobody neither nor never'.split(' '))

/** "Nothing is slower" speaks of all that there is. */
function isOfNobody(item: Item, items: readonly Item[]): boolean {
  const before = items.slice(0, items.indexOf(item))
  return before.some((one, at) => {
    if (one.type !== 'word') return false
    const next = before[at + 1]
    const isNoCar =
      one.text === 'no' && next?.type === 'word' && /^(car|lap|section)s?$/.test(next.text)
    return isNoCar || nobody.has(one.text)
  })
}

/** "Nothing is off the quick quarter": so it is where all sections are given, and each is ahead of it. */
function isNothingOff(
  item: Item,
  text: string,
  index: number,
  { clauses, known }: Context,
): boolean {
  const items = clauses[index]?.items ?? []
  const after = items.slice(items.indexOf(item) + 1).find(({ type }) => type === 'name')
  const before = items.slice(0, items.indexOf(item))
  const isPlain = before.every(({ type }) => type === 'word')
  if (text !== 'off' || !isPlain || after?.type !== 'name') return false
  if (!after.tags.includes('quick-quarter')) return false
  const cars = heldIn(clauses, index, 'car', known)?.ids ?? new Set([known.me ?? '?'])
  const gaps = known.given.filter(
    ({ subject }) =>
      subject.names.join('.') === 'sections.paceGapMs' &&
      subject.cars.every((car) => cars.has(car)) &&
      subject.raceIds.every((race) => known.scope.raceIds.includes(race)),
  )
  const sections = new Set(gaps.flatMap(({ subject }) => subject.parts))
  return (
    ['s1', 's2', 's3'].every((section) => sections.has(section)) &&
    gaps.every(({ fact }) => Number(fact.value) < 0.5)
  )
}

function holdsAt(item: DirectionItem, text: string, index: number, context: Context) {
  const { clauses, matched, known } = context
  if (item.direction.degree === 'superlative')
    return superlativeHolds(item, text, { clauses, index, matched, known })
  if (/^(close|similar|level)$/.test(text) && areSectionsClose(index, context)) return true
  const own = clauses[index]
  const cited = own?.quantities.flatMap((quantity) => matched.get(quantity.item) ?? []) ?? []
  const here = judged(
    item,
    index,
    [...fromEach(cited, known), ...(moves.test(text) ? fromTo(index, context) : [])],
    context,
  )
  if (here !== undefined) return here
  const named = citedNames(clauses, known).filter((given) => fits(given, index, context))
  const inSentence = [...matched.values()].filter((given) => fits(given, index, context))
  const pairs = pairsOf([...matched.values()])
  const there = judged(
    item,
    index,
    [...fromEach([...inSentence, ...named], known), ...pairs],
    context,
  )
  if (there !== undefined) return there
  if (cited.some(({ subject }) => subject.figure.sign !== undefined)) {
    const trend = fromEach(known.given.filter(isVerdict), known)
    return judged(item, index, trend, context)
  }
  const given = known.given.filter((one) => fits(one, index, context))
  const all = [...fromEach(given, known), ...pairsOf(given)]
  return judged(item, index, all, context) ?? judged(item, index, acrossOf(index, context), context)
}

function isVerdict({ subject }: Given): boolean {
  return subject.names.join('.') === 'trend.verdict'
}

function fits(given: Given, index: number, { clauses, known }: Context): boolean {
  const clause = clauses[index]
  if (clause === undefined || !isCalledRight(given, clause)) return false
  return strangerIn(given, clauses, index, known) === undefined
}

function fromEach(facts: readonly Given[], known: Known): readonly Comparison[] {
  return facts.flatMap((given) => comparisonsOf(given, known))
}

function citedNames(clauses: readonly Clause[], { byLabel }: Known): readonly Given[] {
  return clauses.flatMap(({ items }) =>
    items.flatMap((item) => (item.type === 'cite' ? (byLabel.get(item.label) ?? []) : [])),
  )
}

function pairsOf(facts: readonly Given[]): readonly Comparison[] {
  return facts.flatMap((one, index) =>
    facts.slice(index + 1).flatMap((other) => comparisonOfPair(one, other)),
  )
}

/** "in Section 2 than in Section 1", "your best lap than car 22's": the same figure of one and of the other. */
function acrossOf(index: number, context: Context): readonly Comparison[] {
  const { clauses, known } = context
  const clause = clauses[index]
  // Which figure is meant has to be said: "you are a lap behind car 22" names none.
  if (clause?.items.some(({ type }) => type === 'name') !== true) return []
  return (['section', 'car', 'lap'] as const).flatMap((dimension) => {
    const held = heldIn(clauses, index, dimension, known)
    const ids = held?.isOwn === true ? [...held.ids] : []
    if (ids.length !== 2) return []
    const [ones = [], others = []] = ids.map((id) => {
      const items = clause.items.filter(
        (item) => item.type !== dimension || item.named.every((named) => named.id === id),
      )
      const alone = { ...context, clauses: clauses.with(index, { ...clause, items }) }
      return known.given.filter((one) => fits(one, index, alone))
    })
    return ones.flatMap((one) => others.flatMap((other) => comparisonOfPair(one, other)))
  })
}

/** True where all comparisons of a fitting kind bear the word out, false where one does not. */
function judged(
  word: DirectionItem,
  index: number,
  comparisons: readonly Comparison[],
  { clauses, known }: Context,
): boolean | undefined {
  const verdicts = comparisons.flatMap((comparison) => {
    if (!word.direction.axes.includes(comparison.axis)) return []
    const way = orientationOf(word, clauses, index, comparison, known)
    return way === undefined ? [] : [isBorneOut(word, way * comparison.value)]
  })
  return verdicts.length === 0 ? undefined : verdicts.every(Boolean)
}

function isBorneOut({ direction: { way } }: DirectionItem, value: number): boolean {
  if (way === 'level') return Math.abs(value) < 0.5
  return way === 'good' || way === 'less' ? value < 0 : value > 0
}

/** D13: no section stands out from the others. */
function areSectionsClose(index: number, { clauses, known }: Context): boolean {
  const held = heldIn(clauses, index, 'car', known)?.ids
  const speaksOfSections = clauses.some(({ items }) =>
    items.some(
      (item) => item.type === 'section' || (item.type === 'word' && item.text === 'sections'),
    ),
  )
  return (
    speaksOfSections &&
    known.given.some(
      ({ fact, subject }) =>
        fact.id.endsWith('#firstStandsOut') &&
        fact.value === false &&
        subject.cars.every((car) => (held === undefined ? car === known.me : held.has(car))) &&
        subject.raceIds.every((race) => known.scope.raceIds.includes(race)),
    )
  )
}
