import { type Clause, type Held, heldIn, namedIn } from './clauses.ts'
import { saysAtItsEnd } from './end-said.ts'
import { type Dimension, dimensions } from './items.ts'
import type { Given, Known } from './known.ts'
import { isOfFieldHere, isOfSpans } from './of-many.ts'
import { isOwnedByAnother } from './owned-by-another.ts'
import { besideOf, entityOf } from './siblings.ts'
import type { Subject } from './subject.ts'

/** What a fact is about in one dimension. */
export function idsOf(subject: Subject, dimension: Dimension): readonly string[] {
  switch (dimension) {
    case 'car':
      return subject.cars
    case 'lap':
      return subject.laps.map(String)
    case 'section':
      return subject.parts.filter((part) => part !== 'lap')
    case 'race':
      return subject.raceIds
    case 'track':
      return subject.trackIds
  }
}

/** What holds where a sentence does not say. */
function unsaid(dimension: Dimension, { me, scope }: Known): readonly string[] {
  switch (dimension) {
    case 'car':
      return me === undefined ? [] : [me]
    case 'lap':
      return scope.laps.length === 1 ? scope.laps.map(String) : []
    case 'section':
      return scope.sections.length === 1 ? scope.sections : []
    case 'race':
      return scope.raceIds.length === 1 ? scope.raceIds : []
    case 'track':
      return scope.trackId === undefined
        ? scope.raceIds.map((race) => race.replace(/-r[0-9]+$/, ''))
        : [scope.trackId]
  }
}

/** The first dimension in which a fact is about something else than its clause; undefined where it belongs. */
export function strangerIn(
  given: Given,
  clauses: readonly Clause[],
  index: number,
  known: Known,
): Dimension | undefined {
  return dimensions.find((dimension) => {
    if (isOfTheTrack(given) && dimension !== 'section' && dimension !== 'track') return false
    const held = heldIn(clauses, index, dimension, known)
    if (!agrees(given, dimension, held, clauses, index, known)) return true
    return !carriesTail(given, dimension, clauses[index + 1], known)
  })
}

/** "…, to car 93": what trails after a comma belongs to the number before it. */
function carriesTail(
  given: Given,
  dimension: Dimension,
  next: Clause | undefined,
  known: Known,
): boolean {
  const first = next?.items[0]
  if (next === undefined || next.isFresh === true || next.quantities.length > 0) return true
  if (first?.type !== 'word' || !connectors.has(first.text)) return true
  const about = new Set([
    ...idsOf(given.subject, dimension),
    ...besideOf(given, known.given, dimension),
  ])
  const names = namedIn(next, dimension, known)
  return names.every(({ id }) => about.has(id))
}
const connectors = new Set(
  'to by from past against than of for with on in at off behind'.split(' '),
)

function agrees(
  given: Given,
  dimension: Dimension,
  held: Held | undefined,
  clauses: readonly Clause[],
  index: number,
  known: Known,
): boolean {
  const clause = clauses[index]
  if (dimension === 'car' && given.subject.isOfField === true)
    return isOfFieldHere(given, held, clauses, index)
  const beside = besideOf(given, known.given, dimension)
  const isSaidBeside =
    (dimension === 'car' && isWatched(given)) || (dimension === 'section' && isOfAChoice(given))
  const about = isSaidBeside
    ? [...beside].filter((id) => id !== 'lap')
    : idsOf(given.subject, dimension)
  if (isSaidBeside && beside.size === 0) return false
  const ownDefault = unsaid(dimension, known)
  // "Laps 4, 22 and 24": which section makes them worth a look is said elsewhere.
  if (held === undefined && dimension === 'section' && entityOf(given) !== undefined)
    return isNowhereElse(about, clauses, known) && (about.length === 0 || !hasName(clause))
  if (held === undefined && dimension === 'section' && isSameInAll(given, known)) return true
  if (held === undefined) return about.every((id) => ownDefault.includes(id))
  if (dimension === 'lap' && isAfterLap1(given, clauses, index)) beside.add('1')
  if (dimension === 'car' && isOwnedByAnother(given, clause, beside, known)) return false
  const isCarried = (id: string) => about.includes(id) || beside.has(id)
  if (dimension === 'lap' && isOfSpans(given, held, clauses)) return true
  if (about.length === 0 && !held.isOwn && mayGoBeyond(given, dimension)) return true
  if (
    about.length === 0 &&
    isSpent(held, dimension, clauses[held.at]) &&
    (namesIt(given, clause) || isApposition(given, clauses, index))
  )
    return true
  if (about.length === 0 && dimension === 'car' && namesIt(given, clause)) return true
  if (dimension === 'lap' && !held.isOwn && isResult(given) && namesIt(given, clause)) return true
  const isFurtherOn = held.at < index - 1 && given.subject.figure.counts === 'laps'
  if (about.length === 0 && isFurtherOn && isSpent(held, dimension, clauses[held.at])) return true
  if (about.length === 0 && (dimension === 'race' || dimension === 'track') && !isRaceless(given))
    return false
  if (![...held.ids].every(isCarried)) return false
  const elsewhere =
    given.subject.operation === 'difference' ? saidIn(clauses, dimension, known) : []
  const all = new Set([...held.ids, ...ownDefault, ...elsewhere])
  return about.every((id) => all.has(id))
}

