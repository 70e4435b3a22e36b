import type { QualityFailure, QualityRate, QualityRun } from '#core/protocol/rest/quality-answer.ts'

/** The run as a person reads it: the figures, the goals, then every failing answer. */
export function reportOf(run: QualityRun): string {
  const { rates, firstSentenceMs: first } = run
  return [
    `${run.questions} questions in ${run.conversations} conversations, seasons: ${run.seasons.join(', ')}; written by ${run.model ?? 'the composer'}`,
    '',
    ...table([
      ['', 'share', 'n', '95 % interval'],
      rateRow('answered where answerable', rates.answered),
      rateRow('right', rates.right),
      rateRow('refused rightly', rates.refused),
      rateRow('asked figures shown', rates.askedFigures),
      rateRow('citation precision', rates.citationPrecision),
      rateRow('citation recall', rates.citationRecall),
      rateRow('withheld', rates.withheld),
      ['unsupported numbers shown', String(run.unsupportedNumbers), '', ''],
      ['time to first sentence p50', milliseconds(first.p50), String(first.n), ''],
      ['time to first sentence p95', milliseconds(first.p95), String(first.n), ''],
    ]),
    '',
    ...run.goals.map(
      ({ name, goal, isLimit, isMet, value }) =>
        `${value === null ? 'untried' : isMet ? 'met    ' : 'MISSED '}  ${name} at ${isLimit ? 'most' : 'least'} ${goal}`,
    ),
    '',
    ...run.failures.map(failureText),
    `${run.failures.length} answers are not as expected`,
  ].join('\n')
}

function failureText(failure: QualityFailure): string {
  const { caseId, season, turn, question, answer, outcome, expected, faults } = failure
  return [
    `${season} ${caseId}, question ${turn}: ${question}`,
    `  answer    ${outcome}: ${answer}`,
    `  expected  ${expected.join('; ')}`,
    ...faults.map((fault) => `  fault     ${fault}`),
    '',
  ].join('\n')
}

function rateRow(name: string, { rate, hits, n, low, high }: QualityRate): string[] {
  return [name, percent(rate), `${hits} of ${n}`, `${percent(low)} to ${percent(high)}`]
}

const percent = (share: number | null) => (share === null ? '-' : `${(100 * share).toFixed(2)} %`)
const milliseconds = (ms: number | null) => (ms === null ? '-' : `${ms.toFixed(1)} ms`)

export function table(rows: readonly (readonly string[])[]): string[] {
  const widths = [0, 1, 2, 3].map((at) => Math.max(...rows.map((row) => row[at]?.length ?? 0)))
  return rows.map((row) =>
    row
      .map((cell, at) => cell.padEnd(widths[at] ?? 0))
      .join('  ')
      .trimEnd(),
  )
}
