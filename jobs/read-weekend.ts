import type { TrackId } from '#core/domain/ids.ts'
import type { Problem } from '#core/domain/problem.ts'
import { analyse } from '#core/domain/race-analysis.ts'
import type { Track } from '#core/domain/track.ts'
import { unknownTrack } from '#core/domain/unknown-track.ts'
import type { SourceFileLines } from '#core/ports/document-store.ts'
import type { PlannedTrack, RaceReader } from '#core/ports/season-reader.ts'
import type { Weekend, WeekendRace } from './weekend.ts'

/** A weekend with what reading it brought to light. */
type ReadWeekend = {
  readonly weekend: Weekend
  /** The CSV lines that facts of these races open. */
  readonly lines: readonly SourceFileLines[]
  readonly problems: readonly Problem[]
  readonly rowsRead: number
  readonly refusedRows: number
}

export type Tracks = ReadonlyMap<TrackId, Track>

/** Reads the races of a track. A race without any lap is left out, its problems are told. */
export async function readWeekend(
  reader: RaceReader,
  planned: PlannedTrack,
  tracks: Tracks,
): Promise<ReadWeekend> {
  const races: WeekendRace[] = []
  const lines: SourceFileLines[] = []
  const problems: Problem[] = []
  let rowsRead = 0
  let refusedRows = 0
  for (const plannedRace of planned.races) {
    // oxlint-disable-next-line no-await-in-loop -- one file's bytes are held at a time
    const read = await reader.readRace(plannedRace)
    problems.push(...read.problems)
    rowsRead += read.rowsRead
    refusedRows += read.refusedRows
    if (read.timing === undefined) continue
    const { columns, refusedRows: refused } = read
    races.push(Object.assign(analyse(read.timing), { columns, refusedRows: refused }))
    lines.push(...read.lines)
  }
  const isInvented = races.some(({ timing }) => timing.isInvented)
  const track = tracks.get(planned.trackId) ?? unknownTrack(planned.trackId)
  return { weekend: { track, isInvented, races }, lines, problems, rowsRead, refusedRows }
}
