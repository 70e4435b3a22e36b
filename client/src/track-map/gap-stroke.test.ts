import { expect, test } from 'vitest'
import { piecesOf, scaleOf, strokeOf } from './gap-stroke.ts'
import type { MapPart } from './map-part.ts'

const half = (id: 's2a' | 's2b'): MapPart => ({
  id,
  name: id,
  fromShare: 0,
  toShare: 1,
  parts: [],
})
const section: MapPart = {
  id: 's2',
  name: 'Section 2',
  fromShare: 0,
  toShare: 1,
  parts: [half('s2a'), half('s2b')],
}

test.each([
  ['its halves, where both gaps are known', { s2: 548, s2a: 424, s2b: 123 }, ['s2a', 's2b']],
  ['as a whole, where the gap of one half is missing', { s2: 548, s2a: 424 }, ['s2']],
  ['as its halves, where its own gap is missing', { s2a: 424 }, ['s2a', 's2b']],
])('a section is drawn in %s', (_, gaps, ids) => {
  expect(piecesOf(section, gaps).map(({ part }) => part.id)).toEqual(ids)
})

test('the widest stroke is the largest gap on the map, whichever its sign', () => {
  const pieces = piecesOf(section, { s2: 300, s2a: -424, s2b: 123 })
  expect(scaleOf(pieces)).toBe(424)
  expect(strokeOf(-424, 424)).toEqual({ kind: 'ahead', width: 15, opacity: 1 })
  expect(strokeOf(212, 424)).toEqual({ kind: 'off', width: 9.5, opacity: 0.8 })
})

test('gaps of a few thousandths stay narrow, even where they are the largest', () => {
  const pieces = piecesOf(section, { s2a: 10, s2b: 2 })
  expect(strokeOf(10, scaleOf(pieces)).width).toBeCloseTo(5.1)
})

test('no gap is neither off nor ahead, and what is unknown is not drawn as none', () => {
  expect(strokeOf(0.3, 400).kind).toBe('even')
  expect(strokeOf(undefined, 400).kind).toBe('unknown')
})
