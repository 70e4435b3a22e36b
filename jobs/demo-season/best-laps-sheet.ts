import type { Driver } from './drivers.ts'
import { driverName, printedNumber, teamName } from './names.ts'
import { officialLaps } from './official.ts'
import { minutesTime } from './print-time.ts'
import type { Column } from './sheet-text.ts'
import { onlyWith, sheetText } from './sheet-text.ts'
import type { TimedLap, TimedRace } from './timed-race.ts'

type CarBest = {
  readonly driver: Driver
  readonly lapCount: number
  readonly best: readonly TimedLap[]
}

/** The 99_ file: the ten best laps of each car that count. */
export function bestLapsSheet(race: TimedRace): string {
  const { withNames } = race.track
  const cars = race.cars.map(({ driver, laps }) => ({
    driver,
    lapCount: laps.length,
    best: officialLaps(laps).slice(0, 10),
  }))
  const columns: Column<CarBest>[] = [
    ['NUMBER', ({ driver }) => printedNumber(driver.car, withNames)],
    ...onlyWith<CarBest>(withNames, [['TEAM', ({ driver }) => teamName(driver.car)]]),
    ['VEHICLE', () => 'Toyota GR86'],
    ['CLASS', () => 'Am'],
    ...onlyWith<CarBest>(withNames, [
      ['FIRSTNAME', ({ driver }) => driverName(driver.car)[0]],
      ['SECONDNAME', ({ driver }) => driverName(driver.car)[1]],
    ]),
    ['TOTAL_DRIVER_LAPS', ({ lapCount }) => String(lapCount)],
    ...Array.from({ length: 10 }, (_, at) => rankColumns(at)).flat(),
    ['AVERAGE', ({ best }) => average(best)],
  ]
  return sheetText(columns, cars, { withNames, crlf: false })
}

/** A car with fewer laps has a blank time and lap 0. */
function rankColumns(at: number): Column<CarBest>[] {
  return [
    [`BESTLAP_${at + 1}`, ({ best }) => average(best.slice(at, at + 1))],
    [`BESTLAP_${at + 1}_LAPNUM`, ({ best }) => String(best[at]?.lapNumber ?? 0)],
  ]
}

function average(laps: readonly TimedLap[]): string {
  const sumMs = laps.reduce((sum, lap) => sum + lap.lapMs, 0)
  return laps.length === 0 ? '' : minutesTime(Math.round(sumMs / laps.length))
}
