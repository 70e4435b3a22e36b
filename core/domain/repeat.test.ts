import { expect, test } from 'vitest'
import { correctedLaps } from './fixtures.ts'
import { repeat } from './repeat.ts'

test('the target is the best quarter, the gain what lies between it and the pace', () => {
  const laps = correctedLaps([100, 108, 107, 106, 105, 104, 103, 102, 101])
  expect(repeat(laps)).toEqual({
    target: { targetMs: 102, repeatGainMs: 2 },
    targetLaps: [2, 9, 10],
  })
})

test('one good stretch of five laps is not a habit, but is told', () => {
  const laps = correctedLaps([100, 105, 104, 106, 101, 107, 108, 109, 110])
  expect(repeat(laps)).toEqual({ targetLaps: [2, 4, 6] })
})

test('a stretch of six laps is', () => {
  const laps = correctedLaps([100, 105, 104, 106, 107, 101, 108, 109, 110])
  expect(repeat(laps)?.target).toEqual({ targetMs: 104, repeatGainMs: 2 })
})

test('eight laps have no target', () => {
  expect(repeat(correctedLaps([1, 2, 3, 4, 5, 6, 7, 8]))).toBeUndefined()
})
