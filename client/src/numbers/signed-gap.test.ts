import { expect, test } from 'vitest'
import { signedGap } from './signed-gap.ts'

test.each([
  [965, '+0.965'],
  [-304, '−0.304'],
  [0.4, '0.000'],
  [-0.4, '0.000'],
  [83_204.5, '+1:23.205'],
])('%d ms is written %s', (ms, text) => {
  expect(signedGap(ms)).toBe(text)
})
