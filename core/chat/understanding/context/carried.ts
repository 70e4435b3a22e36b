import type { Scope } from '#core/protocol/chat/scope.ts'
import { followUpOf } from './follow-up.ts'
import { saidAfter } from './said-after.ts'
import { asksAgain } from './said-again.ts'
import { isCounted, onwardIn, onwardIntent } from './ordinals.ts'
import type { Mention } from '../entities/mention.ts'
import type { Reading } from '../entities/reading.ts'
import type { Part } from '../understanding.ts'

/** The question that a follow-up repeats, as it was put. */
export type Base = {
  readonly text: string
  readonly reading: Reading
  readonly scope: Scope
  /** It and what followed on from it since, oldest first. */
  readonly texts: readonly string[]
}

type Past = { readonly text: string; readonly scope: Scope }

/** The last question that said by itself what it wanted. */
export function baseIn(
  history: readonly Past[],
  read: (text: string) => Reading,
  plain: (text: string) => string,
  topicOf: (scope: Scope) => string | undefined,
): Base | undefined {
  const topics = history.filter(({ scope }) => topicOf(scope) !== undefined)
  const isOnward = (text: string, index: number) => {
    const before = topics[index - 1]
    const onward = onwardIn(text)
    if (before === undefined || onward === undefined || isCounted(text)) return false
    return onwardIntent(topicOf(before.scope), onward) !== undefined
  }
  const at = topics.findLastIndex(
    ({ text }, index) =>
      followUpOf(read(text)) === undefined && !asksAgain(text) && !isOnward(plain(text), index),
  )
  const found = topics[at]
  if (found === undefined) return undefined
  const before = topics[at - 1]
  const text = saidAfter(found.text, before, before?.scope.car)
  const texts = [text, ...topics.slice(at + 1).map((one) => one.text)].map(plain)
  return { text: plain(text), reading: read(text), scope: found.scope, texts }
}

const others: readonly Mention['type'][] = ['car', 'bare', 'partner', 'reference', 'position']

/** Which laps a figure is over. */
const chosen: readonly Mention['type'][] = [
  'laps',
  'stretch',
  'end',
  'share',
  'after-restart',
  'before-restart',
  'without',
  'without-name',
  'without-traffic',
]
/** All of the race again, after a part of it. */
const wholeRace =
  /\b(?:overall|in total|in general|all (?:of )?(?:the |my )?(?:green )?laps|(?:whole|entire|full) race)\b/

/** What a follow-up leaves unsaid: the figure, the laps that it is over, and with whom it was compared. */
export function withCarried(reading: Reading, base: Base, isSameMessage = false): Reading {
  const names = (types: readonly Mention['type'][]) =>
    reading.mentions.some(({ type }) => types.includes(type))
  const isOfLaps =
    names([...chosen, 'lap', 'lap-name', 'without-that']) || wholeRace.test(reading.text)
  // "Laps 7 to 10, take those out": not over them.
  const isLeftOut = base.reading.mentions.some(({ type }) => type === 'without-that')
  // Of several figures none is meant more than the others.
  const isOfOne = base.scope.intents.length < 2
  // "And in section 1?" after the top speeds of two cars: their pace there.
  const isOfPlace = names(['section', 'corner']) && base.scope.intents.includes('compare-cars')
  const carried = base.reading.mentions.filter(
    ({ type }) =>
      (type === 'figure' && isOfOne && !isOfPlace && !names(['figure'])) ||
      (type === 'wanted' && isOfOne && !names(['wanted', 'figure'])) ||
      (chosen.includes(type) && !isOfLaps && !(type === 'laps' && isLeftOut)) ||
      (type === 'compared' && names(['car', 'bare'])) ||
      // "Gap to the winner? best lap?" is of the own best lap.
      (!isSameMessage &&
        (type === 'partner' || type === 'reference' || type === 'position') &&
        !names(others)),
  )
  return carried.length === 0
    ? reading
    : { ...reading, mentions: [...reading.mentions, ...carried] }
}

const firstPerson = /\b(?:i'?m|i'?ve|i|me|my|mine|myself|we|our|us)\b/gi

/** Asked again of something else, a question keeps its words: "who won?", "and race 2?". */
export function repeating(part: Part, base: Base, before: Scope | undefined): Part {
  if (!base.scope.intents.includes(part.intent) && part.order === undefined) return part
  if (isCounted(part.text)) return part
  const isSameCar = part.scope.car === (before ?? base.scope).car
  const words = isSameCar ? base.text : base.text.replaceAll(firstPerson, '')
  return { ...part, text: `${part.text} ${words}` }
}

/** "When was it closest?" after the gap on a lap: of all laps. */
const asksWhen =
  /\bwhen (?:was|were) (?:it|that|they|the gap|we|the two) (?:at its |the )?(?:closest|biggest|smallest|largest|tightest|widest)\b/

/** "Ok and overall?" after a section; after some laps in it, it is of all laps there. */
const wholeLap =
  /\b(?:overall|in total|in general|(?:whole|entire|full|complete) lap|over (?:a|the|one) lap|all (?:the )?(?:three )?(?:sections|sectors))\b/

/** What a follow-up keeps of the question before: no lap where it is of the whole race again. */
export function keptBefore(
  reading: Reading,
  intent: string,
  before: Partial<Scope> | undefined,
): Partial<Scope> | undefined {
  const isOfWhole =
    wholeRace.test(reading.text) ||
    // Who led depends on the lap.
    (asksWhen.test(reading.text) && !reading.mentions.some(({ type }) => type === 'partner')) ||
    comparesAnew(reading, intent, before)
  if (before === undefined) return before
  const { lap: _, laps: __, ...whole } = before
  if (isOfWhole && (before.lap !== undefined || before.filter !== undefined)) return whole
  const { section: ___, ...wide } = isOfWhole ? whole : before
  return wholeLap.test(reading.text) ? wide : isOfWhole ? whole : before
}

/** "Compare with 51" after a question about a lap is of the race; "compare that with 51" of the lap. */
function comparesAnew(
  { text }: Reading,
  intent: string,
  before: Partial<Scope> | undefined,
): boolean {
  const isOfCars = before?.cars !== undefined
  return intent === 'compare-cars' && !isOfCars && !/\b(?:that|it|this|there|then)\b/.test(text)
}

/** "And the deviation?" after "my median without lap 8": over the same laps, unless others are named or all of them. */
export function keptFilter(
  { text, mentions }: Reading,
  before: Partial<Scope> | undefined,
): Scope['filter'] {
  if (/\b(?:as well|too|also|on top)\b/.test(text)) return before?.filter
  const isOfOthers = mentions.some(({ type }) => otherLaps.has(type)) || wholeRace.test(text)
  return isOfOthers ? undefined : before?.filter
}

const otherLaps: ReadonlySet<Mention['type']> = new Set([
  ...chosen,
  'lap',
  'lap-name',
  'without-that',
  'around-stop',
])
