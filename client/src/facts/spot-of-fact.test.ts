import { expect, test } from 'vitest'
import { spotOfFact } from './spot-of-fact.ts'

const car = 'ml_pattern_recommendations/barber-r1_3-2#'
const ofCar = { raceId: 'barber-r1', car: '3-2' }
const race = 'ml_weather_recommendations/barber-r1#'

test.each([
  [`${car}laps.8.timeMs.s2a`, '30.558 s', { ...ofCar, lap: 8, section: 's2a' }],
  [`${car}laps.8.position`, 'P14', { ...ofCar, lap: 8 }],
  [`${car}sections.s2.paceGapMs`, '0.55 s', { ...ofCar, section: 's2' }],
  [`${car}sections.s2.targetLaps.0`, '9', { ...ofCar, lap: 9, section: 's2' }],
  [`${car}story.followed.2.toLap`, 'lap 15', { ...ofCar, lap: 15 }],
  [`${car}bestLap.lap`, 'lap 9', { ...ofCar, lap: 9 }],
  [`${car}opportunities.0`, 'Section 2', { ...ofCar, section: 's2' }],
  [`${car}strengths.0.quantity`, 'Section 3 from the mid loop on', { ...ofCar, section: 's3b' }],
  [
    'ml_section_recommendations/barber-r1_3-2_08_s2#timeMs',
    '42.862 s',
    { ...ofCar, lap: 8, section: 's2' },
  ],
  ['best_case_composites/barber-r1_gt4_s2#bestMs', '', { raceId: 'barber-r1', section: 's2' }],
  ['best_case_composites/barber_s2#bestMs', '', { section: 's2' }],
  ['tracks/barber#cornerRanges.s2', 'Turns 5–11', { section: 's2' }],
  [`${race}field.am.laps.8.effectMs.s1`, '0.177 s', { raceId: 'barber-r1', lap: 8, section: 's1' }],
  [`${race}laps.8.airTempC`, '30.2 °C', { raceId: 'barber-r1', lap: 8 }],
])('%s, shown as "%s", lights its lap and section', (factId, text, spot) => {
  expect(spotOfFact(factId, text)).toEqual(spot)
})

test.each([
  [`${car}position`, 'P14'],
  [`${race}variables.airTempC.trackState.range`, '1.6 °C'],
  ['races/barber-r1#raceNumber', '2'],
  ['no fact', 'Turn 2'],
])('%s, shown as "%s", stands for no lap and no section', (factId, text) => {
  expect(spotOfFact(factId, text)).toBeUndefined()
})

test('the lap of the car to watch is not a lap of this car', () => {
  expect(spotOfFact(`${car}sections.s2.watch.lap`, 'lap 26')).toEqual({ ...ofCar, section: 's2' })
})

test('a computed fact lights what all its facts have in common', () => {
  const ids = (a: string, b: string) => `computed:difference(${car}${a},${car}${b})`
  expect(spotOfFact(ids('laps.8.timeMs.s2', 'laps.9.timeMs.s2'))).toEqual({
    ...ofCar,
    section: 's2',
  })
  expect(spotOfFact(ids('laps.8.timeMs.s2', 'laps.8.timeMs.s3'))).toEqual({ ...ofCar, lap: 8 })
  expect(spotOfFact(ids('laps.8.timeMs.s2', 'laps.9.timeMs.s3'))).toBeUndefined()
})
