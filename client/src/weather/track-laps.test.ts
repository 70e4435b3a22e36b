import { expect, test } from 'vitest'
import { effectInWords, trackLaps } from './track-laps.ts'

const none = { s1: null, s2: null, s3: null }
const effect = (lap: number, effectMs: number | null) => ({
  lap,
  cars: 22,
  carNumbers: [],
  without: {},
  effectMs: { lap: effectMs, ...none },
})

test('laps without an effect stay in their place', () => {
  const field = { laps: [effect(4, 668), effect(6, -45)] }
  const weather = { laps: [{ lap: 3, values: { airTempC: 29.3 } }] }
  expect(trackLaps(field, weather)).toEqual([
    { lap: 3, values: { airTempC: 29.3 } },
    { lap: 4, effectMs: 668, cars: 22, values: {} },
    { lap: 5, values: {} },
    { lap: 6, effectMs: -45, cars: 22, values: {} },
  ])
})

test('a lap whose time had no effect is not one of zero', () => {
  expect(trackLaps({ laps: [effect(4, null)] }, undefined)).toEqual([
    { lap: 4, cars: 22, values: {} },
  ])
})

test('a race without either has no laps', () => {
  expect(trackLaps({ laps: [] }, { laps: [] })).toEqual([])
})

test('what a lap did to the field is told, and nothing where it is not known', () => {
  const laps = [
    { lap: 4, values: {}, effectMs: 668 },
    { lap: 5, values: {} },
  ]
  expect(effectInWords(laps, 4)).toBe('the whole field +0.668 s against its typical lap')
  expect(effectInWords(laps, 5)).toBeUndefined()
  expect(effectInWords(laps, 9)).toBeUndefined()
})
