import { beforeAll, describe, expect, test } from 'vitest'
import * as z from 'zod'
import { readRealRaces, type RealRace } from '#core/adapters/real-races.ts'
import { realSeason, referenceRace, referenceRaces } from '#core/adapters/real-season.ts'
import { byCar } from './car-laps.ts'
import { differences, type Difference } from './differences.ts'
import { correctedByCar, fieldEffect } from './field-effect.ts'
import { positionsOnRoad, resultPositions } from './finish.ts'
import { followedOf } from './followed.ts'
import { isIncident } from './incident.ts'
import { ledgerOf } from './ledger.ts'
import { notInOfficialList } from './not-in-official-list.ts'
import { orderOf } from './order.ts'
import { fieldPace } from './pace.ts'
import type { RaceTiming } from './race-timing.ts'

const Race = z.object({
  file: z.string(),
  classification: z.string(),
  cars: z.record(z.string(), z.record(z.string(), z.unknown())),
})

const seconds = (ms: number | undefined) => (ms === undefined ? null : ms / 1000)
/** The reference calls the second car with one number '3#2'. */
const nameOf = (car: string) => car.replace('-', '#')

/** Where cars differ from the reference: their times are whole milliseconds, so they are equal. */
function carDifferences(
  actual: ReadonlyMap<string, object>,
  { cars }: z.infer<typeof Race>,
): readonly Difference[] {
  return Object.entries(cars).flatMap(([car, figures]) =>
    differences(actual.get(car), figures, () => 0, car),
  )
}

let realRaces: readonly RealRace[] = []
beforeAll(async () => {
  realRaces = await readRealRaces()
})

describe.skipIf(realSeason === undefined)('the course of three races', () => {
  const load = (track: string, number: number) => {
    const reference = referenceRace(Race, track, number)
    const found = realRaces.find(({ race }) => race.timingFile.endsWith(reference.file))
    if (found === undefined) throw new Error(`${reference.file} was not read`)
    return { reference, race: found.race, ledger: ledgerOf(found.race.laps) }
  }

  test.each(referenceRaces)(
    '%s %d: order, cars followed, positions, laps off the list',
    (track, number) => {
      const { reference, race } = load(track, number)
      expect(carDifferences(raceOf(race), reference)).toEqual([])
      expect(race.results?.classification).toBe(reference.classification)
    },
  )

  test.each(referenceRaces)('%s %d: incident laps', (track, number) => {
    const { reference, ledger } = load(track, number)
    const clean = ledger.filter(({ isClean }) => isClean)
    const corrected = correctedByCar(clean, 'lap', fieldEffect(clean, 'lap'))
    const paces = fieldPace(corrected).cars
    const actual = Object.keys(reference.cars).map((name) => {
      const own = [...corrected].find(([car]) => nameOf(car) === name)
      const paceMs = own && paces.get(own[0])?.paceMs
      const laps = own?.[1].filter((lap) => isIncident(lap.correctedMs, paceMs ?? Infinity)) ?? []
      return [name, { incident_laps: laps.map(({ lapNumber }) => lapNumber) }] as const
    })
    expect(carDifferences(new Map(actual), reference)).toEqual([])
  })
})

function raceOf({ laps, results, bestLaps }: RaceTiming) {
  const order = orderOf(laps)
  const followed = followedOf(laps)
  const onRoad = positionsOnRoad(laps)
  const official = resultPositions(results)
  const rows = new Map(bestLaps?.rows.map((row) => [row.car, row]))
  return new Map(
    Array.from(byCar(laps), ([car, own]) => [
      nameOf(car),
      {
        position: official.get(car) ?? null,
        position_on_road: onRoad.get(car),
        order: own.map((lap) => {
          const place = order.get(lap)
          const ahead = followed.get(lap)
          const name = ahead === undefined ? null : nameOf(ahead.car)
          const at = [lap.lapNumber, place?.position, seconds(place?.intervalMs)]
          return [...at, name, seconds(ahead?.intervalMs)]
        }),
        not_in_official_list: notInOfficialList(own, rows.get(car)).map((lap) => lap.lapNumber),
      },
    ]),
  )
}
