import fc from 'fast-check'
import { expect, test } from 'vitest'
import { lap } from './fixtures.ts'
import { jointOf } from './joint.ts'

const whole = lap({ timeMs: { lap: 100_000, s1: 30_000, s2: 40_000, s3: 30_000 } })
const withS3 = (lapMs: number, s3: number) => lap({ timeMs: { lap: lapMs, s3 } })
const withS1 = (lapMs: number, s1: number) => lap({ timeMs: { lap: lapMs, s1 } })

test.each([
  ['the best sections', [whole], 100_000, 'sections'],
  [
    'sections 1 and 2 together where a loop missed them',
    [whole, withS3(97_000, 30_500)],
    96_500,
    's1s2+s3',
  ],
  [
    'sections 2 and 3 together where a loop missed them',
    [whole, withS1(97_000, 30_500)],
    96_500,
    's1+s2s3',
  ],
  [
    'the best lap where it has no section at all',
    [whole, lap({ timeMs: { lap: 95_000 } })],
    95_000,
    'lap',
  ],
])('the joint composite is %s', (_, laps, jointMs, bound) => {
  expect(jointOf(laps)).toEqual({ jointMs, bound })
})

test('without any time there is no joint composite', () => {
  expect(jointOf([lap({ timeMs: {} })])).toBeUndefined()
})

test('an opening lap quicker than the best lap given counts by its sections only', () => {
  const opening = lap({ lapNumber: 1, timeMs: { lap: 90_000 } })
  expect(jointOf([opening, whole], 100_000)).toEqual({ jointMs: 100_000, bound: 'sections' })
})

const ms = fc.integer({ min: 20_000, max: 60_000 })
const anyLap = fc
  .record({ s1: ms, s2: ms, s3: ms, missing: fc.constantFrom('none', 's1s2', 's2s3', 'all') })
  .map(({ s1, s2, s3, missing }) => {
    const sum = s1 + s2 + s3
    if (missing === 's1s2') return lap({ timeMs: { lap: sum, s3 } })
    if (missing === 's2s3') return lap({ timeMs: { lap: sum, s1 } })
    return lap({ timeMs: missing === 'all' ? { lap: sum } : { lap: sum, s1, s2, s3 } })
  })

test('the joint composite is never slower than any lap', () => {
  fc.assert(
    fc.property(fc.array(anyLap, { minLength: 1, maxLength: 8 }), (laps) => {
      const quickest = Math.min(...laps.flatMap(({ timeMs }) => timeMs.lap ?? []))
      expect(jointOf(laps)?.jointMs).toBeLessThanOrEqual(quickest)
    }),
  )
})
