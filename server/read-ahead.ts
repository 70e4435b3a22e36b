import { setImmediate as nextTurn } from 'node:timers/promises'
import { carInRaceId } from '#core/protocol/documents/collections.ts'
import type { RaceDocument } from '#core/protocol/documents/race-document.ts'
import type { DocumentReader } from '#core/ports/document-store.ts'
import { createSeason, type Season } from './season.ts'

/** Each costs two reads and room: what more there are is read when it is asked for. */
const defaultMostCars = 500

/**
 * Reads of a season that was just found what all its views begin with, and only then lets it be answered from; what its
 * cars are shown with follows while it is, race by race. The sections of laps are thirty times as many, and are read
 * when they are asked for. A store that fails here is told of by the answers that ask it again.
 */
export async function readAhead(reader: DocumentReader, mostCars = defaultMostCars): Promise<void> {
  const season = createSeason(reader)
  const races = await season.races().catch(() => [])
  await Promise.allSettled([
    season.tracks(),
    ...races.map(({ raceId }) => season.compositesOf(raceId)),
    ...races.map(({ raceId }) => season.weather(raceId)),
  ])
  readCars(reader, season, races, mostCars).catch(() => undefined)
}

async function readCars(
  reader: DocumentReader,
  season: Season,
  races: readonly RaceDocument[],
  mostCars: number,
): Promise<void> {
  let room = mostCars
  for (const { raceId, cars } of races) {
    const ids = cars.slice(0, room).map(({ car }) => ({ car, id: carInRaceId(raceId, car) }))
    room -= ids.length
    // oxlint-disable-next-line no-await-in-loop -- a race at a time: those who ask come first
    await Promise.all(
      ids.flatMap(({ id }) => [
        reader.get('ml_pattern_recommendations', id),
        reader.get('coaching_insights', id),
      ]),
    )
    for (const { car } of ids) {
      // oxlint-disable-next-line no-await-in-loop -- answers come between them
      await nextTurn()
      // oxlint-disable-next-line no-await-in-loop -- they are kept: this parses them
      await Promise.all([season.patterns(raceId, car), season.coaching(raceId, car)])
    }
  }
}
