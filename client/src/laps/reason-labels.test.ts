import { expect, test } from 'vitest'
import { ledgerLap } from './lap-fixture.ts'
import { reasonLabels } from './reason-labels.ts'

const green = ledgerLap()
const yellow = ledgerLap({ isClean: false, excludedBecause: ['yellow'] })
const noTime = ledgerLap({ isClean: false, excludedBecause: ['no-time'] })
const restart = ledgerLap({ isClean: false, excludedBecause: ['restart'] })

const scale = { slowestMs: 101_000 }

test('a run of laps with one reason has one word, in its middle', () => {
  expect(reasonLabels([green, yellow, yellow, yellow, green], 30, scale)).toEqual([
    { from: 1, to: 3, word: 'yellow', row: 0, x: 75 },
  ])
})

test('words that would touch stand one below the other', () => {
  const labels = reasonLabels([green, noTime, restart, noTime, green], 30, scale)
  expect(labels.map(({ word, row }) => [word, row])).toEqual([
    ['no lap time', 0],
    ['restart', 1],
    ['no lap time', 2],
  ])
})

test('a word at the end stays within the strip', () => {
  expect(reasonLabels([green, green, noTime], 30, scale)[0]?.x).toBe(57)
  expect(reasonLabels([noTime, green, green], 30, scale)[0]?.x).toBe(33)
})

test('a green lap off the scale shows its time', () => {
  const slow = ledgerLap({ lapTimeMs: 118_204 })
  expect(reasonLabels([green, green, slow, green], 30, scale)[0]?.word).toBe('1:58.204')
})
