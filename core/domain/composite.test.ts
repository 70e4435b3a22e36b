import { expect, test } from 'vitest'
import { bestSection } from './best-section.ts'
import { classComposites, compositeOf } from './composite.ts'
import { car, lap } from './fixtures.ts'
import { raceIdOf, TrackId } from './ids.ts'
import type { Lap } from './lap.ts'
import { ledgerOf } from './ledger.ts'

const barber = TrackId.parse('barber')
const saturday = raceIdOf(barber, 1)
const sunday = raceIdOf(barber, 2)
const race = (laps: readonly Lap[], raceId = saturday) => ({ raceId, laps: ledgerOf(laps) })
const timed = (number: string, lapNumber: number, s1: number, parts: Partial<Lap> = {}) => {
  const timeMs = { lap: s1 + 70_000, s1, s2: 40_000, s3: 30_000 }
  return { ...lap({ lapNumber, timeMs }), ...parts, car: car(number) }
}

test('a best says who drove it, on which lap and whether that lap counts', () => {
  const laps = [timed('13', 1, 31_000), timed('13', 2, 30_000, { flagAtLine: 'fcy' })]
  expect(bestSection('s1', [race(laps)], 'all')).toMatchObject({
    bestMs: 30_000,
    raceId: 'barber-r1',
    car: '13',
    lapNumber: 2,
    flagAtLine: 'fcy',
    isClean: false,
    excludedBecause: ['yellow'],
  })
})

test('of equal times the first in the file stands, of two races the first race', () => {
  const first = race([timed('7', 1, 30_000), timed('13', 1, 30_000)])
  const second = race([timed('2', 1, 30_000)], sunday)
  expect(bestSection('s1', [first], 'all')?.car).toBe('7')
  expect(bestSection('s1', [first, second], 'all')).toMatchObject({ raceId: 'barber-r1', car: '7' })
})

test('a best is repeated by other laps within a tenth of a second, the tenth included', () => {
  const laps = [30_000, 30_100, 30_101, 30_050].map((s1, index) => timed('13', index + 1, s1))
  const best = bestSection('s1', [race([...laps, timed('2', 1, 30_020)])], 'all')
  expect(best?.repeated).toEqual({ laps: 3, cars: ['13', '2'] })
})

test('each lap set has bests of its own laps only', () => {
  const laps = [
    timed('13', 1, 29_000),
    timed('13', 2, 30_000),
    timed('13', 3, 29_500, { flagAtLine: 'chequered' }),
  ]
  const bests = (['all', 'green', 'clean'] as const).map(
    (set) => bestSection('s1', [race(laps)], set)?.bestMs,
  )
  expect(bests).toEqual([29_000, 30_000, 29_500])
})

test('a section that was never timed leaves a composite without a sum', () => {
  const laps = [lap({ timeMs: { lap: 97_000, s3: 28_000 } })]
  const composite = compositeOf([race(laps)], 'all')
  expect(composite.sections.map(({ section }) => section)).toEqual(['s3'])
  expect(composite).not.toHaveProperty('sumMs')
})

test('classes have composites of their own, first named first', () => {
  const laps = [
    timed('51', 1, 33_000, { carClass: 'LMGT3' }),
    timed('51', 2, 32_000, { carClass: 'LMGT3' }),
    timed('7', 1, 27_000, { carClass: 'HYPERCAR' }),
  ]
  const composites = classComposites([race(laps)])
  expect(composites.map(({ carClass, all }) => [carClass, all.sumMs])).toEqual([
    ['LMGT3', 102_000],
    ['HYPERCAR', 97_000],
  ])
  expect(composites.map(({ fastestLap }) => fastestLap?.lap.car)).toEqual(['51', undefined])
})
