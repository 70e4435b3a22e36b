import { type JoinedSource, joinSources } from './joined-source.ts'
import type { KnownSeason } from './known-season.ts'
import { planSeason } from './plan-season.ts'
import { readRace } from './read-race.ts'
import type { RaceReader, SeasonReader } from '#core/ports/season-reader.ts'
import type { TimingSource } from '#core/ports/timing-source.ts'

/** Finds the races in one or several folders and zips. Rejects with a SourceError where one is not there. */
export async function openSeason(
  sources: readonly TimingSource[],
  known: KnownSeason,
): Promise<SeasonReader> {
  const source = joinSources(sources)
  return { plan: await planSeason(source, known), ...racesOf(source, known) }
}

/** Reads races of a plan that was made elsewhere, of the same folders and zips. */
export async function openRaces(
  sources: readonly TimingSource[],
  known: KnownSeason,
): Promise<RaceReader> {
  const source = joinSources(sources)
  await source.list()
  return racesOf(source, known)
}

function racesOf(source: JoinedSource, { calendar }: KnownSeason): RaceReader {
  return {
    readRace: async (planned) => await readRace(source, planned, calendar),
    close: async () => await source.close(),
  }
}
