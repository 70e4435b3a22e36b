import { expect, test } from 'vitest'
import { readBestLapsCsv } from './best-laps-csv.ts'
import { readResultsCsv } from './results-csv.ts'
import { bestLapsHeader, resultsHeader, sheet, timingHeader, timingRow } from './timing-fixtures.ts'
import { readTimingCsv } from './timing-csv.ts'

function lap(NUMBER: string, lapNumber: number, S3: string, LAP_TIME: string): string {
  const LAP_NUMBER = String(lapNumber)
  return timingRow({ NUMBER, LAP_NUMBER, LAP_TIME, S3, S3_LARGE: '', S3_SECONDS: '', ELAPSED: '' })
}

/** Two cars printed 3: the first does three laps with a best of 1:40.250, the second two. */
const { laps } = readTimingCsv(
  'race.csv',
  sheet(
    timingHeader,
    lap('3', 1, '40.0', '1:50.250'),
    lap('3', 2, '30.0', '1:40.250'),
    lap('3', 3, '31.0', '1:41.250'),
    lap('13', 1, '39.0', '1:49.250'),
    lap('3', 1, '41.0', '1:51.250'),
    lap('3', 2, '29.0', '1:39.250'),
  ),
)

function readResults(...rows: readonly string[]) {
  return readResultsCsv('03_Results.CSV', sheet(resultsHeader, ...rows), laps)
}

function readBestLaps(...rows: readonly string[]) {
  return readBestLapsCsv('99_Best.CSV', sheet(bestLapsHeader, ...rows), laps)
}

test('results give positions, also written 1.0, and tell cars printed alike apart', () => {
  const { results, problems } = readResults(
    '1.0;3;Classified;2;3:30.5;-;-;2;1:39.250;132;Am',
    '2;3;Classified;3;5:11.75;1 Lap;1 Lap;2;1:40.250;131;Am',
    ';99;Not started;0;;;;0;;;Am',
  )
  expect(problems).toEqual([])
  expect(results).toEqual([
    {
      car: '3-2',
      position: 1,
      status: 'Classified',
      laps: 2,
      line: 2,
      fastestLapMs: 99_250,
      fastestLapNumber: 2,
    },
    {
      car: '3',
      position: 2,
      status: 'Classified',
      laps: 3,
      line: 3,
      fastestLapMs: 100_250,
      fastestLapNumber: 2,
    },
    { car: '99', status: 'Not started', laps: 0, line: 4 },
  ])
})

test('a row more than there are cars is refused', () => {
  const row = ';13;Classified;1;;;;0;;;Am'
  const { results, problems, refusedRows } = readResults(row, row)
  expect(results).toMatchObject([{ car: '13', line: 2 }])
  expect(refusedRows).toBe(1)
  expect(problems).toMatchObject([{ code: 'unknown-car', line: 3, column: 'NUMBER', value: '13' }])
})

test('a position that is none costs the position, not the row', () => {
  const { results, problems } = readResults('first;13;Classified;1;;;;0;;;Am')
  expect(results).toEqual([{ car: '13', status: 'Classified', laps: 1, line: 2 }])
  expect(problems).toMatchObject([{ code: 'not-a-number', column: 'POSITION', value: 'first' }])
})

test('best laps are listed quickest first; 0 and blank stand for none', () => {
  const { bestLaps, problems } = readBestLaps(
    '3;X;Am;2;1:39.250;2;;0;',
    '3;X;Am;3;1:40.250;2;1:41.250;3;',
    '13;X;Am;1;;0;;;',
  )
  expect(problems).toEqual([])
  expect(bestLaps).toEqual([
    { car: '3-2', totalLaps: 2, laps: [{ lapNumber: 2, lapTimeMs: 99_250 }], line: 2 },
    {
      car: '3',
      totalLaps: 3,
      line: 3,
      laps: [
        { lapNumber: 2, lapTimeMs: 100_250 },
        { lapNumber: 3, lapTimeMs: 101_250 },
      ],
    },
    { car: '13', totalLaps: 1, laps: [], line: 4 },
  ])
})

test('lists by driver say nothing of the car as a whole and are not used', () => {
  const { bestLaps, problems } = readBestLaps('13;X;Am;1;1:49.250;1;;;', '13;X;Am;0;;;;;')
  expect(bestLaps).toEqual([])
  expect(problems).toMatchObject([
    { code: 'unknown-car', line: 2 },
    { code: 'unknown-car', line: 3 },
  ])
})

test('driver columns are struck out of the lines', () => {
  const header = `${resultsHeader};TEAM;DRIVER_FIRSTNAME;DRIVER_SECONDNAME;Sort Key`
  const row = '1;13;Classified;1;;;;0;;;Am;Team Invented;Ada;Invented;7'
  const read = readResultsCsv('03.csv', sheet(header, row), laps)
  expect(read.results).toHaveLength(1)
  expect(JSON.stringify(read)).not.toMatch(/Ada|Invented/)
  expect(read.lines.struckOut).toEqual([
    'TEAM',
    'DRIVER_FIRSTNAME',
    'DRIVER_SECONDNAME',
    'Sort Key',
  ])
})
