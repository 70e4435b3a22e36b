import type { Outcome } from '../chat/frames.ts'
import type { TranscriptFrame } from '../chat/transcript.ts'
import { textOfParts } from './derive-entry.ts'
import type { ReviewedCase } from './insight-answers.ts'
import type { Judgment } from './judgment.ts'
import type { CaseResult, ReviewEntry } from './review-entry.ts'

/** What the evaluation is to find in the answer to a question that a coach has judged. */
export type CaseExpectation = {
  readonly outcome: readonly Outcome[]
  /** Ids of facts that have to be cited. */
  readonly cites: readonly string[]
  /** Words that must not be said. */
  readonly forbidden: readonly string[]
}

const refusals: readonly Outcome[] = ['not-in-data', 'off-topic']
const ended: readonly Outcome[] = ['answered', 'asked-back', 'not-in-data', 'off-topic']
/** Shorter marks are a slip of the hand, or a word that any answer may have. */
const shortestWords = 4

/**
 * What can be tried of a judgment: undefined where nothing can, such as a "wrong" without marks or correction.
 * A right answer shall stay as it is: the same outcome, and the facts of its first sentence.
 */
export function expectationOf(
  { verdict, correction, wrong }: Judgment,
  frames: readonly TranscriptFrame[],
): CaseExpectation | undefined {
  const cites = citedIn(correction.flatMap(({ parts }) => parts))
  const forbidden = markedIn(frames, wrong)
  switch (verdict) {
    case 'right': {
      const first = frames.find((frame) => frame.type === 'sentence')
      const done = frames.find((frame) => frame.type === 'done')
      if (done === undefined) return undefined
      return { outcome: [done.outcome], cites: citedIn(first?.parts ?? []), forbidden: [] }
    }
    case 'should-have-refused':
      return { outcome: refusals, cites: [], forbidden }
    case 'should-have-answered':
      return { outcome: ['answered'], cites, forbidden }
    case 'partly':
    case 'wrong':
      if (cites.length === 0 && forbidden.length === 0) return undefined
      return { outcome: cites.length > 0 ? ['answered'] : ended, cites, forbidden }
  }
}

function citedIn(parts: readonly { readonly factId?: string | undefined }[]): string[] {
  return [...new Set(parts.flatMap(({ factId }) => factId ?? []))]
}

function markedIn(frames: readonly TranscriptFrame[], wrong: Judgment['wrong']): string[] {
  return wrong.flatMap(({ index, from, to }) => {
    const sentence = frames.find((frame) => frame.type === 'sentence' && frame.index === index)
    const text = sentence?.type === 'sentence' ? textOfParts(sentence.parts) : ''
    const words = text.slice(from, to).trim()
    return words.length < shortestWords ? [] : [words]
  })
}

/** An answer that was judged, as the page of cases shows it. */
export function reviewedCase(
  { answerId, generation, results }: Pick<ReviewEntry, 'answerId' | 'generation' | 'results'>,
  judgment: Judgment,
  questions: readonly string[],
  frames: readonly TranscriptFrame[],
): ReviewedCase {
  const expectation = expectationOf(judgment, frames)
  return {
    answerId,
    generation,
    verdict: judgment.verdict,
    coach: judgment.coach,
    judgedAt: judgment.at,
    questions: [...questions],
    expected: expectation === undefined ? [] : expectedWords(expectation),
    ...standingOf(expectation !== undefined, results),
    results: [...results],
  }
}

function expectedWords({ outcome, cites, forbidden }: CaseExpectation): string[] {
  return [
    outcome.join(' or '),
    ...cites.map((id) => `cites ${id}`),
    ...forbidden.map((words) => `does not say "${words}"`),
  ]
}

/** Fixed: it failed once, and has been right from some version on. */
function standingOf(
  canRun: boolean,
  results: readonly CaseResult[],
): Pick<ReviewedCase, 'state' | 'fixedIn'> {
  if (!canRun) return { state: 'cannot-run', fixedIn: null }
  const last = results.at(-1)
  if (last === undefined) return { state: 'untried', fixedIn: null }
  if (!last.isRight) return { state: 'failing', fixedIn: null }
  const lastFault = results.findLastIndex(({ isRight }) => !isRight)
  if (lastFault === -1) return { state: 'holds', fixedIn: null }
  return { state: 'fixed', fixedIn: results[lastFault + 1]?.version ?? null }
}
