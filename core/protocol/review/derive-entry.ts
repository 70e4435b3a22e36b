import type { Outcome } from '../chat/frames.ts'
import type { Scope, ScreenContext } from '../chat/scope.ts'
import type { AnswerRecord, Feedback, TranscriptFrame } from '../chat/transcript.ts'
import { foldedWords } from './folded-words.ts'
import type { DerivedEntry } from './review-entry.ts'
import type { QueueReason } from './verdict.ts'

/** An answer that has ended, as it is stored. */
export type EndedAnswer = {
  readonly answerId: string
  readonly conversationId: string
  readonly text: string
  readonly context?: ScreenContext
  readonly askedAt: string
  readonly expiresAt: string
  readonly frames: readonly TranscriptFrame[]
  readonly outcome: Outcome
  readonly record?: AnswerRecord
  readonly feedback?: Feedback
}

/** From 0 to 1. */
export type ReviewShares = {
  /** Of the answers that nothing else puts into the queue. */
  readonly sample: number
  /** Of all, those that two coaches judge. */
  readonly forTwo: number
}

const openingLength = 240
const mostWords = 400

/** What an answer is found by. The same answer gives the same entry: also who is drawn comes from its random id. */
export function deriveEntry(answer: EndedAnswer, shares: ReviewShares): DerivedEntry {
  const { answerId, conversationId, askedAt, expiresAt, text, frames, outcome, record } = answer
  const scope = frames.find((frame) => frame.type === 'accepted')?.scope ?? { intents: [] }
  const told = toldIn(frames)
  const isPhrased = frames.some((frame) => frame.type === 'sentence' && frame.author === 'model')
  return {
    answerId,
    conversationId,
    askedAt,
    expiresAt,
    question: text,
    opening: told.slice(0, openingLength),
    ...placesOf(scope, answer.context),
    intents: unique(scope.intents),
    outcome,
    writer: isPhrased ? (record?.model ?? 'model') : 'composer',
    generation: record?.generation ?? null,
    promptHash: record?.promptHash ?? null,
    firstSentenceMs: record?.firstSentenceMs ?? null,
    tookMs: record?.tookMs ?? null,
    sentences: frames.filter(({ type }) => type === 'sentence').length,
    withheld: frames.flatMap((frame) => (frame.type === 'withheld' ? [frame.reason] : [])),
    feedback: answer.feedback ?? null,
    reasons: reasonsOf(answer, shares.sample),
    isForTwo: drawnFrom(answerId, 8) < shares.forTwo,
    words: foldedWords(`${text} ${told}`).slice(0, mostWords),
  }
}

/** All sentences of an answer, as one text. */
export function toldIn(frames: readonly TranscriptFrame[]): string {
  return frames
    .flatMap((frame) => (frame.type === 'sentence' ? [textOfParts(frame.parts)] : []))
    .join(' ')
}

export function textOfParts(parts: readonly { readonly text: string }[]): string {
  return parts.map(({ text }) => text).join('')
}

/** What the driver flagged and what went wrong is always looked at; of the rest, chance decides. */
function reasonsOf(answer: EndedAnswer, sampleShare: number): QueueReason[] {
  const { frames, outcome, record, feedback } = answer
  const reasons: QueueReason[] = []
  if (feedback !== undefined && feedback.verdict !== 'helpful') reasons.push('flagged')
  if (frames.some(({ type }) => type === 'withheld')) reasons.push('withheld')
  // The service ends what the coach did not: such an answer has no record.
  if (record === undefined || record.hasModelFailed === true) reasons.push('error')
  if (outcome === 'not-in-data') reasons.push('not-in-data')
  if (reasons.length === 0 && drawnFrom(answer.answerId, 0) < sampleShare) reasons.push('sample')
  return reasons
}

/** Where and who it is about: as it was understood, else as the screen showed. */
function placesOf(scope: Scope, context: ScreenContext = {}) {
  const own = unique([scope.raceId, ...(scope.raceIds ?? [])])
  const raceIds = own.length === 0 ? unique([context.raceId]) : own
  const cars = unique([scope.car, ...(scope.cars ?? [])])
  const trackOfRaces = raceIds.map((raceId) => raceId.replace(/-r[0-9]+$/, ''))
  return {
    trackIds: unique([scope.trackId, ...trackOfRaces]),
    raceIds,
    cars: cars.length === 0 ? unique([context.car]) : cars,
  }
}

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'

/** A number from 0 to below 1, of six characters of a random id from `at` on. */
function drawnFrom(id: string, at: number): number {
  const digits = Array.from(id.slice(at, at + 6), (letter) => alphabet.indexOf(letter))
  return digits.reduce((sum, digit, place) => sum + digit / 64 ** (place + 1), 0)
}

function unique(values: readonly (string | undefined)[]): string[] {
  return [...new Set(values.filter((value) => value !== undefined))]
}
