import type { TrackAliases } from './place.ts'
import type { RaceId } from '#core/domain/ids.ts'
import type { RaceDate } from '#core/domain/race-date.ts'

/** Dates of races that are known beforehand. */
export type Calendar = ReadonlyMap<RaceId, RaceDate>

/** What is known beforehand of tracks and races; a season is read without it too. */
export type KnownSeason = { readonly aliases: TrackAliases; readonly calendar: Calendar }
