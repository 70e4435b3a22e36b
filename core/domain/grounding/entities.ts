import { idsOf, strangerIn } from './belongs.ts'
import type { Clause } from './clauses.ts'
import { isOfItsFigure } from './figure-of-name.ts'
import { type Refusal, refuse } from './given.ts'
import {
  type CornerItem,
  type DateItem,
  type Dimension,
  type EntityItem,
  isEntity,
  type Item,
  type Named,
  type Span,
} from './items.ts'
import type { Given, Known } from './known.ts'
import { isAgainstItself } from './against-itself.ts'
import type { Matched } from './numbers-and-names.ts'
import { isSaidOfIts } from './said-of.ts'
import { isDoneByAnother } from './done-by.ts'
import { besideOf, entityOf, groupsOf } from './siblings.ts'

/** The facts that typed names of cars, laps, corners and dates are, by the place where they stand. */
export type Cited = ReadonlyMap<Span, Given>

/** Rule 1, its other half: every car, lap, section, corner, race, track and date is cited or asked about. */
export function checkEntities(
  clauses: readonly Clause[],
  matched: Matched,
  known: Known,
): { readonly cited: Cited } | { readonly refusal: Refusal } {
  const cited = new Map<Span, Given>()
  for (const [index, clause] of clauses.entries()) {
    for (const item of clause.items) {
      const context = { clauses, index, clause, matched, known, cited }
      const fault = faultOf(item, context)
      if (fault !== undefined) return { refusal: refuse('entity', fault) }
    }
  }
  return { cited }
}

type Context = {
  readonly clauses: readonly Clause[]
  readonly index: number
  readonly clause: Clause
  readonly matched: Matched
  readonly known: Known
  readonly cited: Map<Span, Given>
}

function faultOf(item: Item, context: Context): string | undefined {
  if (item.type === 'lap' && !isRising(item.named)) return 'laps out of order'
  if (!isSaidOfIts(item, context.clause, context.known)) return 'said of something else'
  if (isAgainstItself(item, context.clause.items, context.known)) return 'against itself'
  if (isDoneByAnother(item, context)) return 'by another'
  if (isEntity(item))
    return item.named.map((named) => faultOfName(item, named, context)).find(Boolean)
  if (item.type === 'cite') return faultOfCite(item, context)
  if (item.type === 'corner') return faultOfCorner(item, context)
  return item.type === 'date' ? faultOfDate(item, context) : undefined
}

function isRising(named: readonly Named[]): boolean {
  return named.every(({ id }, at) => at === 0 || Number(id) > Number(named[at - 1]?.id))
}

function faultOfName(item: EntityItem, named: Named, context: Context): string | undefined {
  const { known, cited, clauses, index } = context
  const what = `${item.type} ${named.id}`
  if (named.id.includes('?')) return what
  if (item.isImplied === true) return undefined
  if (item.type === 'car' && named.id === known.me && isOpposed(item, context)) return what
  const facts = known.given.filter((given) => {
    const entity = entityOf(given)
    const isIt = entity?.dimension === item.type && entity.id === named.id
    return isIt && fitsNear(given, item, context)
  })
  const near = new Set([...context.matched.values()].flatMap(groupsOf))
  const fact = facts.find(({ subject }) => near.has(subject.group)) ?? facts[0]
  if (fact !== undefined && !isOfItsFigure(item, named, clauses[index], context)) return what
  // "After lap 1" is in the name of a figure; another fact that happens to be lap 1 is no source of it.
  const isPlain = fact !== undefined && !near.has(fact.subject.group) && named.id === '1'
  if (fact !== undefined && item.type !== 'section' && !isPlain) cited.set(named, fact)
  if (fact !== undefined) return undefined
  if (!isInScope(item.type, named.id, known) && !isOfAFact(item.type, named.id, context))
    return what
  return isOfItsFigure(item, named, clauses[index], context) ? undefined : what
}

const opposing = new Set('to by past from than behind against'.split(' '))

/** "you lost two places to car 13", where you are car 13. */
function isOpposed(item: Item, { clause, clauses }: Context): boolean {
  const before = clause.items[clause.items.indexOf(item) - 1]
  const saysYou = clauses.some(({ items }) =>
    items.some((one) => one.type === 'car' && one.isImplied === true && one.isPossessive !== true),
  )
  return saysYou && before?.type === 'word' && opposing.has(before.text)
}

function isInScope(dimension: Dimension, id: string, { scope, me }: Known): boolean {
  switch (dimension) {
    case 'car':
      return scope.cars.includes(id) || id === me
    case 'lap':
      return scope.laps.includes(Number(id))
    case 'section':
      return scope.sections.includes(id)
    case 'race':
      return scope.raceIds.includes(id)
    case 'track':
      return scope.trackId === id || scope.raceIds.some((race) => race.startsWith(`${id}-r`))
  }
}

