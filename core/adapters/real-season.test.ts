import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import * as z from 'zod'
import { openSource } from './open-source.ts'
import { openSeason } from './read-season.ts'
import type { SeasonReader } from '#core/ports/season-reader.ts'
import { RaceId, TrackId } from '#core/domain/ids.ts'
import type { Lap } from '#core/domain/lap.ts'
import type { RaceTiming } from '#core/domain/race-timing.ts'

// oxlint-disable-next-line no-process-env -- where the real season lies, only the tester knows
const folder = process.env['REAL_SEASON'] ?? ''

const Track = z.object({ trackId: TrackId, aliases: z.array(z.string()) })
const Races = z.object({
  races: z.array(z.object({ raceId: RaceId, date: z.string(), utcOffsetHours: z.number() })),
})

const aliases = new Map(
  globSync('seeds/tracks/*.json').map((file) => {
    const { trackId, aliases: names } = Track.parse(JSON.parse(readFileSync(file, 'utf8')))
    return [trackId, names]
  }),
)
const { races } = Races.parse(JSON.parse(readFileSync('seeds/races.json', 'utf8')))
const calendar = new Map(races.map(({ raceId, ...date }) => [raceId, date]))

async function open(...paths: readonly string[]): Promise<SeasonReader> {
  return await openSeason(await Promise.all(paths.map(openSource)), { aliases, calendar })
}

async function readRaces(season: SeasonReader) {
  const planned = season.plan.tracks.flatMap((track) => track.races)
  return await Promise.all(planned.map(async (race) => await season.readRace(race)))
}

function facts(timing: RaceTiming | undefined) {
  const laps = timing?.laps ?? []
  const count = (holds: (lap: Lap) => boolean) => laps.filter(holds).length
  return [
    timing?.raceId,
    timing?.date,
    laps.length,
    new Set(laps.map(({ car }) => car)).size,
    count(({ flagAtLine }) => flagAtLine === 'green'),
    count(({ flagAtLine }) => flagAtLine === 'fcy'),
    count(({ flagAtLine }) => flagAtLine === 'chequered'),
    count(({ isInLap }) => isInLap),
    count(({ timeMs }) => timeMs.s1 === undefined),
    count(({ timeMs }) => timeMs.s2 === undefined),
    count(({ timeMs }) => timeMs.s3 === undefined),
  ]
}

