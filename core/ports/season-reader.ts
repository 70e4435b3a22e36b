import type { RaceId, TrackId } from '#core/domain/ids.ts'
import type { Problem } from '#core/domain/problem.ts'
import type { PerQuantity } from '#core/domain/quantity.ts'
import type { RaceTiming } from '#core/domain/race-timing.ts'
import type { SourceFileLines } from './document-store.ts'
import type { SourceFile, SourceObject } from './timing-source.ts'

/** Which files a race is read from. */
export type PlannedRace = {
  readonly raceId: RaceId
  readonly trackId: TrackId
  readonly raceNumber: number
  /** True below the marker that a made-up season has at its root. */
  readonly isInvented: boolean
  readonly timing: SourceFile
  readonly weather?: SourceFile
  readonly results?: PlannedResults
  readonly bestLaps?: SourceFile
  /** Logger files, looked at only for a date that nothing else tells. */
  readonly lapTimes: readonly SourceFile[]
}

export type PlannedResults = {
  readonly file: SourceFile
  readonly classification: 'official' | 'provisional'
}

export type PlannedTrack = {
  readonly trackId: TrackId
  /** False for a track that only its files name. */
  readonly isKnown: boolean
  readonly races: readonly PlannedRace[]
}

/** What a season's files are, before any of them is read whole. */
export type SeasonPlan = {
  /** Tracks by id, races by number. */
  readonly tracks: readonly PlannedTrack[]
  /** Files that mark all that lies below their folders as made up. */
  readonly markers: readonly SourceFile[]
  /** Files that are known and not used, or not known, counted by kind. */
  readonly unused: readonly { readonly kind: string; readonly files: number }[]
  readonly problems: readonly Problem[]
}

/** A file of a race that could be opened. */
export type FileRead = {
  readonly file: string
  readonly rowsRead: number
  readonly refusedRows: number
}

/** A race as it was read: what was timed, the lines it came from, and what was wrong with them. */
export type RaceRead = {
  /** Absent where not one lap could be read. */
  readonly timing?: RaceTiming
  /** The column of the timing file that each quantity is read from. */
  readonly columns: PerQuantity<string>
  /** What told the race's date. */
  readonly dateToldBy: 'calendar' | 'weather' | 'loggers' | 'nothing'
  readonly lines: readonly SourceFileLines[]
  readonly problems: readonly Problem[]
  readonly files: readonly FileRead[]
  /** Rows of all files of the race, and how many of them could not be used. */
  readonly rowsRead: number
  readonly refusedRows: number
}

/** What a season is read from, as far as it has versions: the objects of buckets. */
export type SeasonInputs = {
  readonly objects: readonly SourceObject[]
  /** The same for the same generations of the same objects; absent without any. */
  readonly digest?: string
}

/** Reads the races of a plan, one at a time. */
export interface RaceReader {
  readonly inputs: SeasonInputs
  readRace(planned: PlannedRace): Promise<RaceRead>
  close(): Promise<void>
}

/** A season whose races are found; each is read when it is asked for, so that one is held at a time. */
export interface SeasonReader extends RaceReader {
  readonly plan: SeasonPlan
}
