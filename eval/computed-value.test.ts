import { expect, test } from 'vitest'
import { computedOf, computedValue } from './computed-value.ts'

test('an operand may be computed itself', () => {
  expect(computedOf('computed:difference(a#x,computed:mean(b#y,c#z))')).toEqual({
    operation: 'difference',
    operands: ['a#x', 'computed:mean(b#y,c#z)'],
  })
  expect(computedOf('ml_pattern_recommendations/barber-r1_13#car')).toBeUndefined()
})

test.each([
  ['difference', [5, 7], -2],
  ['median', [3, 1, 2, 10], 2.5],
  ['spread', [1, 2, 3, 4, 5], 2],
  ['std', [2, 4], Math.SQRT2],
  ['count', ['13', '22'], 2],
] as const)('the %s of %j is %f', (operation, operands, value) => {
  expect(computedValue(operation, operands)).toBeCloseTo(value, 12)
})

test('what is no number, and what nobody knows, has no value', () => {
  expect(computedValue('mean', [1, 'two'])).toBeUndefined()
  expect(computedValue('guess', [1, 2])).toBeUndefined()
})
