import { joinSources } from './joined-source.ts'
import { planSeason, type KnownSeason } from './plan-season.ts'
import { readRace, type RaceRead } from './read-race.ts'
import type { PlannedRace, SeasonPlan } from './season-plan.ts'
import type { TimingSource } from '#core/ports/timing-source.ts'

/** A season whose races are found; each is read when it is asked for, so that one is held at a time. */
export type OpenSeason = {
  readonly plan: SeasonPlan
  readRace(planned: PlannedRace): Promise<RaceRead>
  close(): Promise<void>
}

/** Finds the races in one or several folders and zips. Rejects with a SourceError where one is not there. */
export async function openSeason(
  sources: readonly TimingSource[],
  known: KnownSeason,
): Promise<OpenSeason> {
  const source = joinSources(sources)
  return {
    plan: await planSeason(source, known),
    readRace: async (planned) => await readRace(source, planned, known.calendar),
    close: async () => await source.close(),
  }
}
