import { expect, test } from 'vitest'
import { matchMediaOf } from './match-media.ts'

test.each([
  ['phone', '(max-width:699.95px)', true],
  ['phone', '(min-width:1200px)', false],
  ['desk', '(max-width:699.95px)', false],
  ['desk', '(min-width:1200px)', true],
  ['desk', '(min-width:700px) and (max-width:1199.95px)', false],
  ['desk', '(prefers-reduced-motion: reduce)', false],
] as const)('a %s answers %s with %s', (device, query, matches) => {
  expect(matchMediaOf(device)(query)).toEqual({ matches })
})
