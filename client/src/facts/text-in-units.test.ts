import { expect, test } from 'vitest'
import { textInUnits } from './text-in-units.ts'

const weather = 'ml_weather_recommendations/barber-r1#'

test.each([
  ['30.2 °C', `${weather}otherRace.variables.airTempC.mean`, '86.4 °F'],
  ['−2.0 °C', `${weather}series.0.airTempC`, '28.4 °F'],
  ['1.6 °C', `${weather}variables.airTempC.trackState.range`, '2.9 °F'],
  ['3.0 °C', `${weather}variables.airTempC.rangeNeeded`, '5.4 °F'],
  ['182.4 km/h', 'ml_pattern_recommendations/barber-r1_3#laps.8.topSpeedKph', '113.3 mph'],
  ['992.9 hPa', `${weather}series.0.pressureHpa`, '29.32 inHg'],
  ['3,675 m', 'tracks/barber#lengthM', '2.28 mi'],
  ['0.548 s', 'ml_pattern_recommendations/barber-r1_3#sections.s2.paceGapMs', '0.548 s'],
  ['lap 8', 'ml_pattern_recommendations/barber-r1_3#laps.8.lap', 'lap 8'],
])('%s of %s is %s in US units, and stays in metric ones', (text, factId, expected) => {
  expect(textInUnits(text, factId, 'us')).toBe(expected)
  expect(textInUnits(text, factId, 'metric')).toBe(text)
})
