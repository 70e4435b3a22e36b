import { describe, expect, test } from 'vitest'
import { readTimingCsv } from './timing-csv.ts'
import { sheet, timingHeader, timingRow, timingSheet, type Cells } from './timing-fixtures.ts'

function read(...lines: readonly string[]) {
  return readTimingCsv('race.csv', sheet(...lines))
}

function readCells(...rows: readonly Cells[]) {
  return read(timingHeader, ...rows.map(timingRow))
}

test('a row is a lap in whole milliseconds', () => {
  const { laps, problems, refusedRows } = readCells({ TOP_SPEED: '182.1', PIT_TIME: '0:00:42.522' })
  expect(laps).toEqual([
    {
      car: '13',
      carClass: 'Am',
      driverNumber: 1,
      lapNumber: 2,
      timeMs: {
        lap: 100_250,
        s1: 27_200,
        s2: 43_050,
        s3: 30_000,
        s1a: 17_100,
        s1b: 10_100,
        s2a: 30_050,
        s2b: 13_000,
        s3a: 12_000,
        s3b: 18_000,
      },
      flagAtLine: 'green',
      isInLap: false,
      pitTimeMs: 42_522,
      elapsedMs: 210_250,
      hourMs: 47_010_250,
      topSpeedKph: 182.1,
      line: 2,
    },
  ])
  expect(problems).toEqual([])
  expect(refusedRows).toBe(0)
})

test('BOM, CRLF, a trailing semicolon and blank lines change nothing but line numbers', () => {
  const text = [
    `\uFEFF${timingHeader};`,
    `${timingRow()};`,
    '',
    `${timingRow({ LAP_NUMBER: '3' })};`,
    ';;',
    '',
  ]
  const { laps, problems } = readTimingCsv('race.csv', Buffer.from(text.join('\r\n')))
  expect(problems).toEqual([])
  expect(laps.map(({ lapNumber, line }) => [lapNumber, line])).toEqual([
    [2, 2],
    [3, 4],
  ])
  expect(laps[0]?.timeMs.s3b).toBe(18_000)
})

test('a section is read in the form that keeps its zeros, else in the next that is there', () => {
  const blank = { S1_LARGE: '', S1_SECONDS: '', S2_LARGE: '', IM1a_time: '' }
  const [lap] = readCells(blank).laps
  expect(lap?.timeMs).toMatchObject({ s1: 27_200, s2: 43_050 })
  expect(lap?.timeMs).not.toHaveProperty('s1a')
  expect(lap?.timeMs.s1b).toBe(10_100)
})

test('a missed loop leaves a lap with what it has, and invents nothing', () => {
  const blank = { S1: '', S1_LARGE: '', S1_SECONDS: '', S2: '', S2_LARGE: '', S2_SECONDS: '' }
  const { laps, problems } = readCells({ ...blank, IM1_time: '' })
  expect(laps[0]?.timeMs).toMatchObject({ lap: 100_250, s3: 30_000 })
  for (const absent of ['s1', 's2', 's1b']) expect(laps[0]?.timeMs).not.toHaveProperty(absent)
  expect(problems).toEqual([])
})

test('the loops that Sonoma calls INT-1 and INT-2 end the first two sections', () => {
  const header = timingHeader.replace('IM1_time', 'INT-1_time').replace('IM2_time', 'INT-2_time')
  const [lap] = read(header, timingRow()).laps
  expect(lap?.timeMs).toMatchObject({ s1b: 10_100, s2b: 13_000 })
})

test('numbers are text, and a second block of one number is a second car', () => {
  const numbers = ['03', '3', '021', '21', '3'].map((NUMBER, index) => ({
    NUMBER,
    LAP_NUMBER: '1',
    HOUR: `13:0${index}:00.000`,
  }))
  expect(readCells(...numbers).laps.map(({ car }) => car)).toEqual(['03', '3', '021', '21', '3-2'])
})

test('a lap that stands twice is refused once, it is no second car', () => {
  const { laps, problems, refusedRows } = readCells({}, {})
  expect(laps).toHaveLength(1)
  expect(refusedRows).toBe(1)
  expect(problems).toMatchObject([{ code: 'repeated-row', line: 3, column: 'LAP_NUMBER' }])
})

test.each([
  ['GF', 'green'],
  ['FCY', 'fcy'],
  ['FF', 'chequered'],
  ['SF', 'safety-car'],
  ['RF', 'red'],
])('flag %s is %s', (code, flag) => {
  const { laps, problems } = readCells({ FLAG_AT_FL: code })
  expect(laps[0]?.flagAtLine).toBe(flag)
  expect(problems).toEqual([])
})

