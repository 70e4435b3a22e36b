import { expect, test } from 'vitest'
import type { WeatherDocument } from '#core/protocol/documents/weather-document.ts'
import { RaceId } from '#core/domain/ids.ts'
import type { Observation } from './coached-car.ts'
import { daySentences, trafficSentences } from './coaching-day.ts'
import { car, coached } from './fixtures.ts'
import { textOf } from './say.ts'

const told = (observations: readonly Observation[]) =>
  observations.map(({ sentence }) => textOf(sentence))

const traffic = { n: 12, closeLaps: 116, freeLaps: 168, medianMs: -13, lowMs: -228, highMs: 119 }

test.each([
  [{}, 'no slower than free ones, as far as 12 cars tell: from 0.23 s quicker to 0.12 s slower.'],
  [
    { highMs: -50 },
    'no slower than free ones, as far as 12 cars tell: from 0.23 s to 0.05 s quicker.',
  ],
  [{ lowMs: 20, medianMs: 80 }, '0.08 s slower than free ones, over 12 cars.'],
])('laps close behind another car: %j', (parts, ending) => {
  const day = { traffic: { ...traffic, ...parts } }
  expect(told(trafficSentences(coached({}, { weather: day })))).toEqual([
    `In this race laps within a second of another car were ${ending}`,
  ])
})

test('without an interval nothing is said of traffic', () => {
  const day = { traffic: { ...traffic, lowMs: null, highMs: null } }
  expect(trafficSentences(coached({}, { weather: day }))).toEqual([])
})

const trackChange = {
  rangeMs: 7122,
  rangePct: 4.2,
  limitPct: 2,
  hasChanged: true,
  slowestLap: 4,
  quickestLap: 14,
}
const field = (parts: Partial<typeof trackChange>): WeatherDocument['field'] => ({
  am: {
    carClass: 'Am',
    laps: {},
    cars: {},
    quickQuarterMs: {},
    fieldMedianMs: {},
    trackChange: { ...trackChange, ...parts },
  },
})

test('the day is worth a sentence where the track changed', () => {
  const changed = (parts: Partial<typeof trackChange>) =>
    told(daySentences(coached({}, { weather: { field: field(parts) } })))
  expect(changed({})).toEqual([
    'The track changed for everyone: 7.12 s between lap 4, the slowest, and lap 14; that is taken out of your pace.',
  ])
  expect(changed({ hasChanged: false })).toEqual([])
})

const otherRace = (shiftMs: number, againstFieldMs: number): Partial<WeatherDocument> => ({
  otherRace: {
    raceId: RaceId.parse('barber-r1'),
    carClass: 'Am',
    variables: {},
    field: { n: 22, shiftMs, lowMs: null, highMs: null },
    cars: [
      { car: car('7'), shiftMs: 0, againstFieldMs: 0 },
      { car: car('13'), shiftMs: shiftMs + againstFieldMs, againstFieldMs },
    ],
  },
})

test.each([
  [
    -540,
    40,
    'The field was 0.54 s quicker than in Race 1; with that taken out you were 0.04 s slower.',
  ],
  [
    540,
    -40,
    'The field was 0.54 s slower than in Race 1; with that taken out you were 0.04 s quicker.',
  ],
])('race 2 beside race 1: the field %d ms, the car %d ms', (shiftMs, ownMs, sentence) => {
  const weather = otherRace(shiftMs, ownMs)
  expect(told(daySentences(coached({}, { race: { raceNumber: 2 }, weather })))).toEqual([sentence])
  expect(told(daySentences(coached({}, { weather })))).toEqual([])
})
