import { expect, test } from 'vitest'
import { CarNumber } from '#core/domain/ids.ts'
import { ledgerLap } from './lap-fixture.ts'
import {
  countsInWords,
  lapInWords,
  orderInWords,
  placesInWords,
  shortInterval,
} from './lap-words.ts'

const car = (number: string) => CarNumber.parse(number)

test.each([
  [ledgerLap(), 'green'],
  [ledgerLap({ excludedBecause: ['incomplete'] }), 'green, a section missing'],
  [ledgerLap({ isClean: false, excludedBecause: ['opening-lap', 'yellow'] }), 'lap 1, yellow'],
  [ledgerLap({ isClean: false, excludedBecause: ['in-lap'] }), 'in-lap'],
])('whether a lap counts is told in words', (lap, words) => {
  expect(countsInWords(lap)).toBe(words)
})

test('places are told with the cars', () => {
  const won = ledgerLap({ placesLost: -2, wonFrom: [car('51'), car('46')] })
  const both = ledgerLap({ placesLost: 0, wonFrom: [car('51')], lostTo: [car('7')] })
  expect(placesInWords(won)).toBe('won from cars 51 and 46')
  expect(placesInWords(both)).toBe('won from car 51, lost to car 7')
  expect(placesInWords(ledgerLap({ placesLost: 1 }))).toBe('1 place lost')
  expect(placesInWords(ledgerLap())).toBeUndefined()
  expect(placesInWords(ledgerLap({ placesLost: null }))).toBeUndefined()
})

test.each([
  [{}, 'P14, 4.717 s behind car 51'],
  [{ intervalMs: 104_717 }, 'P14, 1:44.717 behind car 51'],
  [{ position: 1, ahead: null, intervalMs: null }, 'P1, in the lead'],
  [{ ahead: null, intervalMs: null }, 'P14'],
  [{ position: null }, undefined],
])('the order of %j', (given, words) => {
  expect(orderInWords(ledgerLap(given))).toBe(words)
})

test('a lap that does not count says so, and why', () => {
  const lap = ledgerLap({
    isClean: false,
    excludedBecause: ['in-lap'],
    isPitIn: true,
    position: null,
  })
  expect(lapInWords(lap)).toBe('Lap 8, 1:39.167, not counted: in-lap, ended in the pit lane')
  expect(lapInWords(ledgerLap({ lapTimeMs: null, position: null }))).toContain('no lap time')
})

test.each([
  [4717, '4.7'],
  [99_949, '99.9'],
  [99_950, '1:40'],
  [183_204, '3:03'],
])('an interval of %d ms is short for %s', (ms, text) => {
  expect(shortInterval(ms)).toBe(text)
})