test('a flag nobody knows is told once', () => {
  const { laps, problems } = readCells({ FLAG_AT_FL: 'XX' }, { FLAG_AT_FL: 'XX', LAP_NUMBER: '3' })
  expect(laps.map(({ flagAtLine }) => flagAtLine)).toEqual(['unknown', 'unknown'])
  expect(problems).toMatchObject([{ code: 'unknown-flag', line: 2, value: 'XX' }])
})

test('HOUR goes on past midnight', () => {
  const { laps } = readCells(
    { HOUR: '23:59:10.000', ELAPSED: '1:40.250', LAP_NUMBER: '1' },
    { HOUR: '00:00:50.250' },
  )
  expect(laps.map(({ hourMs }) => hourMs)).toEqual([86_350_000, 86_450_250])
})

describe('names', () => {
  const header = timingHeader.replace('TOP_SPEED', 'TOP_SPEED;DRIVER_NAME').concat(';TEAM;NICK')
  const row = (cells: Cells = {}) =>
    timingRow(cells)
      .split(';')
      .toSpliced(19, 0, 'Ada Invented')
      .concat('Team Invented', 'Adi')
      .join(';')

  test('never leave the reader: not in laps, lines or messages, whatever else is wrong', () => {
    const read3 = read(header, row(), row({ LAP_NUMBER: '3', S1: 'abc' }), `${row()};more`)
    expect(read3.laps).toHaveLength(2)
    expect(read3.problems).toHaveLength(2)
    expect(JSON.stringify(read3)).not.toMatch(/Invented|Adi/)
  })

  test('are struck out of the lines, which keep all else as printed', () => {
    const { lines } = read(header, row())
    expect(lines.struckOut).toEqual(['DRIVER_NAME', 'TEAM', 'NICK'])
    expect(lines.file).toBe('race.csv')
    const [[line, cells] = [0, []]] = lines.lines
    expect(line).toBe(2)
    expect(cells[lines.header.indexOf('S1')]).toBe('27.2')
    expect(cells[lines.header.indexOf('DRIVER_NAME')]).toBe('')
    expect(cells).toHaveLength(lines.header.length)
  })
})

test('another series: classes, drivers, hours, no sub-sections, other flags', () => {
  const header =
    'NUMBER; DRIVER_NUMBER; LAP_NUMBER; LAP_TIME; CROSSING_FINISH_LINE_IN_PIT; S1; S2; S3; ELAPSED;' +
    ' HOUR;TOP_SPEED;DRIVER_NAME;PIT_TIME;CLASS;GROUP;TEAM;MANUFACTURER;FLAG_AT_FL'
  const { laps, problems, lines } = read(
    header,
    '7;1;1;3:40.100;;40.1;1:20.0;1:40.0;3:40.100;16:03:40.100;310.5;A B;;HYPERCAR;;T;X;GF',
    '7;2;2;1:05:00.000;B;1:00:00.0;2:30.0;2:30.0;1:08:40.100;17:08:40.100;;C D;;HYPERCAR;;T;X;SF',
    '7;2;3;4:40.000;;1:40.0;1:20.0;1:40.0;9:13:20.100;01:13:20.100;;C D;0:01:12.345;HYPERCAR;;T;X;RF',
    '91;1;1;4:10.000;;50.0;1:30.0;1:50.0;4:10.000;16:04:10.000;;E F;;LMGT3;;T;X;GF',
  )
  expect(problems).toEqual([])
  expect(laps).toMatchObject([
    { car: '7', carClass: 'HYPERCAR', driverNumber: 1, flagAtLine: 'green' },
    { driverNumber: 2, isInLap: true, flagAtLine: 'safety-car', timeMs: { lap: 3_900_000 } },
    { pitTimeMs: 72_345, flagAtLine: 'red', elapsedMs: 33_200_100, hourMs: 90_800_100 },
    { car: '91', carClass: 'LMGT3' },
  ])
  expect(laps[0]?.timeMs).not.toHaveProperty('s1a')
  expect(lines.struckOut).toEqual(['DRIVER_NAME', 'TEAM'])
})

test('a sheet written anew with commas and quotes reads the same', () => {
  const plain = timingSheet(['03', '13'])
  const anew = plain.toString().trim().split('\n')
  const quoted = anew
    .map((line) =>
      line
        .split(';')
        .map((cell) => `"${cell}"`)
        .join(','),
    )
    .join('\r\n')
  expect(readTimingCsv('race.csv', Buffer.from(quoted)).laps).toEqual(
    readTimingCsv('race.csv', plain).laps,
  )
})

test('a stray quote costs no row', () => {
  const { laps } = readCells({ GROUP: '"x' }, { LAP_NUMBER: '3', GROUP: '"y' }, { LAP_NUMBER: '4' })
  expect(laps).toHaveLength(3)
})
