// @vitest-environment node
import { expect, test } from 'vitest'
import { Scope } from '#core/protocol/chat/scope.ts'
import { scopeParts } from './scope-words.ts'

const names = new Map([
  ['barber-r1', 'Barber Race 1'],
  ['barber-r2', 'Barber Race 2'],
  ['sebring', 'Sebring'],
])
const place = { raceId: 'barber-r1', car: '3' }

test.each([
  [
    { intents: ['where-time'], ...place },
    'where the time lies · Car 3 · Barber Race 1 · all green laps',
  ],
  [
    { intents: ['where-time'], ...place, filter: {} },
    'where the time lies · Car 3 · Barber Race 1 · all green laps',
  ],
  [{ intents: ['position'], ...place }, 'result and position · Car 3 · Barber Race 1'],
  [
    { intents: ['why-slow'], ...place, lap: 8 },
    'why a lap was slow · Car 3 · Barber Race 1 · lap 8',
  ],
  [
    { intents: ['compare-laps'], ...place, lap: 8, laps: [8, 9] },
    'two laps compared · Car 3 · Barber Race 1 · laps 8 and 9',
  ],
  [
    { intents: ['where-time'], ...place, section: 's2a' },
    'where the time lies · Car 3 · Barber Race 1 · Section 2 up to the mid loop · all green laps',
  ],
  [
    { intents: ['where-time'], ...place, filter: { without: [8, 12] } },
    'where the time lies · Car 3 · Barber Race 1 · green laps without laps 8 and 12',
  ],
  [
    { intents: ['where-time'], ...place, filter: { fromLap: 10, toLap: 20, withoutTraffic: true } },
    'where the time lies · Car 3 · Barber Race 1 · green laps 10 to 20, without traffic',
  ],
  [
    { intents: ['compare-cars'], ...place, cars: ['3', '13'] },
    'two cars compared · Cars 3 and 13 · Barber Race 1 · all green laps',
  ],
  [
    { intents: ['improved'], ...place, raceIds: ['barber-r1', 'barber-r2'] },
    'better in race 2, or not · Car 3 · Barber Race 1 and Barber Race 2 · all green laps',
  ],
  [
    { intents: ['mean-lap', 'median-lap'], ...place, lap: 8 },
    'average lap and median lap · Car 3 · Barber Race 1 · lap 8',
  ],
  [{ intents: ['track-facts'], trackId: 'sebring' }, 'facts of a track · Sebring'],
  [{ intents: ['what-is-asked-next-year'], car: '3' }, 'Car 3'],
  [{ intents: ['help'] }, ''],
])('%j reads "%s"', (scope, words) => {
  const parts = scopeParts(Scope.parse(scope), (raceId) => names.get(raceId))
  expect(parts.map(({ text }) => text).join(' · ')).toBe(words)
})

test('a race whose name is not known yet is left out', () => {
  const scope = Scope.parse({ intents: [], raceId: 'sebring-r1', car: '3' })
  expect(scopeParts(scope, () => undefined).map(({ about }) => about)).toEqual(['car'])
})
