import { expect, test } from 'vitest'
import { measureText } from '../settings/in-units.ts'
import { drawnBetween, measureOf, rangeOf } from './measures.ts'

test.each([
  ['airTempC', 30, 'us', '86.0 °F', '54.0 °F'],
  ['airTempC', 30, 'metric', '30.0 °C', '30.0 °C'],
  ['windKph', 16.09344, 'us', '10.0 mph', '10.0 mph'],
  ['humidityPct', 55, 'us', '55.0 %', '55.0 %'],
  ['pressureHpa', 992.9, 'us', '29.32 inHg', '29.32 inHg'],
] as const)('%s of %d in %s units', (variable, value, units, asValue, asRange) => {
  expect(measureText(measureOf(variable, value, units))).toBe(asValue)
  expect(measureText(rangeOf(variable, value, units))).toBe(asRange)
})

test('a small change is drawn on the range that is needed to speak of it', () => {
  expect(drawnBetween([29, 30], 3)).toEqual([28, 31])
})

test('a large change fills its plot', () => {
  expect(drawnBetween([20, 30], 3)).toEqual([19.5, 30.5])
})

test('nothing is drawn of nothing', () => {
  expect(drawnBetween([], 3)).toBeUndefined()
})
