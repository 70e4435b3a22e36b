import { expect, test } from 'vitest'
import { ledgerLap } from './lap-fixture.ts'
import { lapScale, middleOfLaps } from './lap-scale.ts'

const laps = (...times: number[]) => times.map((lapTimeMs) => ledgerLap({ lapTimeMs }))

test('the axis names round lap times', () => {
  expect(lapScale(laps(99_167, 99_900, 100_950))?.ticksMs).toEqual([
    99_500, 100_000, 100_500, 101_000,
  ])
})

test('an incident and laps that do not count press nobody together', () => {
  const scale = lapScale([
    ...laps(99_167, 100_950),
    ledgerLap({ lapTimeMs: 140_000, isIncident: true }),
    ledgerLap({ lapTimeMs: 150_000, isClean: false }),
  ])
  expect(scale?.slowestMs).toBeLessThan(101_500)
})

test('of many laps one far slower than the others presses nobody together', () => {
  const times = [99_100, 99_200, 99_300, 99_400, 99_500, 99_600, 99_700]
  expect(lapScale(laps(...times, 106_000))?.slowestMs).toBeLessThan(100_000)
  expect(lapScale(laps(...times, 100_000))?.slowestMs).toBeGreaterThan(100_000)
})

test('equal laps still have a scale', () => {
  const scale = lapScale(laps(99_000))
  expect(scale).toMatchObject({ quickestMs: 98_800, slowestMs: 99_200 })
})

test('without a green lap there is no scale and no middle', () => {
  const pit = ledgerLap({ isClean: false })
  expect(lapScale([pit])).toBeUndefined()
  expect(middleOfLaps([pit])).toBeUndefined()
})

test('the middle half needs four laps', () => {
  expect(middleOfLaps(laps(1000, 2000, 3000))).toEqual({ n: 3, medianMs: 2000 })
  expect(middleOfLaps(laps(1000, 2000, 3000, 4000, 5000))).toEqual({
    n: 5,
    medianMs: 3000,
    halfMs: [2000, 4000],
  })
})
