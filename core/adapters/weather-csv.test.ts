import { expect, test } from 'vitest'
import { sheet, weatherSheet } from './timing-fixtures.ts'
import { readWeatherCsv } from './weather-csv.ts'

const header =
  'TIME_UTC_SECONDS;TIME_UTC_STR;AIR_TEMP;TRACK_TEMP;HUMIDITY;PRESSURE;WIND_SPEED;WIND_DIRECTION;RAIN'

function read(...rows: readonly string[]) {
  return readWeatherCsv('26_Weather.csv', sheet(header, ...rows))
}

test('a row is a sample; a sensor without a reading of its own stays 0', () => {
  const { samples, problems } = readWeatherCsv('w.csv', weatherSheet('2025-09-06T18:41:18Z', 1))
  expect(samples).toEqual([
    {
      utcSeconds: 1_757_184_078,
      airTempC: 29.8,
      trackTempC: 0,
      humidityPct: 56.75,
      pressureHpa: 992.9,
      windKph: 2.88,
      windDirectionDeg: 342,
      rain: 0,
      line: 2,
    },
  ])
  expect(problems).toEqual([])
})

test('what a sensor dropped is absent, and no fault of the file', () => {
  const { samples, problems } = read('1757184078;;29.8;-999;56;-999.0;2;342;0')
  expect(samples[0]).not.toHaveProperty('trackTempC')
  expect(samples[0]).not.toHaveProperty('pressureHpa')
  expect(problems).toEqual([])
})

test('samples are in order of time, whatever the order of the rows', () => {
  const { samples } = read('1757184140;;29;0;56;992;2;342;0', '1757184078;;28;0;56;992;2;342;0')
  expect(samples.map(({ line }) => line)).toEqual([3, 2])
})

test.each([
  ['1757184078;;hot;0;56;992;2;342;0', 'AIR_TEMP', 'not-a-number', 0],
  ['1757184078;;29;0;156;992;2;342;0', 'HUMIDITY', 'out-of-range', 0],
  ['noon;;29;0;56;992;2;342;0', 'TIME_UTC_SECONDS', 'not-a-number', 1],
  ['12;;29;0;56;992;2;342;0', 'TIME_UTC_SECONDS', 'out-of-range', 1],
  [';;29;0;56;992;2;342;0', 'TIME_UTC_SECONDS', 'missing-value', 1],
])('%s: %s is %s', (row, column, code, refused) => {
  const { samples, problems, refusedRows } = read(row)
  expect(problems).toMatchObject([{ line: 2, column, code }])
  expect([samples.length, refusedRows]).toEqual([1 - refused, refused])
})
