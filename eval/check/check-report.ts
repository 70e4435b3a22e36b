import { table } from '../report.ts'
import type { CheckMeasured, Pattern } from './measured-check.ts'

const mostListed = 20

/** What the check lets through, as a person reads it: rates, goals, then what was refused or leaked. */
export function checkReport(season: string, run: CheckMeasured): string {
  const { own, truths, lies, goals, refused, leaked, ownRefused } = run
  const row = (
    name: string,
    { rate, hits, n }: { rate: number | null; hits: number; n: number },
  ) => [name, rate === null ? '-' : `${(100 * rate).toFixed(1)} %`, `${hits} of ${n}`, '']
  return [
    `What the check lets through, ${season} season`,
    '',
    ...table([
      ['', 'share', 'sentences', ''],
      ...truths.map((one) => row(`true, ${one.file} (${one.texts} ways)`, one)),
      row("true, the composer's own as plain words", own),
      ...lies.map((one) => row(`false, another ${one.kind}`, one)),
    ]),
    '',
    ...goals.map(({ name, isMet }) => `${isMet ? 'met    ' : 'MISSED '}  ${name}`),
    ...listed('Passed though false', leaked),
    ...listed('Refused though true', refused),
    ...listed("Refused of the composer's own", ownRefused),
  ].join('\n')
}

function listed(title: string, patterns: readonly Pattern[]): readonly string[] {
  if (patterns.length === 0) return []
  return [
    '',
    `${title}: ${patterns.length} ways${patterns.length > mostListed ? `, the ${mostListed} commonest` : ''}`,
    ...patterns
      .slice(0, mostListed)
      .map(({ n, example: { text, reason } }) => `  ${n} × ${reason ? `${reason}: ` : ''}${text}`),
  ]
}
