import { join } from 'node:path'
import { readSeeds } from '#core/adapters/seeds.ts'
import type { Tracks } from './read-weekend.ts'

/** What is known of tracks and races before any timing file, from the seeds. */
export async function knownSeason() {
  const { tracks, calendar } = await readSeeds(join(import.meta.dirname, '..', 'seeds'))
  const byId: Tracks = new Map(tracks.map((track) => [track.trackId, track]))
  return {
    tracks: byId,
    known: {
      aliases: new Map(tracks.map(({ trackId, aliases }) => [trackId, aliases])),
      calendar: new Map(calendar.races.map((race) => [race.raceId, race])),
    },
  }
}
