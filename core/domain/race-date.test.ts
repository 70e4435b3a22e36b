import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isNearDate, localDate, overlapMs, raceDateFrom, utcSpan } from './race-date.ts'

const minuteMs = 60_000
const wall = { fromMs: 822 * minuteMs, toMs: 867 * minuteMs }

test('a race on its wall clock is placed in UTC by its date and offset', () => {
  expect(utcSpan(wall, { date: '2025-09-06', utcOffsetHours: -5 })).toEqual({
    fromMs: Date.parse('2025-09-06T18:42:00Z'),
    toMs: Date.parse('2025-09-06T19:27:00Z'),
  })
})

test('the offset is the one under which race and weather meet', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: -21, max: 26 }),
      fc.integer({ min: 0, max: 1380 }),
      fc.integer({ min: 20, max: 360 }),
      (halfHours, startMinutes, minutes) => {
        const race = { fromMs: startMinutes * minuteMs, toMs: (startMinutes + minutes) * minuteMs }
        const truth = { date: '2025-03-29', utcOffsetHours: halfHours / 2 }
        const utc = utcSpan(race, truth)
        const weather = { fromMs: utc.fromMs + 40_000, toMs: utc.toMs - 120_000 }
        expect(raceDateFrom(race, weather, 0.5)).toEqual(truth)
      },
    ),
  )
})

test('weather that fits several offsets equally gives none', () => {
  const short = { fromMs: 800 * minuteMs, toMs: 1000 * minuteMs }
  const instant = Date.parse('2025-09-06T18:42:00Z')
  expect(raceDateFrom(short, { fromMs: instant, toMs: instant }, 1)).toBeUndefined()
})

test('spans apart overlap by less than nothing', () => {
  expect(overlapMs({ fromMs: 0, toMs: 5 }, { fromMs: 9, toMs: 12 })).toBe(-4)
})

test('a date is that of the local clock', () => {
  expect(localDate(Date.parse('2025-03-30T03:10:00Z'), -7)).toBe('2025-03-29')
  expect(isNearDate(Date.parse('2025-03-30T19:56:50Z'), '2025-03-30')).toBe(true)
  expect(isNearDate(Date.parse('2025-03-30T19:56:50Z'), '2025-03-28')).toBe(false)
})
