import { findSeasonFiles, readRows } from './timing-rows.ts'
import { type Corrected, correctedByCar, pacesOf } from './corrected-laps.ts'
import { officialFile, officialPositions } from './order-of-race.ts'
import { type OracleLap, lapsOf, type Quantity } from './race-laps.ts'
import { samplesOf } from './weather-of-race.ts'

type Paced = ReturnType<typeof pacesOf> & {
  readonly corrected: ReadonlyMap<string, readonly Corrected[]>
}

/** A race as its CSV files tell it, read and computed without a line of the service's code. */
export type OracleRace = {
  readonly raceId: string
  readonly laps: readonly OracleLap[]
  readonly official: ReadonlyMap<string, number>
  readonly airTemperature: ReturnType<typeof samplesOf>
  readonly trackTemperature: ReturnType<typeof samplesOf>
  readonly paced: Readonly<Record<Quantity, Paced>>
}

/** Every race of a season. */
export type Oracle = ReadonlyMap<string, OracleRace>

export async function openOracle(folder: string): Promise<Oracle> {
  const races = await Promise.all([...(await findSeasonFiles(folder))].map(readRace))
  return new Map(races.filter((race) => race !== undefined).map((race) => [race.raceId, race]))
}

async function readRace([raceId, files]: readonly [string, readonly string[]]): Promise<
  OracleRace | undefined
> {
  const timing = files.find((file) => /\/23_/.test(file))
  if (timing === undefined) return undefined
  const laps = lapsOf(await readRows(timing))
  const results = officialFile(files)
  const weather = files.find((file) => /\/26_/.test(file))
  const weatherRows = weather === undefined ? [] : await readRows(weather)
  const pacedOf = (quantity: Quantity): Paced => {
    const corrected = correctedByCar(laps, quantity)
    return { ...pacesOf(corrected), corrected }
  }
  return {
    raceId,
    laps,
    official: officialPositions(results === undefined ? [] : await readRows(results)),
    airTemperature: samplesOf(weatherRows, 'AIR_TEMP'),
    trackTemperature: samplesOf(weatherRows, 'TRACK_TEMP'),
    paced: { lap: pacedOf('lap'), s1: pacedOf('s1'), s2: pacedOf('s2'), s3: pacedOf('s3') },
  }
}
