import { expect, test } from 'vitest'
import { correctedLaps } from './fixtures.ts'
import { streaks } from './streaks.ts'

test('the longest runs quicker than the pace, and close to it', () => {
  const laps = correctedLaps([
    100_600, 99_000, 99_100, 99_200, 100_000, 100_100, 99_900, 100_500, 99_000,
  ])
  expect(streaks(laps, 100_000)).toEqual({
    quick: { fromLap: 3, toLap: 5, laps: 3 },
    even: { fromLap: 6, toLap: 9, laps: 4 },
  })
})

test('a lap left out ends a run; of equally long ones the first counts', () => {
  const laps = correctedLaps([90, 90, undefined, 90, 90, 200, 90])
  expect(streaks(laps, 100).quick).toEqual({ fromLap: 2, toLap: 3, laps: 2 })
})

test('a lap as quick as the pace is not quicker, and one lap is no run', () => {
  expect(streaks(correctedLaps([90, 100, 90, 110]), 100)).toEqual({})
})
