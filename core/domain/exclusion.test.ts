import fc from 'fast-check'
import { expect, test } from 'vitest'
import { exclusionReasons, isClean, isGreen, reasonsOf } from './exclusion.ts'
import { lap } from './fixtures.ts'
import { flags } from './lap.ts'

const green = lap({ lapNumber: 4 })
const before = (flagAtLine: (typeof flags)[number]) => lap({ lapNumber: 4, flagAtLine })

test.each([
  ['an ordinary lap', lap({ lapNumber: 5 }), green, []],
  ['lap 1', lap({ lapNumber: 1 }), undefined, ['opening-lap']],
  ['a first lap that is not lap 1', lap({ lapNumber: 5 }), undefined, ['opening-lap']],
  ['a start from the pit lane', lap({ lapNumber: 1, pitTimeMs: 9e5 }), undefined, ['opening-lap']],
  ['a lap into the pits', lap({ lapNumber: 5, isInLap: true }), green, ['in-lap']],
  [
    'a lap after a lap into the pits',
    lap({ lapNumber: 5 }),
    { ...green, isInLap: true },
    ['out-lap'],
  ],
  ['a stop before the line', lap({ isInLap: true, pitTimeMs: 7e4 }), green, ['in-lap', 'out-lap']],
  ['a pit lane within the lap', lap({ pitTimeMs: 4e4 }), green, ['out-lap']],
  ['a yellow lap', lap({ flagAtLine: 'fcy' }), green, ['yellow']],
  ['a lap behind the safety car', lap({ flagAtLine: 'safety-car' }), green, ['safety-car']],
  ['a stopped race', lap({ flagAtLine: 'red' }), green, ['red-flag']],
  ['a flag nobody knows', lap({ flagAtLine: 'unknown' }), green, ['yellow']],
  ['green after yellow', lap(), before('fcy'), ['restart']],
  ['green after the safety car', lap(), before('safety-car'), ['restart']],
  ['green after a stopped race', lap(), before('red'), ['restart']],
  ['the chequered lap after green', lap({ flagAtLine: 'chequered' }), green, []],
  ['the chequered lap after yellow', lap({ flagAtLine: 'chequered' }), before('fcy'), ['yellow']],
  [
    'chequered behind the safety car',
    lap({ flagAtLine: 'chequered' }),
    before('safety-car'),
    ['safety-car'],
  ],
  [
    'a lap after the chequered one',
    lap({ flagAtLine: 'chequered' }),
    before('chequered'),
    ['yellow'],
  ],
  ['a lap without a time', lap({ timeMs: { s1: 1, s2: 1, s3: 1 } }), green, ['no-time']],
  ['a lap without a section', lap({ timeMs: { lap: 9e4, s3: 3e4 } }), green, ['incomplete']],
  [
    'a wet first lap into the pits under yellow that a loop missed',
    lap({ lapNumber: 1, flagAtLine: 'fcy', isInLap: true, timeMs: { lap: 2e5 } }),
    undefined,
    ['opening-lap', 'in-lap', 'yellow', 'incomplete'],
  ],
])('%s', (_, one, previous, reasons) => {
  expect(reasonsOf(one, previous)).toEqual(reasons)
})

test('a lap that lacks a section is clean all the same', () => {
  expect(isClean(lap({ timeMs: { lap: 97_000 } }), green)).toBe(true)
})

test('green at the line lets a restart lap in and leaves the chequered lap out', () => {
  expect(isGreen(lap(), before('fcy'))).toBe(true)
  expect(isGreen(lap({ flagAtLine: 'chequered' }), green)).toBe(false)
})

const anyLap = fc
  .record({
    lapNumber: fc.integer({ min: 1, max: 4 }),
    flagAtLine: fc.constantFrom(...flags),
    isInLap: fc.boolean(),
    hasPitTime: fc.boolean(),
    timeMs: fc.constantFrom(
      {},
      { lap: 9 },
      { s1: 3, s2: 3, s3: 3 },
      { lap: 9, s1: 3, s2: 3, s3: 3 },
    ),
  })
  .map(({ hasPitTime, ...parts }) => lap(hasPitTime ? { ...parts, pitTimeMs: 5 } : parts))

test('clean is D4 word by word, and reasons speak for themselves', () => {
  fc.assert(
    fc.property(anyLap, fc.option(anyLap, { nil: undefined }), (one, previous) => {
      const isPitOut =
        previous?.isInLap === true || (one.pitTimeMs !== undefined && one.lapNumber > 1)
      const asDefined =
        (one.flagAtLine === 'green' || one.flagAtLine === 'chequered') &&
        previous?.flagAtLine === 'green' &&
        one.lapNumber !== 1 &&
        !one.isInLap &&
        !isPitOut &&
        one.timeMs.lap !== undefined
      expect(isClean(one, previous)).toBe(asDefined)
      const reasons = reasonsOf(one, previous)
      expect(reasons.every((reason) => reason === 'incomplete')).toBe(asDefined)
      expect(reasons).toEqual(exclusionReasons.filter((reason) => reasons.includes(reason)))
    }),
  )
})
