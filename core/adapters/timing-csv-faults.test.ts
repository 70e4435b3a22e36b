import { describe, expect, test } from 'vitest'
import { readTimingCsv } from './timing-csv.ts'
import { sheet, timingHeader, timingRow, type Cells } from './timing-fixtures.ts'

function read(...lines: readonly string[]) {
  return readTimingCsv('race.csv', sheet(...lines))
}

function readCells(...rows: readonly Cells[]) {
  return read(timingHeader, ...rows.map(timingRow))
}

describe('bad cells', () => {
  test.each([
    ['S1_LARGE', 'abc', 'not-a-time'],
    ['S1', '27,2', 'not-a-time'],
    ['IM3a_time', '-12.0', 'out-of-range'],
    ['ELAPSED', '99:00:00.000', 'out-of-range'],
    ['HOUR', '25:00:00.000', 'out-of-range'],
    ['TOP_SPEED', '999', 'out-of-range'],
    ['TOP_SPEED', 'fast', 'not-a-number'],
    ['DRIVER_NUMBER', '1.5', 'not-a-number'],
    ['PIT_TIME', '0:00:99.000', 'not-a-time'],
  ])('%s %j costs that cell alone', (column, value, code) => {
    const { laps, problems, refusedRows } = readCells({ [column]: value })
    expect(laps).toHaveLength(1)
    expect(laps[0]?.timeMs.s1).toBe(27_200)
    expect(refusedRows).toBe(0)
    expect(problems).toMatchObject([{ file: 'race.csv', line: 2, column, value, code }])
  })

  test.each([
    ['LAP_TIME', '1:40:250', 'not-a-time'],
    ['LAP_TIME', '-1:40.250', 'out-of-range'],
    ['LAP_TIME', '0:00.000', 'out-of-range'],
    ['LAP_TIME', '30:00:00.000', 'out-of-range'],
  ])('%s %j refuses the row, but the lap keeps its place and flag', (column, value, code) => {
    const { laps, problems, refusedRows } = readCells({ [column]: value })
    expect(laps).toMatchObject([{ lapNumber: 2, flagAtLine: 'green' }])
    expect(laps[0]?.timeMs).not.toHaveProperty('lap')
    expect(refusedRows).toBe(1)
    expect(problems).toMatchObject([{ line: 2, column, value, code }])
  })

  test.each([
    ['NUMBER', '', 'missing-value'],
    ['NUMBER', 'no. 13', 'not-a-car-number'],
    ['LAP_NUMBER', '0', 'out-of-range'],
    ['LAP_NUMBER', '-2', 'out-of-range'],
    ['LAP_NUMBER', 'two', 'not-a-number'],
  ])('%s %j refuses the row', (column, value, code) => {
    const { laps, problems, refusedRows } = readCells({ [column]: value })
    expect(laps).toEqual([])
    expect(refusedRows).toBe(1)
    expect(problems).toMatchObject([{ line: 2, column, code }])
  })

  test('a blank lap time is a lap without a time, not a fault', () => {
    const { laps, problems, refusedRows } = readCells({ LAP_TIME: '' })
    expect(laps[0]?.timeMs).not.toHaveProperty('lap')
    expect([problems, refusedRows]).toEqual([[], 0])
  })

  test('laps of hours are laps', () => {
    const long = { LAP_TIME: '3:20:34.526', S1: '', S1_LARGE: '', S1_SECONDS: '' }
    const { laps, problems } = readCells(long)
    expect(laps[0]?.timeMs.lap).toBe(12_034_526)
    expect(problems).toEqual([])
  })

  test('sections that do not add up to the lap are not used', () => {
    const { laps, problems } = readCells({ LAP_TIME: '1:41.250' })
    expect(laps[0]?.timeMs).toEqual({ lap: 101_250 })
    expect(problems).toMatchObject([{ code: 'values-disagree', column: 'LAP_TIME' }])
  })

  test('twin columns that disagree are told, the better form is used', () => {
    const { laps, problems } = readCells({ S1: '27.3' })
    expect(laps[0]?.timeMs.s1).toBe(27_200)
    expect(problems).toMatchObject([{ code: 'values-disagree', column: 'S1', value: '27.3' }])
  })
})

describe('bad rows', () => {
  const short = timingRow().split(';').slice(0, 20).join(';')

  test('too few or too many cells refuse the row, the rest is read', () => {
    const { laps, problems, refusedRows } = read(
      timingHeader,
      short,
      `${timingRow()};1;2`,
      timingRow({ LAP_NUMBER: '3' }),
    )
    expect(laps.map(({ line }) => line)).toEqual([4])
    expect(refusedRows).toBe(2)
    expect(problems).toMatchObject([
      { code: 'too-few-cells', line: 2 },
      { code: 'too-many-cells', line: 3 },
    ])
  })

  test('a file that ends in a row says so', () => {
    const text = `${timingHeader}\n${timingRow()}\n${short}`
    const { laps, problems } = readTimingCsv('race.csv', Buffer.from(text))
    expect(laps).toHaveLength(1)
    expect(problems).toMatchObject([{ code: 'cut-off-row', line: 3 }])
  })

  test('a file wrong in every row does not fill the memory', () => {
    const rows = Array.from({ length: 500 }, () => short)
    const { problems, refusedRows } = read(timingHeader, ...rows)
    expect(refusedRows).toBe(500)
    expect(problems).toHaveLength(101)
    expect(problems.at(-1)?.message).toMatch(/^400 more/)
  })
})

describe('bad files', () => {
  test.each(['NUMBER', 'LAP_NUMBER', 'LAP_TIME'])('without %s nothing can be read', (column) => {
    const header = timingHeader.replace(new RegExp(`(^|;) ?${column};`), '$1OTHER;')
    const { laps, problems, refusedRows } = read(header, timingRow())
    expect(laps).toEqual([])
    expect(refusedRows).toBe(1)
    expect(problems).toMatchObject([{ code: 'missing-column', column, line: 1 }])
  })

  test('without flags the laps are read, and what is lost is told', () => {
    const { laps, problems } = read(timingHeader.replace('FLAG_AT_FL', 'OTHER'), timingRow())
    expect(laps[0]?.flagAtLine).toBe('unknown')
    expect(problems).toMatchObject([{ code: 'missing-column', column: 'FLAG_AT_FL' }])
    expect(problems[0]?.message).toContain('under green')
  })

  test('a header alone, and nothing at all, are told', () => {
    expect(read(timingHeader).problems).toMatchObject([{ code: 'header-only', line: 1 }])
    expect(read().problems).toMatchObject([{ code: 'empty-file' }])
  })

  test('bytes that are not UTF-8 are told by line; cells that may hold any text do no harm', () => {
    const bytes = Buffer.from(
      `${timingHeader}\n${timingRow()}\n${timingRow({ GROUP: 'M\u00fcll', LAP_NUMBER: '3' })}\n`,
      'latin1',
    )
    const { laps, problems } = readTimingCsv('race.csv', bytes)
    expect(laps).toHaveLength(2)
    expect(problems).toMatchObject([{ code: 'not-utf-8', line: 3 }])
  })
})
