import type { Judgment, NewJudgment, WrongWords } from '#core/protocol/review/judgment.ts'
import type { Verdict } from '#core/protocol/review/verdict.ts'

/** A judgment that is being made. */
export type JudgingDraft = {
  readonly verdict: Verdict | undefined
  readonly wrong: readonly WrongWords[]
  /** One sentence a line; a line that begins with '>' is the coach's own words. */
  readonly correction: string
  readonly note: string
  readonly isSaved: boolean
}

const ownWords = /^>\s*/

export function draftOf(judgment: Judgment | undefined): JudgingDraft {
  if (judgment === undefined)
    return { verdict: undefined, wrong: [], correction: '', note: '', isSaved: false }
  return {
    verdict: judgment.verdict,
    wrong: judgment.wrong,
    correction: judgment.correction
      .map(
        ({ parts, isOwnWords }) =>
          `${isOwnWords ? '> ' : ''}${parts.map(({ text }) => text).join('')}`,
      )
      .join('\n'),
    note: judgment.note ?? '',
    isSaved: true,
  }
}

/** What the lines of a correction are: sentences to check, or the coach's own words. */
export function sentencesOf(correction: string): NewJudgment['correction'] {
  return correction
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line.replace(ownWords, '') !== '')
    .map((line) => ({ text: line.replace(ownWords, ''), isOwnWords: ownWords.test(line) }))
}

export function judgmentOf(draft: JudgingDraft): NewJudgment | undefined {
  const { verdict, wrong, correction, note } = draft
  if (verdict === undefined) return undefined
  return {
    verdict,
    wrong: [...wrong],
    correction: sentencesOf(correction),
    note: note.trim() === '' ? null : note.trim(),
  }
}
