import { expect, test } from 'vitest'
import type { MapPart } from './map-part.ts'
import { tellPart } from './tell-part.ts'

const half: MapPart = {
  id: 's2a',
  name: 'to mid loop',
  cornerRange: 'Turns 5–7',
  fromShare: 0.3,
  toShare: 0.5,
  parts: [],
}
const section: MapPart = {
  ...half,
  id: 's2',
  name: 'Section 2',
  cornerRange: 'Turns 5–11',
  parts: [half],
}
const parts = [section]
const against = 'the quick quarter'

test.each([
  [548, 'Section 2, Turns 5–11: 0.548 s off the quick quarter'],
  [-304, 'Section 2, Turns 5–11: 0.304 s ahead of the quick quarter'],
  [-0.3, 'Section 2, Turns 5–11: level with the quick quarter'],
])('a gap of %d ms is told in words', (gapMs, told) => {
  expect(tellPart(section, { parts, gaps: { s2: gapMs }, against })).toBe(told)
})

test('a half is told with its section, and a gap that is not known as that', () => {
  expect(tellPart(half, { parts, gaps: {}, against })).toBe(
    'Section 2 to mid loop, Turns 5–7: no gap to the quick quarter known',
  )
})

test('sections taken together without a gap of their own are told one by one', () => {
  const first: MapPart = { ...section, id: 's1', name: 'Section 1', parts: [] }
  const both: MapPart = {
    ...section,
    id: 's1s2',
    name: 'Sections 1 and 2',
    parts: [first, section],
  }
  const told = (gaps: object) => tellPart(both, { parts: [both], gaps, against })
  expect(told({ s1: 94, s2: 1105 })).toBe(
    'Sections 1 and 2, Turns 5–11: Section 1 0.094 s off the quick quarter and Section 2 1.105 s off the quick quarter',
  )
  expect(told({ s1: 94 })).toMatch('no gap to the quick quarter known')
})

test('more numbers follow the gap', () => {
  const tell = () => '43.326, 16th of 22'
  expect(tellPart(section, { parts, gaps: { s2: 548 }, against, tell })).toMatch(
    /quick quarter · 43\.326, 16th of 22$/,
  )
})

test('a map that compares nothing tells what its words say', () => {
  const section = { id: 's1', name: 'Section 1', fromShare: 0, toShare: 0.3, parts: [] } as const
  const plain = { label: () => '', tell: () => '1.31 km' }
  expect(tellPart(section, { parts: [section], gaps: {}, against: '', plain })).toBe(
    'Section 1: 1.31 km',
  )
})
