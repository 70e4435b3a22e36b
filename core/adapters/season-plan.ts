import type { FileKind } from './recognise.ts'
import type { RaceId, TrackId } from '#core/domain/ids.ts'
import type { Problem } from '#core/domain/problem.ts'
import type { RaceDate } from '#core/domain/race-date.ts'
import type { SourceFile } from '#core/ports/timing-source.ts'

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
  /** Files that are known and not used, or not known, counted by kind. */
  readonly unused: readonly { readonly kind: FileKind; readonly files: number }[]
  readonly problems: readonly Problem[]
}

/** Dates of races that are known beforehand. */
export type Calendar = ReadonlyMap<RaceId, RaceDate>
