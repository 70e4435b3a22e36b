import type { Scope } from '#core/protocol/chat/scope.ts'
import type { PastQuestion, Question } from '../answer-question.ts'
import type { Background } from './background.ts'
import { takenFrom } from './background.ts'
import { type Base, repeating, withCarried } from './carried.ts'
import type { Classifier } from './classifier.ts'
import type { Decision } from './decide-intent.ts'
import { decideIntent } from './decide-intent.ts'
import { fitted } from './fit-intent.ts'
import { followUpOf, inContext, leansOnPrevious } from './follow-up.ts'
import type { Intent } from './intent.ts'
import { withNamedBefore, withPlaceBefore } from './named-before.ts'
import type { Piece } from './pieces.ts'
import { readQuestion } from './read-question.ts'
import { resolvePart } from './resolve-part.ts'
import { resolvePlace } from './resolve-place.ts'
import type { SeasonNames } from './season-names.ts'
import { settleByNumbers } from './settle-bare.ts'
import type { Part } from './understanding.ts'

/** As much of a question as its understanding takes. */
export type Asked = Pick<Question, 'text' | 'context' | 'scope'> & {
  readonly history: readonly (Pick<PastQuestion, 'text' | 'scope' | 'context'> &
    Partial<Pick<PastQuestion, 'facts'>>)[]
}

type ReadPart = (piece: Piece, background: Background, asked: Asked, base: Base | undefined) => Part

/** Reads one question of a message, within what was asked before it. */
export function createPartReader(names: SeasonNames, classifier: Classifier): ReadPart {
  return (piece, background, asked, base) => {
    const own = readQuestion(inContext(piece.text, background.previous), names)
    const said = { ...own, mentions: [...own.mentions, ...piece.shared] }
    const told = asked.history.findLast(({ facts = [] }) => facts.length > 0)
    const within = withPlaceBefore(said, piece.text, told, background)
    const { reading: named, text } = withNamedBefore(within, piece.text, told, background)
    const sources = takenFrom(background, leansOnPrevious(named) || followUpOf(named) !== undefined)
    const { race } = resolvePlace(named.mentions, sources, names)
    const reading = settleByNumbers(named, race, names)
    const decided = decideIntent(reading, classifier, topicOf(background.previous, classifier))
    const isOnLap = sources.some(({ lap }) => lap !== undefined)
    const fitting = chosen(decided, fitted(decided.intent.id, reading, isOnLap), classifier)
    const listed = chosen(fitting, piece.intent, classifier)
    const decision = chosen(listed, asked.scope?.intents?.[0], classifier)
    const whole = base && decision.isFollowUp ? withCarried(reading, base) : reading
    const found = resolvePart(whole, decision, background, names, text)
    const isRepeated = base !== undefined && followUpOf(named) === 'same'
    const part = isRepeated ? repeating(found, base, background.previous) : found
    return asked.scope === undefined ? part : overridden(part, asked.scope)
  }
}

/** The intent that a follow-up repeats. */
export function topicOf(previous: Scope | undefined, { intents }: Classifier): string | undefined {
  return previous?.intents.findLast((id) => intents.get(id)?.kind === 'answer')
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
