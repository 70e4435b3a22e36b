import { expect, test } from 'vitest'
import { weatherText } from './weather-text.ts'

const air = (min: number, max: number) => ({ min, max })

test.each([
  [{ airTempC: air(26.4, 31.2), humidityPct: air(45.1, 59.6) }, '26–31 °C, 45–60 %'],
  [{ airTempC: air(29.6, 30.4), humidityPct: null }, '30 °C'],
  [{ airTempC: null, humidityPct: air(45.1, 59.6) }, '45–60 %'],
  [{ airTempC: air(-3.4, -0.6), humidityPct: null }, '−3 to −1 °C'],
  [null, ''],
])('%j is told as %s', (weather, text) => {
  expect(weatherText(weather, 'metric')).toBe(text)
})

test('degrees are those that were chosen', () => {
  expect(weatherText({ airTempC: air(26.4, 31.2), humidityPct: null }, 'us')).toBe('80–88 °F')
})
