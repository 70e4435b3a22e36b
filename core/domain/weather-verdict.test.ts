import { expect, test } from 'vitest'
import type { FieldEffect } from './field-effect.ts'
import { cleanLaps } from './fixtures.ts'
import { weatherByLap } from './weather-by-lap.ts'
import { verdictsOnWeather } from './weather-verdict.ts'

const effectOf = (effects: readonly number[]): FieldEffect =>
  new Map(effects.map((effectMs, index) => [index + 2, { effectMs, cars: 8 }]))
const byLap = (values: readonly number[]) =>
  new Map(values.map((value, index) => [index + 2, value]))

/** A gust that comes and goes, not in step with the laps. */
const gusts = [0, 18, 3, 16, 1, 20, 5, 14, 2, 17, 4, 19]
const noise = [3, -2, 4, 1, -5, 2, -3, 5, 0, -4, 2, -1]
const followsGusts = effectOf(gusts.map((kph, lap) => 40 * kph + 30 * lap + (noise[lap] ?? 0)))

test('what goes with the state of the track beyond the laps is associated', () => {
  const { windKph } = verdictsOnWeather(followsGusts, { windKph: byLap(gusts) })
  expect(windKph.verdict).toBe('associated')
  expect(windKph).toMatchObject({ n: 12, range: 20 })
  expect(windKph.r).toBeGreaterThan(0.99)
  expect(windKph.pAdjusted).toBe(windKph.p)
})

test('what only drifts with the laps is not', () => {
  const drift = gusts.map((_, lap) => 20 + lap + (noise[lap] ?? 0) / 10)
  const slower = effectOf(gusts.map((_, lap) => 50 * lap + (noise[(lap + 5) % 12] ?? 0)))
  expect(verdictsOnWeather(slower, { airTempC: byLap(drift) }).airTempC.verdict).toBe('no-evidence')
})

test('looking at more variables asks more of each', () => {
  const shuffled = byLap(noise.map((value) => 2 * value))
  const verdicts = verdictsOnWeather(followsGusts, {
    windKph: byLap(gusts),
    airTempC: shuffled,
    trackTempC: shuffled,
  })
  const { p = NaN, pAdjusted } = verdicts.windKph
  expect(pAdjusted).toBeCloseTo(3 * p, 12)
  expect(verdicts.airTempC.verdict).toBe('no-evidence')
})

test('pressure never leads and does not count among those looked at', () => {
  const verdicts = verdictsOnWeather(followsGusts, {
    windKph: byLap(gusts),
    pressureHpa: byLap(gusts),
  })
  expect(verdicts.pressureHpa.verdict).toBe('never-leads')
  expect(verdicts.pressureHpa.r).toBeGreaterThan(0.99)
  expect(verdicts.pressureHpa.pAdjusted).toBeUndefined()
  expect(verdicts.windKph.pAdjusted).toBe(verdicts.windKph.p)
})

test.each([
  ['airTempC', 2.99, 3],
  ['trackTempC', 4.99, 5],
  ['humidityPct', 9.99, 10],
  ['windKph', 14.99, 15],
  ['windU', 14.99, 15],
  ['windV', 14.99, 15],
] as const)('%s must range over more than %d', (variable, little, enough) => {
  const over = (range: number) => byLap(gusts.map((kph) => (kph * range) / 20))
  const verdict = (range: number) =>
    verdictsOnWeather(followsGusts, { [variable]: over(range) })[variable].verdict
  expect(verdict(little)).toBe('range-too-small')
  expect(verdict(enough)).toBe('associated')
})

test('seven laps are too few for a verdict, eight are not', () => {
  const few = (laps: number) =>
    verdictsOnWeather(new Map([...followsGusts].slice(0, laps)), { windKph: byLap(gusts) }).windKph
  expect(few(7)).toMatchObject({ verdict: 'range-too-small', n: 7 })
  expect(few(8).verdict).toBe('associated')
})

test('what was not measured says so and has no figures', () => {
  expect(verdictsOnWeather(followsGusts, {}).humidityPct).toEqual({ verdict: 'not-measured' })
})

test('the weather of a lap is the median over the cars that end it', () => {
  const clock = { date: '2025-09-06', utcOffsetHours: -5 }
  const second = (s: number) => Date.UTC(2025, 8, 6, 18) / 1000 + s
  const samples = [
    { utcSeconds: second(0), airTempC: 0, trackTempC: 7, line: 2 },
    { utcSeconds: second(1000), airTempC: 10, trackTempC: 7, line: 3 },
  ]
  const laps = ['1', '2', '3'].flatMap((car, index) =>
    cleanLaps(car, [98_000, 98_000]).map((lap) =>
      Object.assign(lap, { hourMs: (lap.hourMs ?? 0) + index ** 2 * 10_000 }),
    ),
  )
  const weather = weatherByLap(laps, samples, clock)
  expect([...(weather.airTempC ?? [])]).toEqual([
    [2, 2.1],
    [3, 3.1],
  ])
  expect(weather.trackTempC).toBeUndefined()
  expect(weather.humidityPct).toBeUndefined()
})
