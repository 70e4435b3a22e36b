/** What can be wrong with timing files. Each is reported; the rest is read. */
const problemCodes = [
  'not-utf-8',
  'empty-file',
  'header-only',
  'missing-column',
  'too-few-cells',
  'too-many-cells',
  'cut-off-row',
  'missing-value',
  'not-a-time',
  'not-a-number',
  'not-a-car-number',
  'out-of-range',
  'values-disagree',
  'repeated-row',
  'unknown-flag',
  'unknown-car',
  'same-race-twice',
  'same-part-twice',
  'no-timing-file',
  'no-laps',
  'weather-of-another-day',
  'no-date',
  'unplaced-file',
  'unknown-file',
  'broken-zip',
  'path-outside',
  'encrypted',
  'too-large',
  'link-not-followed',
  'unreadable',
] as const
export type ProblemCode = (typeof problemCodes)[number]

/** Something in a file that could not be used, told in plain words with what is lost by it. */
export type Problem = {
  readonly code: ProblemCode
  /** Path below the data root. */
  readonly file: string
  /** Line of the file, its first line being 1. */
  readonly line?: number
  readonly column?: string
  /** What the cell holds, made fit to print by `printable`; never a cell that may hold a name. */
  readonly value?: string
  readonly message: string
}

/** A cell fit for a message: control characters escaped, no longer than 40 characters. */
export function printable(text: string): string {
  const escaped = text.replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, escapeOf)
  const characters = Array.from(escaped)
  return characters.length > 40 ? `${characters.slice(0, 39).join('')}…` : escaped
}

function escapeOf(character: string): string {
  return `\\u{${character.codePointAt(0)?.toString(16)}}`
}