describe.skipIf(folder === '')('the real season', () => {
  test('has the laps, cars, flags, stops and missing sections that were counted', async () => {
    const read = await readRaces(await open(folder))
    expect(read.map(({ timing }) => facts(timing))).toEqual([
      ['barber-r1', '2025-09-06', 579, 22, 514, 44, 21, 3, 0, 0, 0],
      ['barber-r2', '2025-09-07', 602, 22, 581, 0, 21, 9, 0, 0, 0],
      ['cota-r1', '2025-04-26', 486, 31, 370, 89, 27, 10, 0, 0, 0],
      ['cota-r2', '2025-04-27', 508, 31, 359, 124, 25, 0, 0, 0, 0],
      ['indianapolis-r1', '2025-10-18', 669, 29, 555, 90, 24, 2, 0, 1, 1],
      ['indianapolis-r2', '2025-10-19', 617, 29, 356, 237, 24, 5, 0, 0, 0],
      ['road-america-r1', '2025-08-16', 415, 28, 332, 56, 27, 4, 50, 50, 0],
      ['road-america-r2', '2025-08-17', 430, 27, 355, 50, 25, 0, 10, 10, 0],
      ['sebring-r1', '2025-05-17', 401, 22, 381, 0, 20, 5, 0, 0, 0],
      ['sebring-r2', '2025-05-18', 332, 21, 291, 21, 20, 1, 0, 0, 0],
      ['sonoma-r1', '2025-03-29', 669, 31, 553, 87, 29, 5, 0, 1, 1],
      ['sonoma-r2', '2025-03-30', 650, 31, 514, 109, 27, 3, 0, 0, 0],
      ['vir-r1', '2025-07-19', 415, 23, 353, 43, 19, 2, 0, 0, 0],
      ['vir-r2', '2025-07-20', 441, 21, 420, 0, 21, 1, 30, 31, 22],
    ])
  })

  test('is read without a fault: all that is odd in it is known', async () => {
    const season = await open(folder)
    const read = await readRaces(season)
    expect(season.plan.problems).toEqual([])
    expect(read.flatMap(({ problems }) => problems)).toEqual([])
    expect(read.reduce((sum, { refusedRows }) => sum + refusedRows, 0)).toBe(0)
  })

  test('has 130 tables, each known', async () => {
    const { plan } = await open(folder)
    const planned = plan.tracks.flatMap((track) => track.races)
    const used = planned.flatMap(({ timing, weather, results, bestLaps }) =>
      [timing, weather, results, bestLaps].filter((file) => file !== undefined),
    )
    const unused = plan.unused.filter(({ kind }) => kind !== 'document')
    expect(unused).toEqual([
      { kind: 'results', files: 11 },
      { kind: 'lap-times', files: 42 },
      { kind: 'results-by-class', files: 21 },
      { kind: 'championship', files: 1 },
    ])
    expect(used.length + unused.reduce((sum, { files }) => sum + files, 0)).toBe(130)
  })

  test('dates itself from its weather as the calendar does', async () => {
    const season = await openSeason([await openSource(folder)], { aliases, calendar: new Map() })
    const read = await readRaces(season)
    const weather = read.filter(({ dateToldBy }) => dateToldBy === 'weather')
    expect(weather).toHaveLength(13)
    for (const { timing } of read) {
      const known = timing && calendar.get(timing.raceId)
      expect(timing?.date).toBe(known?.date)
    }
    for (const { timing } of weather) {
      const known = timing && calendar.get(timing.raceId)
      expect(timing?.utcOffsetHours).toBe(known?.utcOffsetHours)
    }
  })

  test('has weather for Sonoma race 2 only when the supplement is given', async () => {
    const supplement = join(folder, '../trd-supplement')
    const samples = async (season: SeasonReader) => {
      const read = await readRaces(season)
      return read.map(({ timing }) => timing?.weather?.rows.length)
    }
    const without = await samples(await open(folder))
    const withIt = await samples(await open(folder, supplement))
    expect(without[11]).toBeUndefined()
    expect(withIt).toEqual(without.with(11, 43))
  })

  test('tells the two cars printed 3 apart in results and best laps', async () => {
    const season = await open(join(folder, 'circuit-of-the-americas'))
    const [race1, race2] = await readRaces(season)
    const threes = (read: typeof race1) =>
      read?.timing?.results?.rows.filter(({ car }) => car.startsWith('3-') || car === '3')
    // Each car's official fastest lap is one it drove.
    for (const read of [race1, race2]) {
      const rows = threes(read) ?? []
      expect(rows).toHaveLength(2)
      for (const { car, fastestLapMs, fastestLapNumber } of rows) {
        const lap = read?.timing?.laps.find(
          (each) => each.car === car && each.lapNumber === fastestLapNumber,
        )
        expect(lap?.timeMs.lap).toBe(fastestLapMs)
      }
    }
  })

  test('lets no name or team of the Indianapolis sheets through', async () => {
    const indianapolis = join(folder, 'indianapolis')
    const read = JSON.stringify(await readRaces(await open(indianapolis)))
    const names = globSync('**/{23,03,99}_*.CSV', { cwd: indianapolis }).flatMap((file) => {
      const [header = '', ...rows] = readFileSync(join(indianapolis, file), 'utf8').split(/\r?\n/)
      const columns = header.split(';').map((name) => name.trim())
      const named = [
        'DRIVER_NAME',
        'TEAM',
        'FIRSTNAME',
        'SECONDNAME',
        'DRIVER_FIRSTNAME',
        'DRIVER_SECONDNAME',
      ]
      return rows.flatMap((row) => named.map((name) => row.split(';')[columns.indexOf(name)] ?? ''))
    })
    const distinct = new Set(names.filter((name) => name.length > 2))
    expect(distinct.size).toBeGreaterThan(60)
    for (const name of distinct)
      expect(read.includes(name.includes(' ') ? name : `"${name}"`)).toBe(false)
  })
})
