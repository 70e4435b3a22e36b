import fc from 'fast-check'
import { expect, test } from 'vitest'
import { printable } from './problem.ts'

test('control characters and marks of direction are escaped', () => {
  expect(printable('1:37\t428\u001b[31m\u202e')).toBe('1:37\\u{9}428\\u{1b}[31m\\u{202e}')
})

test('a long cell is cut, and says so', () => {
  expect(printable('x'.repeat(41))).toBe(`${'x'.repeat(39)}…`)
  expect(printable('x'.repeat(40))).toBe('x'.repeat(40))
})

test('whatever a cell holds, what is printed is short and has no control character', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 80 }), (text) => {
      expect(Array.from(printable(text)).length).toBeLessThanOrEqual(40)
      expect(printable(text)).not.toMatch(/\p{Cc}/u)
    }),
  )
})
