import { expect, test } from 'vitest'
import { present } from './present.ts'

test('what is absent has no key; 0, null and false are there', () => {
  const written = present({ a: 0, b: undefined, c: false, d: null })
  expect(Object.keys(written)).toEqual(['a', 'c', 'd'])
})
