import { createCarBlocks } from './car-blocks.ts'
import { readRows, type RowsRead } from './read-rows.ts'
import { createCarNumberReader, type RowCells } from './row-cells.ts'
import { readTime, timeColumns, timingSheet } from './timing-columns.ts'
import { countRanges, numberRanges, timeRanges } from './value-range.ts'
import type { Flag, Lap } from '#core/domain/lap.ts'
import type { PerQuantity } from '#core/domain/quantity.ts'
import { createWallClock } from '#core/domain/wall-clock.ts'

const flagOfCode = new Map<string, Flag>([
  ['GF', 'green'],
  ['FCY', 'fcy'],
  ['FF', 'chequered'],
  ['SF', 'safety-car'],
  ['RF', 'red'],
])

type Draft<T> = { -readonly [K in keyof T]: T[K] }

/** Reads a `23_AnalysisEnduranceWithSections` file; words of the timing sheets go no further. */
export function readTimingCsv(file: string, bytes: Uint8Array): RowsRead & { laps: Lap[] } {
  const laps: Lap[] = []
  const rows = readRows(file, bytes, timingSheet, (cells) => {
    const readLap = createLapReader(cells)
    const lapTime = cells.column('LAP_TIME', '')
    return () => {
      const lap = readLap()
      if (lap === undefined) return false
      laps.push(lap)
      // A lap whose time is broken keeps its place, flag and pit mark: the next lap is judged by
      // them. As a lap it is refused.
      return lap.timeMs.lap !== undefined || cells.text(lapTime) === ''
    }
  })
  return { ...rows, laps }
}

function createLapReader(cells: RowCells): () => Lap | undefined {
  const readIdentity = createIdentityReader(cells)
  const readTimes = createTimesReader(cells)
  const readFlag = createFlagReader(cells)
  const addCrossing = createCrossingReader(cells)
  const carClass = cells.column('CLASS', '')
  const inPit = cells.column('CROSSING_FINISH_LINE_IN_PIT', '')
  const driver = cells.column('DRIVER_NUMBER', 'the lap is of no known driver')
  const pitTime = cells.column('PIT_TIME', 'the stop has no time')
  const topSpeed = cells.column('TOP_SPEED', 'the lap has no top speed')
  return () => {
    const identity = readIdentity()
    if (identity === undefined) return undefined
    const lap: Draft<Lap> = {
      ...identity,
      carClass: cells.text(carClass),
      timeMs: readTimes(),
      flagAtLine: readFlag(),
      isInLap: cells.text(inPit) === 'B',
      line: cells.line,
    }
    const driverNumber = cells.count(driver, countRanges.driver)
    if (driverNumber !== undefined) lap.driverNumber = driverNumber
    const pitTimeMs = cells.timeMs(pitTime, timeRanges.pit)
    if (pitTimeMs !== undefined) lap.pitTimeMs = pitTimeMs
    const topSpeedKph = cells.number(topSpeed, numberRanges.speedKph)
    if (topSpeedKph !== undefined) lap.topSpeedKph = topSpeedKph
    addCrossing(lap)
    return lap
  }
}

function createIdentityReader(cells: RowCells) {
  const readCarNumber = createCarNumberReader(cells)
  const lapNumberOf = cells.column('LAP_NUMBER', 'the row is not used')
  const lapTime = cells.column('LAP_TIME', '')
  const elapsed = cells.column('ELAPSED', '')
  const hour = cells.column('HOUR', '')
  const carOf = createCarBlocks()
  return (): Pick<Lap, 'car' | 'lapNumber'> | undefined => {
    const printed = readCarNumber()
    if (printed === undefined) return undefined
    const lapNumber = cells.count(lapNumberOf, countRanges.lapNumber)
    if (lapNumber === undefined) return cells.reportBlank(lapNumberOf)
    const times = `${cells.text(lapTime)};${cells.text(elapsed)};${cells.text(hour)}`
    const car = carOf(printed, lapNumber, `${lapNumber};${times}`)
    if (car !== undefined) return { car, lapNumber }
    return cells.report(
      'repeated-row',
      lapNumberOf,
      'was read of this car before, with equal times',
    )
  }
}

function createTimesReader(cells: RowCells): () => PerQuantity<number> {
  const lapTime = cells.column('LAP_TIME', 'the lap has no time')
  const columns = timeColumns(cells)
  return () => {
    const timeMs: Draft<PerQuantity<number>> = {}
    const lapMs = cells.timeMs(lapTime, timeRanges.lap)
    if (lapMs !== undefined) timeMs.lap = lapMs
    for (const column of columns) {
      const ms = readTime(cells, column)
      if (ms !== undefined) timeMs[column.quantity] = ms
    }
    if (lapMs === undefined || isWholeOfSections(timeMs, lapMs)) return timeMs
    const what = 'is not what S1, S2 and S3 of this lap add up to'
    const lost = 'which of them is wrong cannot be told, its sections are not used'
    cells.report('values-disagree', { ...lapTime, lost }, what)
    return { lap: lapMs }
  }
}

/** Sections add up to the lap, to the millisecond; where one is missing, the others stay below it. */
function isWholeOfSections({ s1, s2, s3 }: PerQuantity<number>, lapMs: number): boolean {
  const sum = (s1 ?? 0) + (s2 ?? 0) + (s3 ?? 0)
  const hasAll = s1 !== undefined && s2 !== undefined && s3 !== undefined
  // Sheets of other series round each part by itself.
  return hasAll ? Math.abs(sum - lapMs) <= 2 : sum < lapMs
}

function createFlagReader(cells: RowCells): () => Flag {
  const column = cells.column('FLAG_AT_FL', 'laps with it count as not under green (first of them)')
  const unknown = new Set<string>()
  return () => {
    const code = cells.text(column)
    const flag = flagOfCode.get(code)
    if (flag !== undefined) return flag
    if (cells.has(column) && !unknown.has(code)) {
      unknown.add(code)
      cells.report('unknown-flag', column, 'is no flag that is known')
    }
    return 'unknown'
  }
}

function createCrossingReader(cells: RowCells): (lap: Draft<Lap>) => void {
  const elapsed = cells.column('ELAPSED', 'the lap has no place in the order')
  const hour = cells.column('HOUR', 'the lap has no time of day')
  const wallClock = createWallClock()
  return (lap) => {
    const elapsedMs = cells.timeMs(elapsed, timeRanges.elapsed)
    if (elapsedMs !== undefined) lap.elapsedMs = elapsedMs
    const hourMs = cells.timeMs(hour, timeRanges.hour)
    if (hourMs !== undefined) lap.hourMs = wallClock(lap.car, hourMs, elapsedMs)
  }
}
