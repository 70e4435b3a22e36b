import { expect, test } from 'vitest'
import { whereSentences } from './coaching-where.ts'
import { coached, section } from './fixtures.ts'
import { textOf } from './say.ts'
import type { PatternDocument } from '#core/protocol/documents/pattern-document.ts'

const told = (parts: Partial<PatternDocument>) =>
  whereSentences(coached(parts)).map(({ sentence }) => textOf(sentence))

const gaps = (s1: number, s2: number, s3: number): PatternDocument['sections'] => ({
  s1: section(s1, { worstOnLaps: 2 }),
  s2: section(s2, { worstOnLaps: 6, paceRank: 20 }),
  s3: section(s3, { worstOnLaps: 2, paceRank: 3 }),
})

test('the biggest part is named with gap and rank, and one near to it is close', () => {
  expect(
    told({
      sections: gaps(100, 547.655, 400),
      opportunities: ['s2', 's3', 's1'],
      firstStandsOut: false,
    }),
  ).toEqual([
    'The biggest part is Section 2 (Turns 5–11): 0.55 s off the quickest quarter of the field, 20th of 22.',
    'Section 3 is close: 0.40 s off, 3rd of 22; Section 1 is 0.10 s off.',
  ])
})

test('a section stands out only with the test of D13', () => {
  const sections = gaps(50, 500, 100)
  const opportunities = ['s2', 's3', 's1'] as const
  const lead = (firstStandsOut: boolean) =>
    told({ sections, opportunities: [...opportunities], firstStandsOut })
  expect(lead(true)[0]).toMatch(/^Section 2 \(Turns 5–11\) stands out: 0\.50 s off/)
  expect(lead(false)[0]).toMatch(/^Most time is in Section 2/)
  expect(lead(true)[1]).toBe('Section 3 is 0.10 s off, 3rd of 22; Section 1 is 0.05 s off.')
  expect(lead(false)[1]).toMatch(/; lap by lap the sections are close\.$/)
})

test.each([
  [300, 'Most time is in Section 2'],
  [250, 'The biggest part is Section 2'],
])('"most" needs more than half of all positive gaps: %d of 500', (gapMs, lead) => {
  const rest = (500 - gapMs) / 2
  const [first] = told({
    sections: gaps(rest, gapMs, rest),
    opportunities: ['s2', 's1', 's3'],
    firstStandsOut: false,
  })
  expect(first).toContain(lead)
})

test('the only section that is off is said to be the only one', () => {
  expect(
    told({ sections: gaps(-50, 120, -20), opportunities: ['s2'], firstStandsOut: true }),
  ).toEqual([
    'Only Section 2 (Turns 5–11) is off the quickest quarter of the field: 0.12 s, 20th of 22.',
  ])
})

test.each([
  [
    { paceGapLowMs: -40, paceGapHighMs: 160 },
    ', but anything from 0.04 s ahead to 0.16 s off fits your laps.',
  ],
  [
    { paceGapLowMs: 10, paceGapHighMs: 300 },
    ', and anything from 0.01 s to 0.30 s fits your laps.',
  ],
  [{ paceGapLowMs: 80, paceGapHighMs: 120 }, ', 20th of 22.'],
])('the interval %j is told where it matters', (interval, ending) => {
  const s2 = section(100, { paceRank: 20, ...interval })
  const [first] = told({ sections: { s2 }, opportunities: ['s2'], firstStandsOut: true })
  expect(first?.endsWith(ending)).toBe(true)
})

test('a gap that may be nothing does not stand out', () => {
  const s2 = section(100, { paceGapLowMs: -40, paceGapHighMs: 160 })
  const sections = { s1: section(20), s2, s3: section(-10) }
  const [first] = told({ sections, opportunities: ['s2', 's1'], firstStandsOut: true })
  expect(first).toMatch(/^Furthest off is Section 2 \(Turns 5–11\): 0\.10 s behind/)
})

const half = (paceGapMs: number) => ({ ...section(paceGapMs), watch: null })

test.each([
  [420, 120, 'In Section 2 you are 0.42 s off up to the mid loop, 0.12 s off from there.'],
  [560, -30, 'In Section 2 you are 0.56 s off up to the mid loop but 0.03 s ahead from there.'],
  [0, 540, 'In Section 2 you are level up to the mid loop but 0.54 s off from there.'],
])('the halves are told where they say more: %d and %d', (upTo, onFrom, sentence) => {
  const parts = {
    sections: { s2: section(540) },
    subSections: { s2a: half(upTo), s2b: half(onFrom) },
    opportunities: ['s2' as const],
  }
  expect(told(parts).at(-1)).toBe(sentence)
})

test('halves that are alike say nothing more', () => {
  const subSections = { s2a: half(300), s2b: half(240) }
  expect(told({ sections: { s2: section(540) }, subSections, opportunities: ['s2'] })).toHaveLength(
    1,
  )
})

test('where nothing is off, the margins are told and the smallest of them', () => {
  expect(told({ sections: gaps(-140, -250, -110) })).toEqual([
    'Nothing is off the quick quarter: Section 3 is 0.11 s ahead of the quickest quarter of the field, Section 1 0.14 s ahead and Section 2 0.25 s ahead.',
    'Your smallest margin is in Section 3 (Turns 12–17), where your pace is 3rd of 22.',
  ])
})

test('without pace gaps there is nothing to say', () => {
  const none = section(0, { paceGapMs: null })
  expect(told({ sections: { s1: none, s2: none, s3: none } })).toEqual([])
})
