import { expect, test } from 'vitest'
import { paths, type Row, rowsOf, textOf } from './written-files-fixture.ts'

const header = (text: string): string => text.slice(0, text.indexOf('\n'))
const blank = (rows: readonly Row[], column: string): Row[] =>
  rows.filter((row) => row[column] === '')
const lapsOf = (rows: readonly Row[], lap: number): Row[] =>
  rows.filter((row) => row['LAP_NUMBER'] === String(lap))

test('file names and folders are those of the published season', () => {
  expect(paths).toContain(
    'circuit-of-the-americas/COTA/Race 2/23_AnalysisEnduranceWithSections_ Race 2_Anonymized.CSV',
  )
  expect(paths).toContain(
    'road-america/Road America/Race 1/03_Results GR Cup Race 1 Official1_Anonymized.CSV',
  )
  expect(paths).toContain('sonoma/Sonoma/Race 2/03_Results_Anonymized.CSV')
  expect(paths).toContain('indianapolis/indianapolis/05_Provisionals Results by Class_Race 2.CSV')
  expect(paths.filter((path) => path.includes('/23_'))).toHaveLength(14)
  expect(paths.filter((path) => path.includes('/26_'))).toHaveLength(13)
  expect(paths.filter((path) => path.includes('/99_'))).toHaveLength(14)
  expect(paths.filter((path) => /\/0[03]_/.test(path))).toHaveLength(25)
  expect(paths.filter((path) => path.includes('/05_'))).toHaveLength(21)
  expect(paths.filter((path) => path.includes('lap_'))).toHaveLength(42)
})

test('headers have 39 columns, the second to the fifteenth with a leading blank', () => {
  const names = header(textOf('barber', '/23_', 'Race 1')).split(';')
  expect(names).toHaveLength(39)
  expect(names.map((name) => name.startsWith(' '))).toEqual(
    names.map((_, at) => at >= 1 && at <= 14),
  )
})

test('Indianapolis has 41 columns, names, a byte order mark, CRLF and a delimiter at the end', () => {
  for (const kind of ['/23_', '/26_', '/99_']) {
    const text = textOf('indianapolis/', kind, 'Race 1')
    expect(text).toMatch(/^\uFEFF[^\n]*;\r\n/)
    expect(
      text
        .split('\r\n')
        .slice(1, -1)
        .every((line) => line.endsWith(';')),
    ).toBe(true)
  }
  expect(header(textOf('indianapolis/', '/23_', 'Race 1')).split(';')).toHaveLength(42)
  const names = new Set(rowsOf('indianapolis/', '/23_', 'Race 1').map((row) => row['DRIVER_NAME']))
  expect([...names].every((name) => /^Driver \d{3}$/.test(name ?? ''))).toBe(true)
  expect(names.size).toBe(29)
})

test('Indianapolis has cars 03, 3, 021 and 21; elsewhere 03 is printed 3, at COTA and Sonoma twice', () => {
  const numbers = (rows: Row[]): string[] => lapsOf(rows, 1).map((row) => row['NUMBER'] ?? '')
  expect(numbers(rowsOf('indianapolis/', '/23_', 'Race 1'))).toEqual(
    expect.arrayContaining(['03', '3', '021', '21']),
  )
  for (const race of ['Race 1', 'Race 2']) {
    for (const track of ['COTA', 'Sonoma']) {
      expect(numbers(rowsOf(track, '/23_', race)).filter((car) => car === '3')).toHaveLength(2)
    }
    expect(numbers(rowsOf('barber/', '/23_', race)).filter((car) => car === '3')).toHaveLength(1)
  }
})

test('columns below a minute were re-saved as numbers, zeros dropped', () => {
  const barber = rowsOf('barber/', '/23_', 'Race 1')
  expect(barber.some((row) => /^\d\d\.\d{1,2}$/.test(row['S1'] ?? ''))).toBe(true)
  expect(barber.every((row) => !/\.\d+0$/.test(row['S1'] ?? ''))).toBe(true)
  const named = rowsOf('indianapolis/', '/23_', 'Race 1').filter((row) => row['S1'] !== '')
  expect(named.every((row) => /\.\d{3}$/.test(row['S1'] ?? ''))).toBe(true)
})

test('every section 2 of Road America race 1 is a minute or more', () => {
  const present = rowsOf('Road America', '/23_', 'Race 1').filter((row) => row['S2'] !== '')
  expect(present.every((row) => /^\d:\d\d\.\d{3}$/.test(row['S2'] ?? ''))).toBe(true)
})

test('the i1 loop of Road America race 1 failed on fifty laps; S3 and IM2_elapsed are there', () => {
  const lost = blank(rowsOf('Road America', '/23_', 'Race 1'), 'S1')
  expect(lost).toHaveLength(50)
  expect(blank(lost, 'S2')).toHaveLength(50)
  expect([...blank(lost, 'S3'), ...blank(lost, 'IM2_elapsed')]).toEqual([])
})

test('VIR race 2 lost all sections of lap 13, and S1 and S2 of nine cars on lap 14', () => {
  const rows = rowsOf('VIR', '/23_', 'Race 2')
  const lap13 = lapsOf(rows, 13)
  expect(lap13.every((row) => [row['S1'], row['S2'], row['S3']].join('') === '')).toBe(true)
  expect(blank(lapsOf(rows, 14), 'S1')).toHaveLength(9)
  expect(blank(lapsOf(rows, 12), 'S3')).toHaveLength(1)
})

test('Sonoma names the loops INT and has no sub-sections in race 2', () => {
  const first = rowsOf('Sonoma', '/23_', 'Race 1')
  const second = rowsOf('Sonoma', '/23_', 'Race 2')
  expect(blank(first, 'INT-1_elapsed')).toHaveLength(0)
  expect(first.filter((row) => row['IM3a_time'] !== '').length).toBeGreaterThan(500)
  for (const column of ['IM1a_time', 'INT-1_time', 'IM2a_elapsed', 'INT-2_time', 'FL_time']) {
    expect(blank(second, column)).toHaveLength(second.length)
  }
  expect(blank(second, 'FL_elapsed')).toHaveLength(0)
})

test.each([
  ['COTA', 'Race 1', 'IM1a_time', 37],
  ['COTA', 'Race 2', 'IM1a_time', 45],
  ['Sonoma', 'Race 1', 'IM1a_time', 42],
  ['VIR', 'Race 1', 'IM3a_time', 2],
])('%s %s has blank sub-sections without blank sections: %s %i', (track, race, column, laps) => {
  const missing = blank(rowsOf(track, '/23_', race), column)
  expect(missing).toHaveLength(laps)
  expect(blank(missing, 'S1')).toHaveLength(0)
})

test('there is no speed trap at Sebring and VIR, and it missed some laps at Sonoma', () => {
  for (const track of ['Sebring', 'VIR']) {
    const rows = rowsOf(track, '/23_', 'Race 1')
    expect(blank(rows, 'TOP_SPEED')).toHaveLength(rows.length)
  }
  expect(blank(rowsOf('Sonoma', '/23_', 'Race 1'), 'TOP_SPEED')).toHaveLength(13)
  expect(blank(rowsOf('barber/', '/23_', 'Race 1'), 'TOP_SPEED')).toHaveLength(0)
})
