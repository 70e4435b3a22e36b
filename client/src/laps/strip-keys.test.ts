import { expect, test } from 'vitest'
import { placeAfterKey } from './strip-keys.ts'

test.each([
  ['ArrowRight', -1, 0],
  ['ArrowRight', 3, 4],
  ['ArrowRight', 26, 26],
  ['ArrowLeft', 3, 2],
  ['ArrowLeft', 0, 0],
  ['ArrowLeft', -1, 26],
  ['PageDown', 20, 26],
  ['PageUp', 20, 10],
  ['Home', 20, 0],
  ['End', 2, 26],
  ['a', 2, undefined],
])('%s from place %s of 27 leads to %s', (key, at, to) => {
  expect(placeAfterKey(key, at, 27)).toBe(to)
})
