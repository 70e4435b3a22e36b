import { readRows, type RowsRead, type Sheet } from './read-rows.ts'
import { createCarNumberReader, type RowCells } from './row-cells.ts'
import { countRanges, timeRanges } from './value-range.ts'
import type { Lap } from '#core/domain/lap.ts'
import type { Problem } from '#core/domain/problem.ts'
import type { BestLapsRow } from '#core/domain/race-timing.ts'
import { tellApart, type PrintedCar } from '#core/domain/told-apart.ts'

type Draft<T> = { -readonly [K in keyof T]: T[K] }

const ranks = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]

const shown = new Set([
  'NUMBER',
  'VEHICLE',
  'CLASS',
  'TOTAL_DRIVER_LAPS',
  'AVERAGE',
  ...ranks.flatMap((rank) => [`BESTLAP_${rank}`, `BESTLAP_${rank}_LAPNUM`]),
])

const bestLapsSheet: Sheet = {
  isShown: (column) => shown.has(column),
  needed: {
    NUMBER: 'no lap can be given to a car, the best laps are not read',
    BESTLAP_1: 'no lap is listed, the best laps are not read',
    BESTLAP_1_LAPNUM: 'listed times are of no known lap, the best laps are not read',
  },
  expected: { TOTAL_DRIVER_LAPS: 'cars printed alike are told apart by their best lap alone' },
}

/**
 * Reads a best-laps file (`99_`); cars printed alike are told apart by the laps driven (D20). Where
 * a car has a row for each driver, none says what the car's ten best are, and none is used.
 */
export function readBestLapsCsv(
  file: string,
  bytes: Uint8Array,
  laps: readonly Lap[],
): RowsRead & { bestLaps: readonly BestLapsRow[] } {
  const printed: BestLapsRow[] = []
  const rows = readRows(file, bytes, bestLapsSheet, (cells) => {
    const readBestLaps = createBestLapsReader(cells)
    return () => {
      const row = readBestLaps()
      if (row !== undefined) printed.push(row)
      return row !== undefined
    }
  })
  const cars = tellApart(printed.map(asPrinted), laps)
  const untold = new Set(printed.flatMap(({ car }, at) => (cars[at] === undefined ? [car] : [])))
  const isTold = ({ car }: BestLapsRow) => !untold.has(car)
  const told = printed.flatMap((row, at) => {
    const car = cars[at]
    return car === undefined || !isTold(row) ? [] : [{ ...row, car }]
  })
  const refused = printed.filter((row) => !isTold(row))
  return {
    ...rows,
    bestLaps: told,
    problems: [...rows.problems, ...refused.map((row) => notOneRow(file, row))],
    refusedRows: rows.refusedRows + refused.length,
  }
}

function createBestLapsReader(cells: RowCells): () => BestLapsRow | undefined {
  const readCarNumber = createCarNumberReader(cells)
  const total = cells.column('TOTAL_DRIVER_LAPS', 'the count of laps is not known')
  const pairs = ranks.map((rank) => ({
    time: cells.column(`BESTLAP_${rank}`, 'the lap is not listed'),
    lap: cells.column(`BESTLAP_${rank}_LAPNUM`, 'the lap is not listed'),
  }))
  return () => {
    const car = readCarNumber()
    if (car === undefined) return undefined
    const laps = pairs.flatMap(({ time, lap }) => {
      const lapTimeMs = cells.timeMs(time, timeRanges.lap)
      // 0 stands for no lap.
      const lapNumber = cells.count(lap, countRanges.laps) ?? 0
      return lapTimeMs === undefined || lapNumber === 0 ? [] : [{ lapNumber, lapTimeMs }]
    })
    const row: Draft<BestLapsRow> = { car, laps, line: cells.line }
    const totalLaps = cells.count(total, countRanges.laps)
    if (totalLaps !== undefined) row.totalLaps = totalLaps
    return row
  }
}

function asPrinted({ car, totalLaps, laps: [best] }: BestLapsRow): PrintedCar {
  return {
    printed: car,
    laps: totalLaps,
    bestLapMs: best?.lapTimeMs,
    bestLapNumber: best?.lapNumber,
  }
}

function notOneRow(file: string, { car, line }: BestLapsRow): Problem {
  const message = `NUMBER '${car}' stands in more rows than there are cars of that number: its best laps are not used`
  return { code: 'unknown-car', file, line, column: 'NUMBER', value: car, message }
}
