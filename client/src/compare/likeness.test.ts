import { expect, test } from 'vitest'
import { FieldAnswer } from '#core/protocol/rest/field-answer.ts'
import { LedgerLap } from '#core/protocol/rest/ledger-answer.ts'
import { ledgerLap } from '../laps/lap-fixture.ts'
import { unlikeLaps } from './likeness.ts'

const none = { s1: null, s2: null, s3: null }
const lap = (number: number, change: Partial<LedgerLap> = {}) =>
  ledgerLap({ lap: number, ahead: null, intervalMs: null, ...change })
const field = FieldAnswer.parse({
  raceId: 'barber-r1',
  trackId: 'barber',
  carClass: 'Am',
  carClasses: ['Am'],
  laps: [
    [4, 668],
    [8, -22],
    [9, -30],
  ].map(([number, effect]) => ({
    lap: number,
    cars: 22,
    carNumbers: [],
    without: {},
    effectMs: { lap: effect, ...none },
  })),
  quickQuarterMs: { lap: null, ...none },
  fieldMedianMs: { lap: null, ...none },
  trackChange: null,
})

test('laps on which the track was the same, both green and alone, are like for like', () => {
  expect(unlikeLaps({ car: '3', lap: lap(8) }, { car: '13', lap: lap(9) }, field)).toEqual([])
})

test('the reason why a lap does not count comes first, then who was ahead, then the track', () => {
  const slow = lap(4, {
    isClean: false,
    excludedBecause: ['yellow', 'in-lap'],
    ahead: lapCar('93'),
    intervalMs: 377,
  })
  expect(unlikeLaps({ car: '3', lap: slow }, { car: '13', lap: lap(8) }, field)).toEqual([
    'Lap 4 of car 3 is no green lap: yellow and in-lap.',
    'At the end of lap 4, car 3 was 0.377 s behind car 93.',
    'The track was 0.690 s a lap slower to everyone on lap 4 than on lap 8.',
  ])
})

test('a green lap that lacks a section is not told as if it did not count', () => {
  const lacking = lap(8, { excludedBecause: ['incomplete'] })
  expect(unlikeLaps({ car: '3', lap: lacking }, { car: '13', lap: lap(9) }, field)).toEqual([
    'Lap 8 of car 3 is green, with a section missing.',
  ])
})

test('where a lap has no field effect, that is said', () => {
  expect(unlikeLaps({ car: '3', lap: lap(2) }, { car: '3', lap: lap(8) }, field)).toEqual([
    'What the track did to everyone is not known on both laps.',
  ])
})

function lapCar(car: string) {
  return LedgerLap.shape.ahead.parse(car)
}
