import type { Clause } from './clauses.ts'
import { type Dimension, isEntity, type Item } from './items.ts'
import type { Given, Known } from './known.ts'
import { entityOf } from './siblings.ts'

const copulas = /^(is|was|are|were|ranks|ranked)$/
/** Names that say against what or among whom, not what. */
const beside = new Set(['field', 'track-out', 'quick-quarter', 'followed'])
const nouns: Readonly<Record<Dimension, readonly [one: RegExp, several: RegExp]>> = {
  car: [/\bcar$/, /\bcars$/],
  lap: [/\blap$/, /\blaps$/],
  section: [/\b(section|sector|part|half)$/, /\b(sections|cars|laps)$/],
  race: [/^race$/, /^races$/],
  track: [/^track$/, /^tracks$/],
}

type Said = {
  readonly dimension: Dimension
  readonly ids: ReadonlySet<string>
  readonly facts: readonly Given[]
}

/**
 * "Your best lap was lap 8", "the car to watch is car 51": a car, a lap or a section that is given as what a
 * figure is has to be that figure. "Your score is Section 3" and "the laps of the race are lap 6" are not.
 */
export function isSaidOfIts(item: Item, clause: Clause, known: Known): boolean {
  const at = clause.items.indexOf(item)
  const copula = clause.items[at - 1]
  const said = saidBy(item, known)
  if (said !== undefined && countsLaps(clause.items[at + 1])) return false
  if (copula === undefined || said === undefined) return true
  // "You finished lap 6".
  if (copula.type === 'name') return !copula.tags.includes('position')
  if (copula.type !== 'word' || !copulas.test(copula.text)) return true
  const before = clause.items.slice(0, at - 1)
  const isItself = before.some(
    (one) =>
      isEntity(one) && one.type === said.dimension && one.named.some(({ id }) => said.ids.has(id)),
  )
  if (isItself && said.dimension === 'car') return false
  if (
    said.facts.length > 0 &&
    said.facts.every((one) => isOtherEnd(one, before) || isOfAnotherMoment(one, before))
  )
    return false
  const names = before.flatMap((one) =>
    one.type === 'name' && !one.tags.some((tag) => beside.has(tag)) ? [one] : [],
  )
  // "Your nearest quicker car is lap 16".
  if (names.some(({ tags }) => tags.includes('watch')) && said.dimension !== 'car') return false
  if (names.length > 0)
    return names.every(({ tags }) =>
      said.facts.some(({ subject }) => tags.some((tag) => subject.figure.tags.includes(tag))),
    )
  return isOfItsKind(before, said, known)
}

/** "The car to watch is car 51", but neither "car 46 is car 21" nor "the laps of the race are lap 6". */
function isOfItsKind(before: readonly Item[], { dimension, ids }: Said, known: Known): boolean {
  const last = before.at(-1)
  const subject = last && isEntity(last) && last.type === 'car' ? last : undefined
  if (subject !== undefined)
    return subject.isImplied === true && dimension === 'car' && ids.has(known.me ?? '')
  const has = (noun: RegExp) => before.some((word) => word.type === 'word' && noun.test(word.text))
  const [one, several] = nouns[dimension]
  if (has(one)) return true
  const others = (['car', 'lap', 'section'] as const).filter((other) => other !== dimension)
  return !has(several) && !others.some((other) => has(nouns[other][0]))
}

/** "The first lap of the phase is lap 14", which is its last. */
function isOtherEnd({ subject }: Given, before: readonly Item[]): boolean {
  const other = { fromLap: /^(last|final)$/, toLap: /^first$/ }[subject.names.at(-1) ?? '']
  return before.some((one) => one.type === 'word' && other?.test(one.text) === true)
}

/** "Your lap into the pits is lap 9", where lap 9 is something else. */
function isOfAnotherMoment({ subject: { names } }: Given, before: readonly Item[]): boolean {
  const has = (moment: RegExp) => before.some((one) => one.type === 'word' && moment.test(one.text))
  if (has(/\bpits?\b/)) return names[0] !== 'pitStops'
  return has(/\brestart\b/) && names.at(-1) !== 'restartLap'
}

/** "You drove lap 13 green laps". */
function countsLaps(next: Item | undefined): boolean {
  return next?.type === 'word' && /^(green|clean)\b/.test(next.text)
}

/** What a name or the citation of one may be; undefined for what is neither. */
function saidBy(item: Item, known: Known): Said | undefined {
  if (item.type === 'cite') {
    const given = known.byLabel.get(item.label)
    const entity = given && entityOf(given)
    return entity && { dimension: entity.dimension, ids: new Set([entity.id]), facts: [given] }
  }
  if (!isEntity(item) || item.isImplied === true) return undefined
  const ids = new Set(item.named.map(({ id }) => id))
  const facts = known.given.filter((given) => {
    const entity = entityOf(given)
    return entity?.dimension === item.type && ids.has(entity.id)
  })
  return { dimension: item.type, ids, facts }
}