/** "… off the composite, 1:37.390": a number alone is what was named last. */
function isApposition(given: Given, clauses: readonly Clause[], index: number): boolean {
  const [only, other] = clauses[index]?.items ?? []
  const last = clauses[index - 1]?.items.at(-1)
  if (only === undefined || other !== undefined || last?.type !== 'name') return false
  return last.tags.some((tag) => given.subject.figure.tags.includes(tag))
}

/** "Over 24 green laps", where every section has as many. */
function isSameInAll(given: Given, { given: all }: Known): boolean {
  if (given.subject.figure.counts !== 'laps') return false
  const { names, cars, raceIds } = given.subject
  return all.every(
    ({ fact, subject }) =>
      subject.names.at(-1) !== names.at(-1) ||
      subject.cars.join() !== cars.join() ||
      subject.raceIds.join() !== raceIds.join() ||
      fact.value === given.fact.value,
  )
}

/** "1:37.428 on lap 8, …": the lap has its number; what comes after need not be of it. */
function isSpent(held: Held, dimension: Dimension, clause: Clause | undefined): boolean {
  if (held.isOwn || dimension !== 'lap' || clause === undefined) return false
  const lap = clause.items.findIndex(({ type }) => type === 'lap')
  const number = clause.items.findIndex((item) =>
    clause.quantities.some((one) => one.item === item),
  )
  return number >= 0 && number < lap
}

/** All that a sentence names: of two that are compared one may stand in another clause. */
function saidIn(clauses: readonly Clause[], dimension: Dimension, known: Known): readonly string[] {
  return clauses.flatMap((clause) => namedIn(clause, dimension, known).map(({ id }) => id))
}

/** Of which section a strength or a card is, its document says in a fact beside it. */
function isOfAChoice({ subject: { names } }: Given): boolean {
  return /^(strengths|card|previousCard)$/.test(names[0] ?? '') && !names.includes('quantity')
}

/** Lap, time and rank of the car to watch are that car's, though they stand in the own document. */
function isWatched({ subject: { names } }: Given): boolean {
  return names.includes('watch') && /^(lap|drivenMs|paceRank)$/.test(names.at(-1) ?? '')
}

function hasName(clause: Clause | undefined): boolean {
  return clause?.items.some(({ type }) => type === 'name') === true
}

/** No other section is spoken of in the whole sentence. */
function isNowhereElse(
  about: readonly string[],
  clauses: readonly Clause[],
  known: Known,
): boolean {
  const said = clauses.flatMap((clause) => namedIn(clause, 'section', known).map(({ id }) => id))
  return said.length === 0 || about.every((id) => said.includes(id))
}

/** The corners of a section are the same in every race. */
function isOfTheTrack({ subject }: Given): boolean {
  return subject.names.includes('cornerRanges')
}

/** Figures that begin after lap 1, where the sentence says "after". */
function isAfterLap1({ subject }: Given, clauses: readonly Clause[], index: number): boolean {
  const [first, last] = [subject.names[0], subject.names.at(-1)]
  if (first !== 'story' || !/^(positionAfterLap1|placesWon|placesLost)$/.test(last ?? ''))
    return false
  if (saysAtItsEnd(clauses[index]?.items ?? [])) return true
  return last !== 'positionAfterLap1' && clauses.some(({ items }) => saysAtItsEnd(items))
}

/** After "In Section 2, …" a figure of the whole race may follow; after "On lap 8, …" or "Car 22, …" none. */
function mayGoBeyond({ subject }: Given, dimension: Dimension): boolean {
  if (dimension === 'car') return subject.operation === undefined
  return dimension === 'section' && subject.figure.counts === 'laps' && subject.parts.length === 0
}

/** "your 0.1 s off the quick quarter's 43.1 s": the clause says that it is the field's. */
function namesIt({ subject }: Given, clause: Clause | undefined): boolean {
  const { tags } = subject.figure
  return (clause?.items ?? []).some(
    (item) => item.type === 'name' && item.tags.some((tag) => tags.includes(tag)),
  )
}

/** "After lap 1 you were P18, and you finished P14": what came of it is of no lap. */
function isResult({ subject: { names } }: Given): boolean {
  return /^position(?:OnRoad)?$/.test(names.join())
}

function isRaceless({ subject }: Given): boolean {
  return subject.trackIds.length > 0 && subject.raceIds.length === 0
}
