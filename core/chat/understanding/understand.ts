import type { Scope } from '#core/protocol/chat/scope.ts'
import type { PastQuestion, Question } from '../answer-question.ts'
import type { Background } from './background.ts'
import { isSameScreen, takenFrom } from './background.ts'
import type { Classifier } from './classifier.ts'
import { corrected } from './corrected.ts'
import type { Decision } from './decide-intent.ts'
import { decideIntent } from './decide-intent.ts'
import { eachOf } from './each-of.ts'
import { followUpOf, inContext, leansOnPrevious } from './follow-up.ts'
import type { Intent } from './intent.ts'
import { lexiconOf } from './lexicon.ts'
import { joinParts } from './join-parts.ts'
import type { Piece } from './pieces.ts'
import { piecesOf } from './pieces.ts'
import { plainText } from './plain-text.ts'
import { readQuestion } from './read-question.ts'
import { findCar } from './resolve-cars.ts'
import { resolvePart } from './resolve-part.ts'
import { resolvePlace } from './resolve-place.ts'
import type { SeasonNames } from './season-names.ts'
import { settleByNumbers } from './settle-bare.ts'
import { createSpelling } from './spelling.ts'
import type { Part, Understanding } from './understanding.ts'

/** As much of a question as its understanding takes. */
export type Asked = Pick<Question, 'text' | 'context' | 'scope'> & {
  readonly history: readonly Pick<PastQuestion, 'text' | 'scope' | 'context'>[]
}

export type Understand = (asked: Asked) => Understanding

/** Reads questions about one season; built once a generation. */
export function createUnderstand(names: SeasonNames, classifier: Classifier): Understand {
  const spelling = createSpelling(lexiconOf(names, classifier))
  const plain = (text: string) => corrected(spelling.correct(plainText(text)))
  const read = (text: string) => readQuestion(plain(text), names)

  const understandPart = (piece: Piece, background: Background, asked: Asked): Part => {
    const own = readQuestion(inContext(piece.text, background.previous), names)
    const named = { ...own, mentions: [...own.mentions, ...piece.shared] }
    const sources = takenFrom(background, leansOnPrevious(named) || followUpOf(named) !== undefined)
    const { race } = resolvePlace(named.mentions, sources, names)
    const reading = settleByNumbers(named, race, names)
    const decided = decideIntent(reading, classifier, topicOf(background.previous, classifier))
    const listed = chosen(decided, piece.intent, classifier)
    const decision = chosen(listed, asked.scope?.intents?.[0], classifier)
    const part = resolvePart(reading, decision, background, names, piece.text)
    return asked.scope === undefined ? part : overridden(part, asked.scope)
  }

  return (asked) => {
    // Greetings and thanks in between change no subject.
    const last = asked.history.findLast(({ scope }) => topicOf(scope, classifier) !== undefined)
    const own = ownCarIn([...asked.history.map(({ text }) => text), asked.text], read, names)
    const said = ownCarIn([asked.text], read, names)
    const around = {
      screen: { ...asked.context, ...(said !== undefined && { car: said }) },
      isSameScreen: last !== undefined && isSameScreen(last.context, asked.context),
      ...(own !== undefined && { own }),
    }
    const parts: Part[] = []
    const readPlain = (text: string) => readQuestion(text, names)
    for (const piece of piecesOf(plain(asked.text), readPlain)) {
      const before = parts.at(-1)
      // A second question of a message follows on from the first.
      const previous = before?.scope ?? last?.scope
      const isSame = before !== undefined || around.isSameScreen
      const background = { ...around, isSameScreen: isSame, ...(previous && { previous }) }
      parts.push(...eachOf(understandPart(piece, background, asked)))
    }
    const nothing = { text: '?', shared: [] }
    return joinParts(parts.length === 0 ? [understandPart(nothing, around, asked)] : parts)
  }
}

/** The intent that a follow-up repeats. */
function topicOf(previous: Scope | undefined, { intents }: Classifier): string | undefined {
  return previous?.intents.findLast((id) => intents.get(id)?.kind === 'answer')
}

/** The car of the last "I'm car 13". */
function ownCarIn(
  texts: readonly string[],
  read: (text: string) => ReturnType<typeof readQuestion>,
  names: SeasonNames,
) {
  for (const text of texts.toReversed()) {
    const { mentions } = read(text)
    if (!mentions.some(({ type }) => type === 'own-car')) continue
    const car = mentions.find((one) => one.type === 'car' || one.type === 'bare')
    if (car?.type !== 'car' && car?.type !== 'bare') continue
    const found = findCar(car.number, undefined, names)
    if (found.type === 'car') return found.car
  }
  return undefined
}

/** The driver said what was meant, or named the figure: nothing is left to doubt. */
function chosen(decision: Decision, id: string | undefined, classifier: Classifier): Decision {
  const intent: Intent | undefined = classifier.intents.get(id ?? '')
  return intent === undefined
    ? decision
    : { intent, confidence: 1, isFollowUp: decision.isFollowUp, beyond: decision.beyond }
}

function overridden(part: Part, scope: Partial<Scope>): Part {
  const { missing, ...rest } = part
  const whole = { ...part.scope, ...scope, intents: part.scope.intents }
  const isThere = missing !== undefined && Object.keys(scope).some((key) => key !== 'intents')
  return { ...rest, scope: whole, ...(missing !== undefined && !isThere && { missing }) }
}
