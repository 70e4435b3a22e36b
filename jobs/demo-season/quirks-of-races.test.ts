import { expect, test } from 'vitest'
import { msOf } from './fixtures.ts'
import { paths, type Row, rowsOf, textOf } from './written-files-fixture.ts'

const tracks = ['barber/', 'COTA', 'indianapolis/', 'Road America', 'Sebring', 'Sonoma', 'VIR']
const timings = tracks.flatMap((track) =>
  ['Race 1', 'Race 2'].map((race) => rowsOf(track, '/23_', race)),
)

/** Rows with the one before them of the same car. */
function pairs(rows: readonly Row[]): { row: Row; before: Row | undefined }[] {
  return rows.map((row, at) => ({
    row,
    before: row['LAP_NUMBER'] === '1' ? undefined : rows[at - 1],
  }))
}

test('PIT_TIME is on the lap after B, at VIR on the same', () => {
  const barber = pairs(rowsOf('barber/', '/23_', 'Race 2')).filter(
    ({ row }) => row['PIT_TIME'] !== '',
  )
  expect(barber.length).toBeGreaterThan(4)
  expect(barber.every(({ before }) => before?.['CROSSING_FINISH_LINE_IN_PIT'] === 'B')).toBe(true)
  const vir = rowsOf('VIR', '/23_', 'Race 1').filter((row) => row['PIT_TIME'] !== '')
  expect(vir.map((row) => row['CROSSING_FINISH_LINE_IN_PIT'])).toEqual(['B', 'B'])
})

test('twenty-seven cars of Road America race 1 start from the pit lane', () => {
  const rows = rowsOf('Road America', '/23_', 'Race 1').filter((row) => row['LAP_NUMBER'] === '1')
  expect(rows.filter((row) => /^0:00:4\d\.\d{3}$/.test(row['PIT_TIME'] ?? ''))).toHaveLength(27)
})

test('cars stop twice in a row, retire in the pits, and take the flag there', () => {
  const rows = timings.flatMap((race) => pairs(race))
  const inLaps = rows.filter(({ row }) => row['CROSSING_FINISH_LINE_IN_PIT'] === 'B')
  expect(inLaps.some(({ before }) => before?.['CROSSING_FINISH_LINE_IN_PIT'] === 'B')).toBe(true)
  expect(inLaps.some(({ row }) => row['FLAG_AT_FL'] === 'FF')).toBe(true)
  const laps = new Set(rows.map(({ before }) => before))
  expect(inLaps.some(({ row }) => !laps.has(row) && row['FLAG_AT_FL'] === 'GF')).toBe(true)
})

test('full-course yellows are slow, and their last lap is marked GF', () => {
  const yellow = timings.flatMap((race) => race.filter((row) => row['FLAG_AT_FL'] === 'FCY'))
  expect(yellow.length).toBeGreaterThan(800)
  expect(yellow.length).toBeLessThan(1100)
  const race = rowsOf('Sonoma', '/23_', 'Race 1')
  const restarts = pairs(race).filter(
    ({ row, before }) => row['FLAG_AT_FL'] === 'GF' && before?.['FLAG_AT_FL'] === 'FCY',
  )
  expect(restarts.length).toBeGreaterThan(20)
  for (const { row } of restarts) expect(msOf(row['LAP_TIME'])).toBeGreaterThan(120_000)
})

test('there are one-lap cars, a car with fewer than three clean laps, and laps beyond twice the median', () => {
  for (const [track, race] of [
    ['COTA', 'Race 1'],
    ['indianapolis/', 'Race 1'],
    ['VIR', 'Race 1'],
  ] as const) {
    const best = rowsOf(track, '/99_', race)
    expect(best.some((row) => row['TOTAL_DRIVER_LAPS'] === '1' && row['AVERAGE'] === '')).toBe(true)
  }
  const few = rowsOf('Road America', '/99_', 'Race 2').filter(
    (row) => Number(row['TOTAL_DRIVER_LAPS']) <= 3,
  )
  expect(few.length).toBeGreaterThan(0)
  const long = timings.flatMap((race) => {
    const times = race.map((row) => msOf(row['LAP_TIME']) ?? 0).toSorted((a, b) => a - b)
    return times.filter((ms) => ms > 2 * (times[Math.floor(times.length / 2)] ?? 0))
  })
  expect(long.length).toBeGreaterThan(8)
  expect(long.length).toBeLessThan(30)
})

test('cars that did not start are in results only, positions are 1.0 there', () => {
  for (const [track, race, absent] of [
    ['Road America', 'Race 2', ['15']],
    ['VIR', 'Race 1', ['78']],
    ['VIR', 'Race 2', ['21', '31', '78']],
  ] as const) {
    const results = rowsOf(track, '/03_', race, 'Official')
    const missing = results.filter((row) => row['STATUS'] === 'Not started')
    expect(missing.map((row) => row['NUMBER'])).toEqual(absent)
    expect(missing.map((row) => row['POSITION'])).toEqual(absent.map(() => ''))
    expect(results[0]?.['POSITION']).toBe('1.0')
    const driven = new Set(rowsOf(track, '/23_', race).map((row) => row['NUMBER']))
    expect(absent.some((car) => driven.has(car))).toBe(false)
  }
  expect(rowsOf('Sebring', '/00_', 'Race 2')[0]?.['POSITION']).toBe('1')
})

