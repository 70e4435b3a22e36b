import type { Clause } from './clauses.ts'
import { saysAtItsEnd } from './end-said.ts'
import { type Item, isEntity } from './items.ts'
import type { Given, Known } from './known.ts'
import { besideOf, entityOf } from './siblings.ts'

/** Names that stand beside ranks and counts without making them something else. */
const neutral = new Set(['field', 'track-out'])
const averages = new Set(['mean', 'median'])
/** "As driven" says how it was measured, not what. */
const manner = new Set(['as-driven'])

/** Whether what a clause calls a figure is what it is. */
export function isCalledRight(given: Given, clause: Clause): boolean {
  const tags = tagsOf(given)
  const isCount = ['', 'rank', 'position', 'places'].includes(given.fact.unit)
  return clause.items.every((item) => {
    if (item.type !== 'name' || item.tags.some((tag) => manner.has(tag))) return true
    const isOfField = given.subject.isOfField === true
    if ((isCount || isOfField) && item.tags.some((tag) => neutral.has(tag))) return true
    // "Medians over 14 green laps".
    if (given.subject.operation === 'count' && item.tags.some((tag) => averages.has(tag)))
      return true
    if (given.subject.figure.counts === 'laps' && item.tags.includes('quick-quarter')) return true
    return item.tags.some((tag) => tags.has(tag))
  })
}

/** A pace told without the word is read as a lap time: some figures have to be named. */
export function isNamed(
  given: Given,
  clause: Clause,
  items: readonly Item[],
  known: Known,
): boolean {
  const { figure, laps } = given.subject
  if (given.subject.names.at(-1) === 'positionAfterLap1')
    return (
      saysAtItsEnd(clause.items) ||
      clause.items.some((item) => item.type === 'word' && item.text === 'from')
    )
  const isCalled = (tag: string) =>
    items.some((item) => item.type === 'name' && item.tags.includes(tag))
  if (isOfOtherLaps(given, clause)) return false
  // A median that goes without the word is read as one lap's figure.
  const isOfStretches =
    given.subject.operation === 'difference' && given.subject.spans !== undefined
  if (
    !isOfStretches &&
    ['median', 'mean'].some((tag) => figure.tags.includes(tag) && !isCalled(tag))
  )
    return false
  if (!namesBothSides(given, items, known)) return false
  const isUnknown = figure.tags.length === 0 && figure.counts === undefined
  if (isUnknown && typeof given.fact.value === 'number') return false
  if (given.subject.names.at(-1) === 'positionOnRoad' && !isCalled('on-road')) return false
  if (given.subject.operation === 'difference' && !compares(items)) return false
  if (figure.mustBeNamed !== true) return true
  const tags = tagsOf(given)
  // "Your pace is 0.5 s", "your ideal lap is 0.8 s" give the gap for what it is measured from.
  if (figure.sign === 'slower' && figure.reference !== undefined && !compares(items))
    return isDistanceTo(figure.reference, items)
  // "Your best lap is 0.97 s off": off what?
  if (figure.sign === 'slower' && figure.reference === 'composite' && !isCalled('composite'))
    return false
  if (isOfAllCars(items) && given.subject.cars.length === 1) return false
  if (tags.has('other-race') && items.some((item) => item.type === 'race')) return true
  if (tags.has('track-changed'))
    return (
      items.some((item) => item.type === 'word' && item.text === 'track') || isOfTheField(items)
    )
  if (tags.has('quick-quarter') && figure.sign === 'slower' && isBareOff(items, known)) return true
  const isCalledSo = items.some(
    (item) => item.type === 'name' && item.tags.some((tag) => tags.has(tag)),
  )
  if (tags.has('phase-before') || tags.has('interval') || tags.has('followed'))
    return (
      (isCalledSo || compares(items)) &&
      (laps.length > 0 || items.some((item) => isEntity(item) || item.type === 'cite'))
    )
  return isCalledSo
}

function has({ items }: Clause, word: RegExp): boolean {
  return items.some((item) => item.type === 'word' && word.test(item.text))
}

const comparing =
  /^(gaps?|intervals?|differences?|less|against|between|apart|margin|range|compared|than|shift|from)$/

const comparingNames = /gap|interval|range|potential|aim|shift/

/** "The mean of the cars". */
function isOfAllCars(items: readonly Item[]): boolean {
  const words = items.map((item) => (item.type === 'word' ? item.text : '')).join(' ')
  return /\bof (?:the|all) cars\b/.test(words)
}

/** "The field itself was slowest on lap 4 and quickest on lap 7, 1.00 s apart." */
function isOfTheField(items: readonly Item[]): boolean {
  const first = items.find((item) => item.type === 'name' || item.type === 'car')
  const isField = first?.type === 'name' && first.tags.includes('field')
  return isField && items.some((item) => item.type === 'word' && item.text === 'apart')
}

function compares(items: readonly Item[]): boolean {
  return items.some((item) => {
    if (item.type === 'word') return comparing.test(item.text)
    if (item.type === 'name') return item.tags.some((tag) => comparingNames.test(tag))
    return item.type === 'direction'
  })
}

/** What is over all laps, said of green ones, and the other way round; near for far. */
function isOfOtherLaps({ subject: { names } }: Given, clause: Clause): boolean {
  const end = names.at(-1)
  if (end === 'closeMs' && has(clause, /^(?:far|out of)$/)) return true
  if (end === 'farMs' && has(clause, /^(?:while|close)/)) return true
  if (end === 'idealLapMs') return has(clause, /^green/)
  return names.includes('bestClean') && !has(clause, /^(?:green|clean)/)
}

const plain = new Set(['time', 'corrected', 'field'])

