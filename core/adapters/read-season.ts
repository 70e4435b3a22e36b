import { joinSources } from './joined-source.ts'
import type { KnownSeason } from './known-season.ts'
import { planSeason } from './plan-season.ts'
import { readRace } from './read-race.ts'
import type { SeasonReader } from '#core/ports/season-reader.ts'
import type { TimingSource } from '#core/ports/timing-source.ts'

/** Finds the races in one or several folders and zips. Rejects with a SourceError where one is not there. */
export async function openSeason(
  sources: readonly TimingSource[],
  known: KnownSeason,
): Promise<SeasonReader> {
  const source = joinSources(sources)
  return {
    plan: await planSeason(source, known),
    readRace: async (planned) => await readRace(source, planned, known.calendar),
    close: async () => await source.close(),
  }
}
