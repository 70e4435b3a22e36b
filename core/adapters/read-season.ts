import { createHash } from 'node:crypto'
import { type JoinedSource, joinSources } from './joined-source.ts'
import type { KnownSeason } from './known-season.ts'
import { planSeason } from './plan-season.ts'
import { readRace } from './read-race.ts'
import type { RaceReader, SeasonInputs, SeasonReader } from '#core/ports/season-reader.ts'
import type { SourceObject, TimingSource } from '#core/ports/timing-source.ts'

/** Finds the races in one or several folders and zips. Rejects with a SourceError where one is not there. */
export async function openSeason(
  sources: readonly TimingSource[],
  known: KnownSeason,
): Promise<SeasonReader> {
  const source = joinSources(sources)
  return { plan: await planSeason(source, known), ...(await racesOf(source, known)) }
}

/** Reads races of a plan that was made elsewhere, of the same folders and zips. */
export async function openRaces(
  sources: readonly TimingSource[],
  known: KnownSeason,
): Promise<RaceReader> {
  const source = joinSources(sources)
  await source.list()
  return await racesOf(source, known)
}

async function racesOf(source: JoinedSource, { calendar }: KnownSeason): Promise<RaceReader> {
  return {
    inputs: inputsOf(await source.objects()),
    readRace: async (planned) => await readRace(source, planned, calendar),
    close: async () => await source.close(),
  }
}

function inputsOf(found: readonly SourceObject[]): SeasonInputs {
  const objects = found.toSorted((a, b) => (a.address < b.address ? -1 : 1))
  if (objects.length === 0) return { objects }
  const versions = objects.map(({ address, generation }) => `${address}#${generation}\n`)
  return { objects, digest: createHash('sha256').update(versions.join('')).digest('hex') }
}
