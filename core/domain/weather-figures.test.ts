import { expect, test } from 'vitest'
import { cleanLaps } from './fixtures.ts'
import { rainSensor, weatherFigures } from './weather-figures.ts'

const clock = { date: '2025-09-06', utcOffsetHours: -5 }
/** UTC of the finish of lap n of the made-up cars. */
const finishOf = (lapNumber: number) => Date.UTC(2025, 8, 6, 18) / 1000 + lapNumber * 100
const warming = [2, 3, 4, 5, 6, 7].map((lapNumber) => ({
  utcSeconds: finishOf(lapNumber),
  airTempC: lapNumber ** 2,
  trackTempC: 0,
  line: lapNumber,
}))
/** Five cars of different pace, each slower by 10 ms per °C. */
const laps = [98_000, 99_000, 99_500, 100_000, 103_000].flatMap((ms, index) =>
  cleanLaps(
    `${index + 1}`,
    warming.map(({ airTempC }) => ms + 10 * airTempC),
  ),
)

test('lap time that follows the air has r 1, whatever the pace of the cars', () => {
  const { variables, ...counts } = weatherFigures(laps, warming, clock)
  expect(counts).toEqual({ laps: 30, cars: 5, clamped: 0 })
  const { airTempC } = variables
  expect(airTempC.n).toBe(30)
  expect(airTempC.r).toBeCloseTo(1, 12)
  expect(airTempC.within.r).toBeCloseTo(1, 12)
  expect(airTempC.lapCorrected.r).toBeCloseTo(1, 12)
  expect(airTempC.byLap).toMatchObject({ n: 6 })
  expect(airTempC.byLap.r).toBeCloseTo(1, 12)
})

test('a sensor that always says the same has no correlation', () => {
  const { trackTempC, humidityPct } = weatherFigures(laps, warming, clock).variables
  expect(trackTempC).toEqual({ n: 30, within: {}, lapCorrected: {}, byLap: { n: 0 } })
  expect(humidityPct.r).toBeUndefined()
})

test('a car with two laps is left out, and so are lap numbers of four cars', () => {
  const more = [...laps, ...cleanLaps('9', [90_000, 91_000])]
  expect(weatherFigures(more, warming, clock)).toMatchObject({ laps: 30, cars: 5 })
  const four = laps.filter((lap) => lap.car !== '1' || lap.lapNumber < 5)
  expect(weatherFigures(four, warming, clock).variables.airTempC.byLap.n).toBe(3)
})

test('laps that end outside the samples are counted', () => {
  expect(weatherFigures(laps, warming.slice(1, -1), clock).clamped).toBe(10)
})

test('without an offset to UTC no lap has weather', () => {
  expect(weatherFigures(laps, warming, { date: '2025-09-06' })).toMatchObject({ laps: 0, cars: 0 })
})

test('the rain sensor tells its highest value, and nothing where there is none', () => {
  expect(rainSensor([{ utcSeconds: 1, rain: 0, line: 2 }])).toEqual({ samples: 1, maximum: 0 })
  expect(rainSensor([{ utcSeconds: 1, line: 2 }])).toEqual({ samples: 0 })
})
