import { readRows, type RowsRead, type Sheet } from './read-rows.ts'
import { createCarNumberReader, type RowCells } from './row-cells.ts'
import { countRanges, timeRanges } from './value-range.ts'
import type { CarNumber } from '#core/domain/ids.ts'
import type { Lap } from '#core/domain/lap.ts'
import type { Problem } from '#core/domain/problem.ts'
import type { ResultRow } from '#core/domain/race-timing.ts'
import { tellApart, type PrintedCar } from '#core/domain/told-apart.ts'

const shown = new Set(
  (
    'POSITION NUMBER STATUS LAPS TOTAL_TIME GAP_FIRST GAP_PREVIOUS ' +
    'FL_LAPNUM FL_TIME FL_KPH CLASS GROUP DIVISION VEHICLE TIRES'
  ).split(' '),
)

const resultsSheet: Sheet = {
  isShown: (column) => shown.has(column),
  needed: { NUMBER: 'no position can be given to a car, the results are not read' },
  expected: {
    POSITION: 'no car has an official position',
    LAPS: 'cars printed alike are told apart by their fastest lap alone',
    FL_TIME: 'cars printed alike are told apart by their laps alone',
  },
}

type Draft<T> = { -readonly [K in keyof T]: T[K] }

/** Reads a results file (`00_`, `03_`); cars printed alike are told apart by the laps driven (D18). */
export function readResultsCsv(
  file: string,
  bytes: Uint8Array,
  laps: readonly Lap[],
): RowsRead & { results: readonly ResultRow[] } {
  const printed: ResultRow[] = []
  const rows = readRows(file, bytes, resultsSheet, (cells) => {
    const readResult = createResultReader(cells)
    return () => {
      const row = readResult()
      if (row !== undefined) printed.push(row)
      return row !== undefined
    }
  })
  const cars = tellApart(printed.map(asPrinted), laps)
  const results = printed.flatMap((row, index) => withCar(row, cars[index]))
  const tooMany = printed.filter((_, index) => cars[index] === undefined)
  return {
    ...rows,
    results,
    problems: [...rows.problems, ...tooMany.map((row) => oneRowTooMany(file, row))],
    refusedRows: rows.refusedRows + tooMany.length,
  }
}

function createResultReader(cells: RowCells): () => ResultRow | undefined {
  const readCarNumber = createCarNumberReader(cells)
  const position = cells.column('POSITION', 'the car has no official position')
  const status = cells.column('STATUS', '')
  const laps = cells.column('LAPS', 'the count of laps is not known')
  const fastestLap = cells.column('FL_TIME', 'the official fastest lap is not known')
  const fastestLapNumber = cells.column('FL_LAPNUM', 'the number of the fastest lap is not known')
  return () => {
    const car = readCarNumber()
    if (car === undefined) return undefined
    const row: Draft<ResultRow> = { car, status: cells.text(status), line: cells.line }
    const place = cells.count(position, countRanges.position)
    if (place !== undefined) row.position = place
    const lapCount = cells.count(laps, countRanges.laps)
    if (lapCount !== undefined) row.laps = lapCount
    const lapMs = cells.timeMs(fastestLap, timeRanges.lap)
    if (lapMs !== undefined) row.fastestLapMs = lapMs
    const lapNumber = cells.count(fastestLapNumber, countRanges.laps)
    // 0 is printed for a car without a fastest lap.
    if (lapNumber !== undefined && lapNumber > 0) row.fastestLapNumber = lapNumber
    return row
  }
}

function asPrinted({ car, laps, fastestLapMs, fastestLapNumber }: ResultRow): PrintedCar {
  return { printed: car, laps, bestLapMs: fastestLapMs, bestLapNumber: fastestLapNumber }
}

function withCar(row: ResultRow, car: CarNumber | undefined): readonly ResultRow[] {
  return car === undefined ? [] : [{ ...row, car }]
}

function oneRowTooMany(file: string, { car, line }: ResultRow): Problem {
  const message = `NUMBER '${car}' stands in more rows than there are cars of that number: the row is not used`
  return { code: 'unknown-car', file, line, column: 'NUMBER', value: car, message }
}
