import { expect, test } from 'vitest'
import { lapsOf } from './fixtures.ts'
import { pitStopsOf, startedFromPitLane, stintsOf } from './pit-stops.ts'

const ordinary = 97_000
const inLap = { isInLap: true }
const outLap = { pitTimeMs: 35_000 }

test.each([
  ['no stop', [ordinary, ordinary], [], [[1, 2]]],
  [
    'the time on the out-lap',
    [ordinary, inLap, outLap, ordinary],
    [{ inLap: 2, outLap: 3, pitTimeMs: 35_000 }],
    [
      [1, 2],
      [3, 4],
    ],
  ],
  [
    'the time on the in-lap, the line behind the pit exit',
    [ordinary, { ...inLap, ...outLap }, ordinary],
    [{ inLap: 2, outLap: 3, pitTimeMs: 35_000 }],
    [
      [1, 2],
      [3, 3],
    ],
  ],
  [
    'two stops in a row',
    [ordinary, inLap, { isInLap: true, pitTimeMs: 1_000 }, { pitTimeMs: 2_000 }],
    [
      { inLap: 2, outLap: 3, pitTimeMs: 1_000 },
      { inLap: 3, outLap: 4, pitTimeMs: 2_000 },
    ],
    [
      [1, 2],
      [3, 3],
      [4, 4],
    ],
  ],
  ['the end of the race in the pits', [ordinary, inLap], [{ inLap: 2 }], [[1, 2]]],
  [
    'entry and exit within a lap',
    [ordinary, ordinary, outLap],
    [{ outLap: 3, pitTimeMs: 35_000 }],
    [
      [1, 2],
      [3, 3],
    ],
  ],
  ['a start from the pit lane', [outLap, ordinary], [], [[1, 2]]],
])('stops and stints of a car with %s', (_, laps, stops, stints) => {
  const driven = lapsOf('13', laps)
  expect(pitStopsOf(driven)).toEqual(stops)
  expect(stintsOf(driven)).toEqual(stints.map(([fromLap, toLap]) => ({ fromLap, toLap })))
})

test('a time in the pit lane on lap 1 is a start from there', () => {
  expect(startedFromPitLane(lapsOf('13', [outLap]))).toBe(true)
  expect(startedFromPitLane(lapsOf('13', [ordinary, outLap]))).toBe(false)
})
