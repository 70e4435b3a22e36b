import type { ReviewFilter } from './review-query.ts'
import type { ReviewEntry } from './review-entry.ts'
import { foldedWords } from './folded-words.ts'
import { queueStateOf } from './queue-state.ts'

/**
 * All that an answer is found by, words and filters alike, as one list: 'word:tyre', 'race:barber-r1'. A store
 * looks up the rarest of what is asked for and filters by the rest; it needs no text search and no joins.
 */
export function termsOf(entry: ReviewEntry): string[] {
  const state = queueStateOf(entry)
  const isWaiting = state === 'open' || state === 'second-opinion'
  const isJudged = state === 'judged'
  return [
    ...new Set([
      'all',
      `state:${state}`,
      `outcome:${entry.outcome}`,
      `writer:${entry.writer}`,
      ...entry.words.map((word) => `word:${word}`),
      ...entry.trackIds.map((id) => `track:${id}`),
      ...entry.raceIds.map((id) => `race:${id}`),
      ...entry.cars.map((car) => `car:${car}`),
      ...entry.intents.map((intent) => `intent:${intent}`),
      ...entry.reasons.map((reason) => `reason:${reason}`),
      ...(isWaiting ? entry.reasons.map((reason) => waitingFor(reason)) : []),
      ...entry.judgments.map(({ coachId }) => judgedBy(coachId)),
      // A first opinion is not to be found out by searching for it.
      ...(isJudged ? entry.judgments.map(({ verdict }) => `verdict:${verdict}`) : []),
      ...(entry.judgments.length > 0 ? [reviewed] : []),
      ...(entry.judgments.length > 1 ? [judgedTwice] : []),
    ]),
  ]
}

export const everything = 'all'
export const judgedTwice = 'judged-twice'
/** Judged by anybody, be it half. */
export const reviewed = 'reviewed'
export const judgedBy = (coachId: string): string => `judged-by:${coachId}`
export const waitingFor = (reason: string): string => `waiting:${reason}`

/** What a filter asks for; the days are not among it, they are a range. */
export function termsOfFilter(filter: ReviewFilter): string[] {
  const { words, trackId, raceId, car, intent, outcome, verdict, reason, state, writer } = filter
  return [
    ...foldedWords(words ?? '').map((word) => `word:${word}`),
    ...term('track', trackId),
    ...term('race', raceId),
    ...term('car', car),
    ...term('intent', intent),
    ...term('outcome', outcome),
    ...term('verdict', verdict),
    ...term('reason', reason),
    ...term('state', state),
    ...term('writer', writer),
  ]
}

function term(name: string, value: string | undefined): string[] {
  return value === undefined ? [] : [`${name}:${value}`]
}
