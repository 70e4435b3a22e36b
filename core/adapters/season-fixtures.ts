import { openSource } from './open-source.ts'
import { openSeason } from './read-season.ts'
import {
  folderOf,
  resultsHeader,
  sheet,
  timingSheet,
  weatherSheet,
  type Files,
} from './timing-fixtures.ts'
import { RaceId, TrackId } from '#core/domain/ids.ts'

/** An invented season of two tracks in the published folders, and the reading of it, for tests. */

const aliases = new Map([
  [TrackId.parse('barber'), ['barber-motorsports-park']],
  [TrackId.parse('sonoma'), []],
])

const calendar = new Map(
  ['2025-03-29', '2025-03-30'].map((date, index) => [
    RaceId.parse(`sonoma-r${index + 1}`),
    { date, utcOffsetHours: -7 },
  ]),
)

const known = { aliases, calendar }
export const result = sheet(resultsHeader, '1;13;Classified;4;;;;2;1:40.250;;Am')

/** Barber keeps both races in one folder, Sonoma one in each; the second has no weather. */
export const season: Files = {
  'barber-motorsports-park/23_Analysis_Race 1.CSV': timingSheet(['13', '3']),
  'barber-motorsports-park/23_Analysis_Race 2.CSV': timingSheet(['13']),
  'barber-motorsports-park/26_Weather_Race 1.CSV': weatherSheet('2025-09-06T18:00:30Z'),
  'barber-motorsports-park/03_Provisional Results_Race 1.CSV': result,
  'barber-motorsports-park/03_Results GR Cup Race 1 Official.CSV': result,
  'Sonoma/Race 1/23_Analysis_Race 1.CSV': timingSheet(['13']),
  'Sonoma/Race 1/26_Weather_Race 1.CSV': weatherSheet('2025-03-29T20:00:30Z'),
  'Sonoma/Race 1/03_Results.CSV': result,
  'Sonoma/Race 2/23_Analysis_Race 2.CSV': timingSheet(['7', '13']),
  'Sonoma/Race 2/03_Provisional_Results_Race 2.CSV': result,
  'Sonoma/Race 2/sonoma_telemetry_R2.csv': Buffer.from('meta_time,lap,value\n'),
}

export async function readAll(given: readonly Files[]) {
  return await readPaths(await Promise.all(given.map(folderOf)))
}

export async function readPaths(paths: readonly string[]) {
  const opened = await openSeason(await Promise.all(paths.map(openSource)), known)
  const planned = opened.plan.tracks.flatMap(({ races }) => races)
  const races = []
  // oxlint-disable-next-line no-await-in-loop -- a race at a time, as the jobs do
  for (const race of planned) races.push(await opened.readRace(race))
  await opened.close()
  const timings = races.flatMap(({ timing }) => (timing === undefined ? [] : [timing]))
  const problems = [...opened.plan.problems, ...races.flatMap((race) => race.problems)]
  return { plan: opened.plan, planned, races, timings, problems }
}

export function idsOf(races: readonly { readonly raceId: string }[]): readonly string[] {
  return races.map(({ raceId }) => raceId)
}
