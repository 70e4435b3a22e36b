import { type ExportedAnswer } from './exported-answer.ts'
import { textOfParts } from './derive-entry.ts'

/** The columns of an exported table, in their order. */
const columns: Readonly<Record<string, (answer: ExportedAnswer) => string | number | null>> = {
  answerId: ({ answerId }) => answerId,
  conversationId: ({ conversationId }) => conversationId,
  askedAt: ({ askedAt }) => askedAt,
  question: ({ question }) => question,
  answer: ({ answer }) => answer,
  outcome: ({ outcome }) => outcome,
  intents: ({ intents }) => intents.join(' '),
  trackIds: ({ trackIds }) => trackIds.join(' '),
  raceIds: ({ raceIds }) => raceIds.join(' '),
  cars: ({ cars }) => cars.join(' '),
  writer: ({ writer }) => writer,
  generation: ({ generation }) => generation,
  promptHash: ({ promptHash }) => promptHash,
  firstSentenceMs: ({ firstSentenceMs }) => firstSentenceMs,
  tookMs: ({ tookMs }) => tookMs,
  withheld: ({ withheld }) => withheld.join(' | '),
  feedback: ({ feedback }) => feedback,
  feedbackNote: ({ feedbackNote }) => feedbackNote,
  reasons: ({ reasons }) => reasons.join(' '),
  coaches: ({ judgments }) => judgments.map(({ coach }) => coach).join(' | '),
  verdicts: ({ judgments }) => judgments.map(({ verdict }) => verdict).join(' | '),
  corrections: ({ judgments }) =>
    judgments
      .map(({ correction }) => correction.map(({ parts }) => textOfParts(parts)).join(' '))
      .join(' | '),
  notes: ({ judgments }) => judgments.map((one) => one.note ?? '').join(' | '),
}

export const exportHeader: string = csvLine(Object.keys(columns))

export function exportRow(answer: ExportedAnswer): string {
  return csvLine(Object.values(columns).map((cell) => cell(answer)))
}

/** Lines end as RFC 4180 has it. */
function csvLine(cells: readonly (string | number | null)[]): string {
  return `${cells.map(csvCell).join(',')}\r\n`
}

/**
 * What drivers and coaches typed is text: a spreadsheet takes a cell that begins like a formula for one, so a
 * quote mark before it keeps it from that. Numbers are ours, and stay numbers.
 */
export function csvCell(value: string | number | null): string {
  if (value === null) return ''
  if (typeof value === 'number') return String(value)
  const harmless = /^[\s"']*[=+\-@|%\t\r\n\uff1d\uff0b\uff0d\uff20]/.test(value)
    ? `'${value}`
    : value
  return /[",\r\n;\t']/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless
}
