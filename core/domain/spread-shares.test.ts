import fc from 'fast-check'
import { expect, test } from 'vitest'
import { correctedLaps } from './fixtures.ts'
import { spreadShares } from './spread-shares.ts'

const times = fc.array(fc.integer({ min: 20_000, max: 30_000 }), { minLength: 12, maxLength: 12 })

test('where the section alone goes up and down, all of the spread is its', () => {
  const s1 = correctedLaps([20, 30, 25])
  const s2 = correctedLaps([40, 40, 40])
  const lap = correctedLaps([100, 110, 105])
  expect(spreadShares({ lap, s1, s2, s3: s2 })).toEqual({ n: 3, shares: { s1: 1, s2: 0, s3: 0 } })
})

test('shares of sections that sum to the lap add to 1', () => {
  fc.assert(
    fc.property(times, times, times, (a, b, c) => {
      const sums = a.map((ms, index) => ms + (b[index] ?? 0) + (c[index] ?? 0))
      fc.pre(new Set(sums).size > 1)
      const { shares } = spreadShares({
        lap: correctedLaps(sums),
        s1: correctedLaps(a),
        s2: correctedLaps(b),
        s3: correctedLaps(c),
      }) ?? { shares: { s1: NaN, s2: NaN, s3: NaN } }
      expect(shares.s1 + shares.s2 + shares.s3).toBeCloseTo(1, 6)
    }),
  )
})

test('equal laps, and a single one with all sections, have no spread to share', () => {
  const even = correctedLaps([40, 40, 40])
  expect(spreadShares({ lap: even, s1: even, s2: even, s3: even })).toBeUndefined()
  const one = correctedLaps([40, undefined, undefined])
  expect(
    spreadShares({ lap: correctedLaps([1, 2, 3]), s1: one, s2: even, s3: even }),
  ).toBeUndefined()
})
