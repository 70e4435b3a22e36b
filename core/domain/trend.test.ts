import { expect, test } from 'vitest'
import { correctedLaps } from './fixtures.ts'
import { trend } from './trend.ts'

const scattered = [0, 40, -30, 20, -20, 30, -40, 10, 0, -10]
const drifting = (msPerLap: number) =>
  correctedLaps(scattered.map((ms, index) => 98_000 + ms + index * msPerLap))

test.each([
  [50, 'fading'],
  [-50, 'improving'],
  [0, 'steady'],
])('%i ms a lap is %s', (msPerLap, verdict) => {
  expect(trend(drifting(msPerLap))?.verdict).toBe(verdict)
})

test('laps left out do not bend the line', () => {
  const gap = correctedLaps([0, 10, 20, 30, undefined, undefined, 60, 70, 80, 90])
  expect(trend(gap)).toEqual({ n: 8, slopeMsPerLap: 10, lowMs: 10, highMs: 10, verdict: 'fading' })
})

test('seven laps have no trend', () => {
  expect(trend(correctedLaps([1, 2, 3, 4, 5, 6, 7]))).toBeUndefined()
})
