import type { Scope } from '#core/protocol/chat/scope.ts'
import type { PastQuestion, Question } from '../answer-question.ts'
import type { Background } from './context/background.ts'
import { takenFrom } from './context/background.ts'
import { type Base, repeating, withCarried } from './context/carried.ts'
import type { Classifier } from './intents/classifier.ts'
import type { Decision } from './intents/decide-intent.ts'
import { decideIntent } from './intents/decide-intent.ts'
import { fitted, ofFilterAlone } from './intents/fit-intent.ts'
import { withLapBefore, withThatLap } from './entities/find-windows.ts'
import { asksOfBoth, followUpOf, leansOnPrevious } from './context/follow-up.ts'
import { inContext, inHalves } from './context/in-context.ts'
import type { Intent } from './intents/intent.ts'
import { namingItems, namingPair } from './context/items.ts'
import { withNamedBefore, withPlaceBefore } from './context/named-before.ts'
import { pointedOut } from './context/pointed-out.ts'
import { onwardIn, onwardIntent, rankAfter } from './context/ordinals.ts'
import type { Piece } from './pieces.ts'
import { ofField, ofNoCar } from './intents/of-field.ts'
import { withRaceBefore } from './context/race-before.ts'
import { readQuestion } from './entities/read-question.ts'
import type { Reading } from './entities/reading.ts'
import { resolvePart } from './context/resolve-part.ts'
import { asksAgain } from './context/said-again.ts'
import { resolvePlace } from './context/resolve-place.ts'
import type { SeasonNames } from './entities/season-names.ts'
import { settleByNumbers } from './context/settle-bare.ts'
import type { Part } from './understanding.ts'

/** As much of a question as its understanding takes. */
export type Asked = Pick<Question, 'text' | 'context' | 'scope'> & {
  readonly history: readonly (Pick<PastQuestion, 'text' | 'scope' | 'context'> &
    Partial<Pick<PastQuestion, 'facts'>>)[]
}

type ReadPart = (piece: Piece, background: Background, asked: Asked, base: Base | undefined) => Part

/** Reads one question of a message, within what was asked before it. */
export function createPartReader(names: SeasonNames, classifier: Classifier): ReadPart {
  return (asIs, background, asked, base) => {
    const isOfTopic = ({ scope }: { readonly scope: Scope }) =>
      topicOf(scope, classifier) !== undefined
    const topics = asked.history.filter(isOfTopic)
    const past = background.isSameScreen ? topics : []
    const said = pointedOut(asIs, background, past)
    const told = topics.findLast(({ facts = [] }) => facts.length > 0)
    const known = background.isSameScreen ? told : undefined
    const list = known && (listBefore(asked.history, base) ?? known)
    const isOnward = onwardFrom(said.text, topicOf(background.previous, classifier), base)
    const pointed = isOnward ? said.text : namingItems(said.text, list)
    const piece = {
      ...said,
      text: pointed === said.text ? namingPair(pointed, scopesOf(topics)) : pointed,
    }
    const topic = topicOf(background.previous, classifier)
    // "The winner's best lap, who was second?" in one message goes on with no order.
    const isOther = background.isSameMessage === true && /^who\b/.test(piece.text)
    const onward = isOther ? undefined : onwardFrom(piece.text, topic, base)
    const plain = inHalves(inContext(piece.text, background.previous), base?.texts.at(-1))
    const own = onward ?? readQuestion(plain, names, known)
    const read = { ...own, mentions: [...own.mentions, ...piece.shared] }
    const within = withPlaceBefore(withRaceBefore(read, known), piece.text, told, background)
    const { reading: named, text } = withNamedBefore(within, piece.text, toldOf(past), background)
    const isLeaning = leansOnPrevious(named) || followUpOf(named) !== undefined
    const sources = takenFrom(background, isLeaning)
    const { race } = resolvePlace(named.mentions, sources, names, isLeaning)
    const settled = settleByNumbers(named, race, names)
    const reading = withThatLap(settled, known)
    const repeated = onward?.intent ?? repeatedBy(reading, topic, background)
    const before = bareWho.test(reading.text) ? base?.scope.intents[0] : topic
    const decided = repeated
      ? goingOn(repeated, classifier)
      : decideIntent(reading, classifier, before)
    const isOnLap = sources.some(({ lap }) => lap !== undefined)
    const fits = byWhatIsNamed(decided, reading, isOnLap)
    const listed = chosen(chosen(decided, fits, classifier), piece.intent, classifier)
    const decision = chosen(listed, asked.scope?.intents?.[0], classifier)
    const ofLap = withLapBefore(reading, decision.intent, known, decision.isFollowUp)
    const whole =
      base && decision.isFollowUp ? withCarried(ofLap, base, background.isSameMessage) : ofLap
    const found = ofWhatIsKnown(whole, (id) =>
      resolvePart(whole, chosen(decision, id, classifier), background, names, text),
    )
    const isRepeated =
      onward !== undefined || followUpOf(named) === 'same' || asksAgain(reading.text)
    const part = base && isRepeated ? repeating(found, base, background.previous) : found
    return asked.scope === undefined ? part : overridden(part, asked.scope)
  }
}

