import { join } from 'node:path'
import { openSource } from './open-source.ts'
import { openSeason } from './read-season.ts'
import { realSeason } from './real-season.ts'
import { readSeeds } from './seeds.ts'
import type { RaceTiming } from '#core/domain/race-timing.ts'
import type { Track } from '#core/domain/track.ts'

const seedsFolder = join(import.meta.dirname, '..', '..', 'seeds')

/** A race of the real season with its track, read as every season is. */
export type RealRace = { readonly race: RaceTiming; readonly track: Track }

/** The races of the real season, for tests; none where it is not there. */
export async function readRealRaces(): Promise<readonly RealRace[]> {
  if (realSeason === undefined) return []
  const { tracks, calendar } = await readSeeds(seedsFolder)
  const season = await openSeason([await openSource(realSeason)], {
    aliases: new Map(tracks.map(({ trackId, aliases }) => [trackId, aliases])),
    calendar: new Map(calendar.races.map(({ raceId, ...moment }) => [raceId, moment])),
  })
  const planned = season.plan.tracks.flatMap((track) => track.races)
  const read = await Promise.all(planned.map(async (one) => await season.readRace(one)))
  await season.close()
  return read.flatMap(({ timing: race }) => {
    const track = tracks.find(({ trackId }) => trackId === race?.trackId)
    return race === undefined || track === undefined ? [] : [{ race, track }]
  })
}
