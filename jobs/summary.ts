import { grouped } from '#core/domain/fact-text.ts'
import { counted } from '#core/domain/wording.ts'
import type { Problem } from '#core/domain/problem.ts'
import type { CollectionCounts } from '#core/ports/document-store.ts'
import type { SeasonPlan } from '#core/ports/season-reader.ts'
import type { RunOutcome } from './run-jobs.ts'
import type { Task } from './task.ts'

/** What a run ends with, on stdout. */
export function summary(outcome: RunOutcome, unused: SeasonPlan['unused']): string {
  const { runId, races, laps, rowsRead, refusedRows, counts, problems, tookMs } = outcome
  return [
    outcome.isPublished ? `Published run ${runId}` : `Run ${runId}, not published`,
    '',
    ...table([
      ...(outcome.task === undefined ? [] : [['task', taskText(outcome.task, outcome.tracks)]]),
      ...objectRows(outcome.objects),
      ['races', grouped(races)],
      ['laps', grouped(laps)],
      ['rows read', grouped(rowsRead)],
      ['rows refused', grouped(refusedRows)],
      ['problems in files', `${grouped(problems.length)}${kindsOf(problems)}`],
      ['notes on the data', `${grouped(outcome.notes)}   (with the races)`],
      ...carRows(outcome.cars),
      ['time', `${(tookMs / 1000).toFixed(1)} s`],
    ]),
    '',
    ...countLines(counts),
    ...unusedLines(unused),
  ].join('\n')
}

function objectRows(objects: number): (readonly string[])[] {
  return objects === 0 ? [] : [['objects', `${grouped(objects)}   (generations kept with the run)`]]
}

function taskText({ index, count }: Task, tracks: RunOutcome['tracks']): string {
  const own = tracks.length === 0 ? 'no track is left for it' : tracks.join(', ')
  return `${index + 1} of ${count}   (${own})`
}

function carRows(cars: RunOutcome['cars']): (readonly string[])[] {
  if (cars === undefined) return []
  const { phrased, kept, composed, withheld } = cars
  const notes = `   (${grouped(kept)} unchanged, ${grouped(composed)} by the composer)`
  return [
    ['cars phrased', `${grouped(phrased)}${notes}`],
    ['withheld', counted(withheld, 'sentence')],
  ]
}

/** Documents by collection. */
export function countLines(counts: CollectionCounts): string[] {
  return table(Object.entries(counts).map(([name, count]) => [name, grouped(count)]))
}

/** "barber/23_….CSV, line 14, LAP_TIME \"1:3x.4\": is no time; the lap has no time" */
export function problemLine({ file, line, column, value, message }: Problem): string {
  const where = [
    file,
    ...(line === undefined ? [] : [`line ${line}`]),
    ...(column === undefined ? [] : [value === undefined ? column : `${column} "${value}"`]),
  ]
  return `${where.join(', ')}: ${message}`
}

function kindsOf(problems: readonly Problem[]): string {
  const counts = new Map<string, number>()
  for (const { code } of problems) counts.set(code, (counts.get(code) ?? 0) + 1)
  if (counts.size === 0) return ''
  const list = [...counts].map(([code, count]) => `${code.replaceAll('-', ' ')} ${grouped(count)}`)
  return `   (${list.join(', ')})`
}

/** 'Files not used: telemetry 4', after a blank line. */
export function unusedLines(unused: SeasonPlan['unused']): string[] {
  if (unused.length === 0) return []
  const kinds = unused.map(({ kind, files }) => `${kind} ${grouped(files)}`)
  return ['', `Files not used: ${kinds.join(', ')}`]
}

/** Names in a column, values in another. */
export function table(rows: readonly (readonly string[])[]): string[] {
  const width = Math.max(...rows.map(([name = '']) => name.length))
  return rows.map(([name = '', value = '']) => `${name.padEnd(width)}  ${value}`)
}
