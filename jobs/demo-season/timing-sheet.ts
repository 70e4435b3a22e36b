import type { Driver } from './drivers.ts'
import type { LapParts } from './lap-parts.ts'
import { improvementMarks, partsOf } from './lap-parts.ts'
import { driverName, printedNumber, teamName } from './names.ts'
import {
  clockMs,
  clockTime,
  columnPrinter,
  hoursTime,
  minutesTime,
  numberTime,
  secondsTime,
} from './print-time.ts'
import type { TrackRecipe } from './recipe.ts'
import type { Column } from './sheet-text.ts'
import { onlyWith, sheetText } from './sheet-text.ts'
import type { TimedRace } from './timed-race.ts'

type LapColumn = Column<LapParts>

/** The 23_ file: every lap of every car. */
export function timingSheet(race: TimedRace): string {
  const { track } = race
  const cars = race.cars.map((car) => car.laps.map((lap) => partsOf(car.driver, lap)))
  const marks = improvementMarks(cars)
  const laps = cars.flat()
  const columns = [
    ...lapColumns(track, (one) => String(marks.lap.get(one) ?? 0)),
    ...sectionColumns(laps, track.withNames, (one, at) =>
      String(marks.sections[at]?.get(one) ?? 0),
    ),
    ...raceColumns(race),
    ...otherColumns(track),
    ...subSectionColumns(laps, track),
  ]
  return sheetText(columns, laps, { withNames: track.withNames, crlf: false })
}

/** Names from the second on begin with a blank, until HOUR. */
function lapColumns(track: TrackRecipe, mark: (one: LapParts) => string): LapColumn[] {
  return [
    ['NUMBER', ({ driver }) => printedNumber(driver.car, track.withNames)],
    [' DRIVER_NUMBER', () => '1'],
    [' LAP_NUMBER', ({ lap }) => String(lap.lapNumber)],
    [' LAP_TIME', ({ lap }) => minutesTime(lap.lapMs)],
    [' LAP_IMPROVEMENT', mark],
    [' CROSSING_FINISH_LINE_IN_PIT', ({ lap }) => (lap.isInLap ? 'B' : '')],
  ]
}

function sectionColumns(
  laps: readonly LapParts[],
  withNames: boolean,
  mark: (one: LapParts, section: number) => string,
): LapColumn[] {
  return [0, 1, 2].flatMap((at): LapColumn[] => {
    const print = columnPrinter(
      laps.map(({ sections }) => sections[at]),
      withNames,
    )
    return [
      [` S${at + 1}`, ({ sections }) => print(sections[at])],
      [` S${at + 1}_IMPROVEMENT`, (one) => mark(one, at)],
    ]
  })
}

function raceColumns({ track, recipe }: TimedRace): LapColumn[] {
  const startMs = clockMs(recipe.start)
  return [
    [' KPH', ({ lap }) => kph(track.lapLengthM, lap.lapMs)],
    [' ELAPSED', ({ lap }) => minutesTime(lap.elapsedMs)],
    [' HOUR', ({ lap }) => clockTime(startMs + lap.elapsedMs)],
  ]
}

/** Average speed over the length that the timing is configured with. */
export function kph(lengthM: number, lapMs: number): string {
  return ((lengthM / lapMs) * 3600).toFixed(1)
}

function otherColumns(track: TrackRecipe): LapColumn[] {
  const seconds = track.withNames ? secondsTime : numberTime
  return [
    ...sectionsAgain('LARGE', minutesTime),
    ['TOP_SPEED', ({ lap }) => lap.topSpeedKph?.toFixed(1) ?? ''],
    ...onlyWith<LapParts>(track.withNames, [
      ['DRIVER_NAME', ({ driver }) => driverName(driver.car).join(' ')],
    ]),
    ['PIT_TIME', ({ lap }) => (lap.pitTimeMs === undefined ? '' : hoursTime(lap.pitTimeMs))],
    ['CLASS', () => 'Am'],
    ['GROUP', ({ driver }) => groupOf(driver, track)],
    ...onlyWith<LapParts>(track.withNames, [['TEAM', ({ driver }) => teamName(driver.car)]]),
    ['MANUFACTURER', () => 'Toyota Gazoo Racing'],
    ['FLAG_AT_FL', ({ lap }) => lap.flag],
    ...sectionsAgain('SECONDS', seconds),
  ]
}

function sectionsAgain(name: string, print: (ms: number) => string): LapColumn[] {
  return [0, 1, 2].map((at) => [
    `S${at + 1}_${name}`,
    ({ sections }) => {
      const ms = sections[at]
      return ms === undefined ? '' : print(ms)
    },
  ])
}

function groupOf(driver: Driver, track: TrackRecipe): string {
  if (!driver.isLegend) return ''
  return driver.car === '3' ? `Legends${track.groupTail}` : 'Legends'
}

function subSectionColumns(laps: readonly LapParts[], track: TrackRecipe): LapColumn[] {
  const names = track.loopsNamedInt
    ? ['IM1a', 'INT-1', 'IM2a', 'INT-2', 'IM3a', 'FL']
    : ['IM1a', 'IM1', 'IM2a', 'IM2', 'IM3a', 'FL']
  return names.flatMap((name, at): LapColumn[] => {
    const time = columnPrinter(
      laps.map(({ subs }) => subs[at]),
      track.withNames,
    )
    const elapsed = columnPrinter(
      laps.map((one) => one.elapsed[at]),
      track.withNames,
    )
    return [
      [`${name}_time`, ({ subs }) => time(subs[at])],
      [`${name}_elapsed`, (one) => elapsed(one.elapsed[at])],
    ]
  })
}
