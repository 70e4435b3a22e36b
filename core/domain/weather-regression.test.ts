import { expect, test } from 'vitest'
import type { FieldEffect } from './field-effect.ts'
import { weatherRegression } from './weather-regression.ts'

const laps = Array.from({ length: 24 }, (_, index) => index + 2)
const byLap = (value: (lap: number) => number) => new Map(laps.map((lap) => [lap, value(lap)]))
const effectOf = (effectMs: (lap: number) => number): FieldEffect =>
  new Map(laps.map((lap) => [lap, { effectMs: effectMs(lap), cars: 20 }]))

const air = (lap: number) => 25 + 4 * Math.sin(lap)
const humidity = (lap: number) => 60 + 12 * Math.cos(1.7 * lap)
const wind = (lap: number) => 10 + 9 * Math.sin(2.9 * lap + 1)
const weather = { airTempC: byLap(air), humidityPct: byLap(humidity), windKph: byLap(wind) }

test('what went into the effect comes out, each term by its own unit', () => {
  const rest = (lap: number) => 0.01 * Math.cos(11 * lap)
  const effect = effectOf((lap) => 5 * lap + 20 * air(lap) - 3 * humidity(lap) + rest(lap))
  const found = weatherRegression(effect, weather)
  expect(found).toMatchObject({ kind: 'fitted', n: 24, residualDf: 19, leftOut: [], collinear: [] })
  const terms = found.kind === 'fitted' ? found.terms : []
  expect(terms.map(({ name }) => name)).toEqual(['lap', 'airTempC', 'humidityPct', 'windKph'])
  expect(terms.map(({ coefficient }) => Math.round(100 * coefficient) / 100)).toEqual([
    5, 20, -3, 0,
  ])
  expect(terms.map(({ isCollinear }) => isCollinear)).toEqual([false, false, false, false])
})

test('what drifts together is fitted and said to be collinear', () => {
  const drifting = { ...weather, humidityPct: byLap((lap) => 60 - lap + 0.3 * Math.sin(5 * lap)) }
  const found = weatherRegression(
    effectOf((lap) => 5 * lap + Math.cos(11 * lap)),
    drifting,
  )
  expect(found.collinear).toEqual([{ a: 'lap', b: 'humidityPct', r: expect.closeTo(-1, 2) }])
  expect(found).toMatchObject({ kind: 'fitted' })
  const terms = found.kind === 'fitted' ? found.terms : []
  const collinear = terms.filter(({ isCollinear }) => isCollinear).map(({ name }) => name)
  expect(collinear).toEqual(['lap', 'humidityPct'])
})

test('a term that follows from another cannot be fitted, which is said', () => {
  const twice = { airTempC: byLap((lap) => 20 + 2 * lap) }
  const found = weatherRegression(
    effectOf((lap) => lap + Math.cos(11 * lap)),
    twice,
  )
  expect(found).toMatchObject({ kind: 'not-fitted', because: 'collinear' })
  expect(found.collinear).toMatchObject([{ a: 'lap', b: 'airTempC' }])
})

test('nothing is dropped silently', () => {
  const some = { airTempC: byLap(air), windKph: byLap(() => 3) }
  const found = weatherRegression(
    effectOf((lap) => lap + Math.cos(11 * lap)),
    some,
  )
  expect(found.leftOut).toEqual([
    { name: 'humidityPct', because: 'not-measured' },
    { name: 'windKph', because: 'does-not-vary' },
  ])
})

test('a small range is said of the term, never of the lap number', () => {
  const little = { airTempC: byLap((lap) => air(lap) / 10), windKph: byLap(wind) }
  const found = weatherRegression(
    effectOf((lap) => lap + Math.cos(11 * lap)),
    little,
  )
  const terms = found.kind === 'fitted' ? found.terms : []
  expect(terms.map(({ name, isRangeTooSmall }) => [name, isRangeTooSmall])).toEqual([
    ['lap', false],
    ['airTempC', true],
    ['windKph', false],
  ])
})

test.each([
  ['nineteen laps', 19, weather, 'too-few-laps'],
  ['no weather', 24, {}, 'no-weather'],
] as const)('%s are not enough', (_, count, known, because) => {
  const effect = new Map([...effectOf((lap) => lap + Math.cos(11 * lap))].slice(0, count))
  expect(weatherRegression(effect, known)).toMatchObject({
    kind: 'not-fitted',
    because,
    n: count,
    needed: 20,
  })
})

test('a track that stays the same has nothing to explain', () => {
  const found = weatherRegression(
    effectOf(() => 0),
    weather,
  )
  expect(found).toMatchObject({ kind: 'not-fitted', because: 'effect-does-not-vary' })
})