/** What the names in a question make of the intent that its words gave. */
function byWhatIsNamed(decided: Decision, reading: Reading, isOnLap: boolean) {
  return (
    fitted(decided.intent.id, reading, isOnLap) ??
    (decided.unsure === undefined ? undefined : ofFilterAlone(reading)) ??
    // "Which one is that?" goes on with what was asked of one car.
    (decided.isFollowUp ? undefined : ofField(decided.unsure ?? [decided.intent.id], reading))
  )
}

/** Another word after a word, another figure of both after two cars. */
function repeatedBy(reading: Reading, topic: string | undefined, { previous }: Background) {
  if (topic === 'meaning' && oneWord.test(reading.text)) return 'meaning'
  const isOfBoth = (previous?.cars?.length ?? 0) > 1 && asksOfBoth(reading)
  return isOfBoth ? 'compare-cars' : undefined
}

const scopesOf = (past: Asked['history']) => past.map(({ scope }) => scope)
const toldOf = (past: Asked['history']) => past.filter(({ facts = [] }) => facts.length > 0)

/** Asked again of all cars, where it is none's and no car is known; of all races, where it is of none. */
function ofWhatIsKnown(reading: Reading, resolve: (id?: string) => Part): Part {
  const part = resolve()
  const isOfCar = part.scope.car !== undefined && !/\brace\b/.test(reading.text)
  const isSeason = part.intent === 'summary' && isOfCar
  const open =
    part.missing?.what === 'car'
      ? ofNoCar(part.intent, reading)
      : part.missing?.what === 'race' && isSeason
        ? 'season-results'
        : undefined
  return open === undefined ? part : resolve(open)
}

/** "And the fourth?", "what did the first one do?": the list is in the answer that was gone on with. */
function listBefore(history: Asked['history'], base: Base | undefined) {
  const [first, ...since] = base?.texts ?? []
  if (first === undefined || since.length === 0) return undefined
  return since.every((text) => onwardIn(text) !== undefined)
    ? history.findLast(({ scope, facts = [] }) => scope === base?.scope && facts.length > 0)
    : undefined
}

/** "And the second biggest?", "the one after that": the next in the order of the answer before. */
function onwardFrom(text: string, topic: string | undefined, base: Base | undefined) {
  // "And what was my best?" is a lap, but where results are told.
  if (topic !== 'season-results' && /\bmy (?:best|fastest|quickest)[?!. ]*$/.test(text))
    return undefined
  const onward = inHalves(text, base?.texts.at(-1)) === text ? onwardIn(text) : undefined
  const intent = onward && onwardIntent(topic, onward)
  if (onward === undefined || base === undefined || intent === undefined) return undefined
  // "My median in section 2", "and the third?": that section.
  const isOfSection = base.reading.mentions.some(({ type }) => type === 'section')
  if (isOfSection && onward.to === 'nth' && topic !== 'fastest-where') return undefined
  return { intent, text: 'and the ORDER', mentions: rankAfter(base.texts, onward, intent) }
}

/** "What does green lap mean?", "and the composite?": another word. */
const oneWord =
  /^(?!.*\b(?:thanks|thank|ok|okay|why|cool|mine|me|hi|bye|yes|no)\b)(?:and |or |so )*(?:the |a |an )?[a-z-]+(?: [a-z-]+)?[?!. ]*$/

/** "Did I win?", "why not?", "who did then?": asks the first one again. */
const bareWho =
  /^(?:and |so |ok |well )*who(?: did| was| has| had| is)?(?: it| that)?(?: then)?[ ?!.]*$/

function goingOn(id: string | undefined, classifier: Classifier): Decision {
  const intent = classifier.intents.get(id ?? '')
  if (intent === undefined) throw new Error(`there is no intent ${id}`)
  return { intent, confidence: 1, isFollowUp: true, beyond: [] }
}

/** The intent that a follow-up repeats. */
export function topicOf(previous: Scope | undefined, { intents }: Classifier): string | undefined {
  return previous?.intents.findLast((id) => intents.get(id)?.kind === 'answer' && !asides.has(id))
}

/** What is asked about an answer changes no subject. */
const asides = new Set('sources is-it-much help'.split(' '))

/** The driver said what was meant, or named the figure: nothing is left to doubt. */
function chosen(decision: Decision, id: string | undefined, classifier: Classifier): Decision {
  const intent: Intent | undefined = classifier.intents.get(id ?? '')
  return intent === undefined
    ? decision
    : { intent, confidence: 1, isFollowUp: decision.isFollowUp, beyond: decision.beyond }
}

function overridden(part: Part, scope: Partial<Scope>): Part {
  const { missing, untaken, ...rest } = part
  const whole = { ...part.scope, ...scope, intents: part.scope.intents }
  const isThere = missing !== undefined && Object.keys(scope).some((key) => key !== 'intents')
  // Whoever chose the answer knows what it is.
  const isChosen = scope.intents !== undefined
  return {
    ...rest,
    scope: whole,
    ...(untaken !== undefined && !isChosen && { untaken }),
    ...(missing !== undefined && !isThere && { missing }),
  }
}