/** Sections and races of any given fact; cars, laps and tracks only of a fact that the sentence cites. */
function isOfAFact(
  dimension: Dimension,
  id: string,
  { known, matched, clauses, clause }: Context,
): boolean {
  const isAny = dimension === 'section' || dimension === 'race'
  if (dimension === 'car' && isCompared(id, { known, clause })) return true
  const named = clauses.flatMap(({ items }) =>
    items.flatMap((item) => (item.type === 'cite' ? (known.byLabel.get(item.label) ?? []) : [])),
  )
  const facts = isAny ? known.given : [...matched.values(), ...named]
  // "After lap 1" is in the name of these figures.
  const isAfter = ({ subject }: Given) =>
    subject.names[0] === 'story' &&
    /^(positionAfterLap1|places(Won|Lost))$/.test(subject.names.at(-1) ?? '')
  if (dimension === 'lap' && id === '1' && facts.some(isAfter)) return true
  const isEnd = ({ subject: { spans = [] } }: Given) =>
    dimension === 'lap' && spans.flat().includes(Number(id))
  const isPiece = (given: Given) =>
    given.subject.names.at(-1) === 'idealLapMs' && besideOf(given, known.given, dimension).has(id)
  return facts.some(
    (given) => isEnd(given) || isPiece(given) || idsOf(given.subject, dimension).includes(id),
  )
}

/** "Your best lap is slower than car 22's": whether it is so the check of directions finds out. */
function isCompared(id: string, { known, clause }: Pick<Context, 'known' | 'clause'>): boolean {
  const names = clause.items.flatMap((item) => (item.type === 'name' ? item.tags : []))
  return (
    clause.items.some(
      (item) => item.type === 'direction' && item.direction.degree === 'comparative',
    ) &&
    known.given.some(
      ({ subject }) =>
        subject.cars.includes(id) && names.some((tag) => subject.figure.tags.includes(tag)),
    )
  )
}

function faultOfCite(item: Item & { readonly label: string }, context: Context) {
  const given = context.known.byLabel.get(item.label)
  const entity = given && entityOf(given)
  if (given === undefined || entity === undefined || entity.dimension === 'section')
    return undefined
  const isRight =
    fitsNear(given, item, context) &&
    isOfItsFigure({ type: entity.dimension }, entity, context.clause, context)
  return isRight ? undefined : item.label
}

/** Whether a car, lap or section stands with the names that its fact has; of several the nearest holds. */
function fitsNear(given: Given, item: Item, { clauses, index, clause, known }: Context): boolean {
  const stranger = strangerIn(given, clauses, index, known)
  if (stranger === undefined) return true
  // "Your nearest quicker car is car 55": of which section is not said.
  if (stranger === 'section' && clause.items.some(({ type }) => type === 'name')) return false
  const near = nearestCar(clause.items, item)
  if (near === undefined) return false
  const others = clause.items.filter(
    (one) => one.type !== 'car' && one.type !== 'lap' && one.type !== 'cite' && one.type !== 'name',
  )
  const alone = { items: [...others, near, item], quantities: clause.quantities }
  return strangerIn(given, clauses.with(index, alone), index, known) === undefined
}

/** "lap 14 of car 22", else the car named before. */
function nearestCar(items: readonly Item[], item: Item): Item | undefined {
  const at = items.indexOf(item)
  const [link, after] = items.slice(at + 1, at + 3)
  if (link?.type === 'word' && link.text === 'of' && after?.type === 'car') return after
  return items.slice(0, at).findLast((one) => one.type === 'car')
}

function faultOfCorner(item: CornerItem, { known, clauses, index, cited }: Context) {
  const { scope } = known
  if (item.corners.every((corner) => scope.corners?.includes(corner))) return undefined
  const fact = known.given.find(
    (given) =>
      given.subject.names.includes('cornerRanges') &&
      (String(given.fact.value).match(/\d+[A-Za-z]?/g) ?? []).join() === item.corners.join() &&
      strangerIn(given, clauses, index, known) === undefined,
  )
  if (fact === undefined) return `corner ${item.corners.join()}`
  cited.set(item, fact)
  return undefined
}

/** "The fastest lap is 29 March 2025", "the laps of all cars are 7 September". */
function isSaidOfAnother(item: DateItem, { items }: Clause): boolean {
  const before = items.slice(0, items.indexOf(item))
  const copula = before.at(-1)
  if (before.some(({ type }) => type === 'name')) return true
  if (copula?.type !== 'word' || !/^(?:is|was|are|were)$/.test(copula.text)) return false
  return before.some(
    (one) => one.type === 'word' && /^(?:green )?(?:laps?|cars?|sections?)$/.test(one.text),
  )
}

function faultOfDate(item: DateItem, { known, clauses, index, clause, cited }: Context) {
  if (isSaidOfAnother(item, clause)) return item.date
  const dates = known.scope.raceIds.flatMap((race) => known.scope.raceDates?.[race] ?? [])
  if (dates.some((date) => date.includes(item.date))) return undefined
  const fact = known.given.find(
    (given) =>
      given.fact.unit === 'date' &&
      given.fact.value === item.date &&
      strangerIn(given, clauses, index, known) === undefined,
  )
  if (fact === undefined) return item.date
  cited.set(item, fact)
  return undefined
}
