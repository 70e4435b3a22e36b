import { grouped } from '#core/domain/fact-text.ts'
import { counted } from '#core/domain/wording.ts'
import { table, unusedLines } from '../summary.ts'
import type { CheckedTrack, SeasonCheck } from './check-season.ts'
import type { PutFile } from './put-files.ts'

type Uploaded = {
  readonly to: string
  readonly isDry: boolean
  readonly check: SeasonCheck
  readonly put: readonly PutFile[]
  /** Paths that lie in the bucket and not in the data. */
  readonly beside: readonly string[]
}

/** What an upload ends with, on stdout. */
export function uploadSummary({ to, isDry, check, put, beside }: Uploaded): string {
  const rows = (['new', 'changed', 'unchanged', 'refused'] as const).map((standing) => {
    const files = put.filter((file) => file.standing === standing)
    const bytes = files.reduce((sum, file) => sum + file.bytes, 0)
    return [standing, `${grouped(files.length)}${bytes === 0 ? '' : `   (${sizeText(bytes)})`}`]
  })
  return [
    isDry ? `Compared with ${to}, nothing was written` : `Uploaded to ${to}`,
    '',
    ...table([
      ...rows,
      ['problems in files', grouped(check.problems.length)],
      ...(beside.length === 0 ? [] : [['left there', besideText(beside)]]),
    ]),
    '',
    ...table(check.tracks.map((track) => [track.trackId, trackText(track)])),
    ...unusedLines(check.unused),
  ].join('\n')
}

/** Each file that did not go up, with the reason. */
export function refusedLines(put: readonly PutFile[]): string[] {
  return put.flatMap(({ path, standing, because = '' }) =>
    standing === 'refused' ? [`not uploaded: ${path}: ${because}`] : [],
  )
}

function besideText(beside: readonly string[]): string {
  const some = beside.slice(0, 3).join(', ')
  const more = beside.length > 3 ? ', …' : ''
  return `${counted(beside.length, 'file')} that the data has not, and a season reads: ${some}${more}`
}

/** "2 races, 1,071 laps, 3 sections, 6 and 0 sub-sections" */
function trackText({ races }: CheckedTrack): string {
  const laps = races.reduce((sum, race) => sum + race.laps, 0)
  const sections = eachOnce(races.map((race) => race.sections))
  const halves = eachOnce(races.map((race) => race.subSections))
  return `${counted(races.length, 'race')}, ${grouped(laps)} laps, ${sections} sections, ${halves} sub-sections`
}

/** '3' where all are alike, else '3 and 2'. */
function eachOnce(counts: readonly number[]): string {
  return new Set(counts).size === 1 ? String(counts[0]) : counts.join(' and ')
}

function sizeText(bytes: number): string {
  return bytes < 1_000_000
    ? `${grouped(Math.ceil(bytes / 1000))} kB`
    : `${(bytes / 1_000_000).toFixed(1)} MB`
}
