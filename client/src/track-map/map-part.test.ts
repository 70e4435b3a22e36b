import { expect, test } from 'vitest'
import { loopShares, mapParts, type MapTrack } from './map-part.ts'

const track: MapTrack = {
  name: 'Somewhere',
  direction: 'clockwise',
  lengthM: 4000,
  sections: [
    {
      section: 's1',
      lengthM: 1000,
      corners: [],
      subSections: [{ subSection: 's1a', corners: [], endM: 600, endSpreadM: 5 }],
    },
  ],
  cornerPositions: null,
  cornerNote: null,
  cornerRanges: { s1: 'Turns 1–4' },
  outline: {
    lengthM: 3900,
    sectionEndsM: { s1: 975, s2: 2925, s3: 3900 },
    points: [
      [0, 0],
      [0, 10],
      [10, 10],
    ],
  },
}
const unknown: MapTrack = { ...track, outline: null, lengthM: null, sections: [] }
const threeParts = [['s1'], ['s2'], ['s3']] as const
const allTimed = ['s1a', 's1b', 's2a', 's2b'] as const

test('sections lie where their loops are, sub-sections where both halves are timed and placed', () => {
  const parts = mapParts(track, { parts: threeParts, subSections: allTimed })
  expect(parts.map(({ id, fromShare, toShare }) => [id, fromShare, toShare])).toEqual([
    ['s1', 0, 0.25],
    ['s2', 0.25, 0.75],
    ['s3', 0.75, 1],
  ])
  expect(parts[0]?.parts.map(({ id, toShare }) => [id, toShare])).toEqual([
    ['s1a', 0.15],
    ['s1b', 0.25],
  ])
  expect(parts[1]?.parts).toEqual([])
})

test('sub-sections that a race was not timed in are not on its map', () => {
  const [first] = mapParts(track, { parts: threeParts, subSections: ['s1a'] })
  expect(first?.parts).toEqual([])
})

test('where a loop failed there are two parts, the first made of both its sections', () => {
  const parts = mapParts(track, { parts: [['s1', 's2'], ['s3']], subSections: [] })
  expect(parts.map(({ id, name, toShare }) => [id, name, toShare])).toEqual([
    ['s1s2', 'Sections 1 and 2', 0.75],
    ['s3', 'Section 3', 1],
  ])
  expect(parts[0]?.parts.map(({ id }) => id)).toEqual(['s1', 's2'])
})

test('on a ring sections are as long as their times', () => {
  const timesMs = { s1: 20_000, s2: 50_000, s3: 30_000, s2a: 10_000, s2b: 15_000 }
  expect(loopShares(unknown, timesMs)).toEqual({ s1: 0.2, s2a: 0.4, s2: 0.7, s3: 1 })
})

test('a ring without times has three equal parts', () => {
  const { s1, s2, s3 } = loopShares(unknown, { s1: 20_000 })
  expect([s1, s2, s3]).toEqual([expect.closeTo(1 / 3), expect.closeTo(2 / 3), 1])
})
