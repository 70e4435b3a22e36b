import { expect, test } from 'vitest'
import { factShort, factText } from './fact-text.ts'

test.each([
  ['gap', 114.789, '0.115 s', '0.11 s'],
  ['gap', -547.655, '0.548 s', '0.55 s'],
  ['slope', -45, '0.045 s a lap', '0.05 s a lap'],
  ['lap', 18, 'lap 18', '18'],
  ['car', '021', 'car 021', '021'],
  ['position', 14, 'P14', undefined],
  ['count', 21_435, '21,435', undefined],
  ['section', 's2', 'Section 2', undefined],
  ['section-time', 43_148, '43.148 s', undefined],
] as const)('a %s of %s is written %s, in short %s', (kind, value, text, short) => {
  expect(factText(kind, value)).toBe(text)
  expect(factShort(kind, value)).toBe(short)
})