function namesBothSides(given: Given, items: readonly Item[], known: Known): boolean {
  const { figure, names, operation, isOfField } = given.subject
  const isCalled = (tag: string) =>
    items.some((item) => item.type === 'name' && item.tags.includes(tag))
  if (figure.tags.includes('watch') && !namesItsCar(given, items, known)) return false
  // The average of the best laps is not that of the means.
  const isSaid = (tag: string) => tag === operation || plain.has(tag) || isCalled(tag)
  if (isOfField === true && figure.counts === undefined && !figure.tags.every(isSaid)) return false
  // Of "how much quicker car 51 is" the quick quarter is no side.
  if (names.at(-1) === 'quickerByMs' && isCalled('quick-quarter')) return false
  // The ideal lap against the composite is not the best lap against it.
  return operation !== 'difference' || !figure.tags.includes('ideal') || isCalled('ideal')
}

/** The car that the figure is of has to be named: "car 51 is 0.31 s quicker". */
function namesItsCar(given: Given, items: readonly Item[], { given: all, byLabel }: Known) {
  const cars = besideOf(given, all, 'car')
  return items.some((item) => {
    if (item.type === 'car') return item.named.some(({ id }) => cars.has(id))
    const cited = item.type === 'cite' ? byLabel.get(item.label) : undefined
    const entity = cited && entityOf(cited)
    return entity?.dimension === 'car' && cars.has(entity.id)
  })
}

/** "There is 0.65 s to the quick quarter." */
function isDistanceTo(reference: string, items: readonly Item[]): boolean {
  const at = items.findIndex((item) => item.type === 'name' && item.tags.includes(reference))
  const [there, is] = items.filter(
    (item) => item.type === 'word' && /^(?:there|is)$/.test(item.text),
  )
  const [to, the] = items.slice(at - 2, at)
  const words = [to, the].map((item) => (item?.type === 'word' ? item.text : ''))
  return there !== undefined && is !== undefined && words.join(' ') === 'to the'
}

/** "0.26 s off": of what goes without saying, where nothing else is named. */
function isBareOff(items: readonly Item[], { me, byLabel }: Known): boolean {
  const isOtherCar = (item: Item) => {
    if (item.type === 'car') return item.named.some(({ id }) => id !== me)
    const given = item.type === 'cite' ? byLabel.get(item.label) : undefined
    return given?.fact.unit === 'car'
  }
  return (
    items.every((item) => item.type !== 'name' && !isOtherCar(item)) &&
    items.some(
      (item) =>
        item.type === 'direction' &&
        item.direction.axes.includes('speed') &&
        item.direction.needsObject !== true,
    )
  )
}

function tagsOf({ subject: { figure } }: Given): ReadonlySet<string> {
  return new Set([...figure.tags, ...(figure.reference === undefined ? [] : [figure.reference])])
}

const nounAfter =
  /^(?:\s+and\s+(?:\d+|\[F\d+\]))?(?:\s+of\s+(?:the\s+|your\s+|its\s+)?(?:\[F\d+\]|\d[\d,]*|[a-z]+(?:-[a-z]+)?))?\s+(?:(?:green|clean|other|more|free|close|of|the|their|your|its|those|these|such|weather)\s+)*(laps?|cars?|others|places?|samples?|races?|sections?|stops?|stints?|times?|seconds?|tenths?)\b(?!\s+(?:\d|\[|#))/i

const areGreen = /^(?: of them)? (?:were|are) green\b/
const isPartOfLaps = /^ of (?:your|its|the) \S+ laps\b/
const countsPlaces = ({ subject }: Given) => subject.figure.counts === 'places'
const isSaidGreen = /^\s+(?:green|clean)\b/i

/** "24 green laps" counts laps, "22 cars" cars; a count of which nothing says what it counts is refused. */
export function isCountedRight(
  given: Given,
  draft: string,
  end: number,
  afterRank: boolean,
  before: readonly Given[],
): boolean {
  const noun = nounAfter.exec(draft.slice(end))?.[1]?.toLowerCase()
  const { counts } = given.subject.figure
  const last = given.subject.names.at(-1)
  if (
    /^(cleanLaps|n|paceN)$/.test(last ?? '') &&
    counts === 'laps' &&
    !/^.{0,15}\b(?:green|clean)\b|^ of (?:your|its|the) (?:\S+ )?laps (?:count|were green|are green)\b/.test(
      draft.slice(end),
    )
  )
    return false
  if (/^(lapsDone|raceLaps|laps|flags)$/.test(last ?? '') && isSaidGreen.test(draft.slice(end)))
    return false
  if (last === 'lapsDone' && isPartOfLaps.test(draft.slice(end))) return false
  // "40 % of the spread of your laps".
  if (given.fact.unit === '%') return true
  const isRank = given.fact.unit === 'rank' || given.fact.unit === 'position'
  if (counts === undefined) return isRank ? !isSaidGreen.test(draft.slice(end)) : noun === undefined
  if (counts === 'things') return noun !== undefined
  const isOfOneKind = before.some(
    ({ subject }) => subject.names.at(-1) === given.subject.names.at(-1),
  )
  if (noun === undefined && isOfOneKind) return true
  // "you won 3 places and lost 2", "of which 24 were green".
  const isOfPlaces = counts === 'places' && before.some(countsPlaces)
  if (noun === undefined && isOfPlaces) return true
  if (noun === undefined && last === 'cleanLaps' && areGreen.test(draft.slice(end))) return true
  if (noun === undefined) return counts === 'cars' ? afterRank : counts === 'places' && afterRank
  const nouns = {
    laps: /^laps?$/,
    cars: /^(cars?|others)$/,
    places: /^places?$/,
    samples: /^samples?$/,
  }
  return nouns[counts].test(noun)
}