test('gaps are written in their two ways', () => {
  const results = rowsOf('VIR', '/03_', 'Race 1', 'Official').map((row) => row['GAP_FIRST'] ?? '')
  const classes = rowsOf('VIR', '/05_', 'Race 1', 'Official').map((row) => row['GAP_FIRST'] ?? '')
  expect(results[0]).toBe('-')
  expect(results.some((gap) => /^\+\d:\d\d\.\d{3}$/.test(gap))).toBe(true)
  expect(results.some((gap) => /^\d+ Laps$/.test(gap))).toBe(true)
  expect(classes.some((gap) => /^\+\d'\d\d\.\d{3}$/.test(gap))).toBe(true)
})

test('a penalty sets the official order apart from the provisional', () => {
  const order = (name: string): (string | undefined)[] =>
    rowsOf('Road America', '/03_', 'Race 2', name).map((row) => row['NUMBER'])
  expect(order('Official')).not.toEqual(order('Provisional'))
  expect(order('Official')[0]).toBe(order('Provisional')[0])
})

// Two cars may be printed 3, so that one's list says nothing of the other's laps.
test('twelve laps were deleted: the ten best lists leave them out', () => {
  const left = timings.flatMap((race, at) => {
    const best = rowsOf(tracks[Math.floor(at / 2)] ?? '', '/99_', `Race ${(at % 2) + 1}`)
    const ranks = Array.from({ length: 10 }, (_, rank) => `BESTLAP_${rank + 1}`)
    const listed = new Set(
      best.flatMap((row) => ranks.map((rank) => `${row['NUMBER']} ${row[rank]}`)),
    )
    const slowest = new Map(best.map((row) => [row['NUMBER'], msOf(row['BESTLAP_10']) ?? Infinity]))
    return race.filter(
      (row) =>
        row['LAP_NUMBER'] !== '1' &&
        (msOf(row['LAP_TIME']) ?? 0) < (slowest.get(row['NUMBER']) ?? 0) &&
        row['NUMBER'] !== '3' &&
        !listed.has(`${row['NUMBER']} ${row['LAP_TIME']}`),
    )
  })
  expect(left).toHaveLength(12)
})

test('weather begins after the start, ends before the last car, and has its sentinels', () => {
  expect(paths.some((path) => path.includes('Sonoma/Race 2/26_'))).toBe(false)
  const barber = rowsOf('barber/', '/26_', 'Race 1')
  expect(new Set(barber.map((row) => row['TRACK_TEMP']))).toEqual(new Set(['0']))
  const road = rowsOf('Road America', '/26_', 'Race 2')
  expect(road.filter((row) => Number(row['TRACK_TEMP']) === -999)).toHaveLength(3)
  expect(road.every((row) => row['RAIN'] === '0')).toBe(true)
  const utc = barber.map((row) => Number(row['TIME_UTC_SECONDS']))
  const clock = rowsOf('barber/', '/23_', 'Race 1').map((row) => (msOf(row['HOUR']) ?? 0) / 1000)
  const midnight = Date.UTC(2025, 8, 6, 5) / 1000
  const first = (msOf('13:36:12.400') ?? 0) / 1000
  expect((utc[0] ?? 0) - midnight - first).toBeGreaterThan(3)
  expect((utc[0] ?? 0) - midnight - first).toBeLessThan(61)
  expect(Math.max(...clock) - ((utc.at(-1) ?? 0) - midnight)).toBeGreaterThan(48)
  for (const row of barber) {
    expect(Date.parse(`${row['TIME_UTC_STR'] ?? ''} UTC`) / 1000).toBe(
      Number(row['TIME_UTC_SECONDS']),
    )
  }
})

test('loggers have three header orders, a lost lap count, and VIR a copied file', () => {
  const headers = paths
    .filter((path) => path.includes('lap_end'))
    .map((path) => textOf(path).split(/\r?\n/)[0])
  expect(new Set(headers).size).toBe(3)
  const laps = paths
    .filter((path) => path.includes('lap_time'))
    .flatMap((path) => rowsOf(path).map((row) => row['lap']))
  expect(laps).toEqual(expect.arrayContaining(['32768', '0']))
  expect(textOf('vir_lap_time_R2')).toBe(textOf('vir_lap_time_R1'))
  expect(textOf('vir_lap_end_R2')).not.toBe(textOf('vir_lap_end_R1'))
})

test('the championship has 41 drivers and 193 columns', () => {
  const lines = textOf('GR Drivers Championship').trimEnd().split('\r\n')
  expect(lines.map((line) => line.split(';').length)).toEqual(lines.map(() => 193))
  expect(lines).toHaveLength(42)
})
