import type { Card } from '#core/protocol/documents/coaching-document.ts'

/** What a shift is held against. */
export type CheckMark = { readonly ms: number; readonly words: string; readonly colour: string }

const quiet = 'var(--kl-palette-text-secondary)'

/** No change, what the card asked for, and what cars with a card usually do by themselves (D15). */
export function checkMarks(
  { aimGapMs, paceGapMs }: Pick<Card, 'aimGapMs' | 'paceGapMs'>,
  { usualShiftMs }: Pick<NonNullable<Card['check']>, 'usualShiftMs'>,
): readonly CheckMark[] {
  return [
    { ms: aimGapMs - paceGapMs, words: 'asked', colour: 'var(--kl-palette-primary-main)' },
    ...(usualShiftMs === null ? [] : [{ ms: usualShiftMs, words: 'usual', colour: quiet }]),
    { ms: 0, words: 'unchanged', colour: quiet },
  ]
}

/** From where to where the plot reaches: all marks and the whole interval. */
export function checkSpan(
  marks: readonly CheckMark[],
  lowMs: number,
  highMs: number,
): readonly [number, number] {
  const ends = [...marks.map(({ ms }) => ms), lowMs, highMs]
  return [Math.min(...ends), Math.max(...ends)]
}
