import { expect, test } from 'vitest'
import { trackLaps } from './track-laps.ts'

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
