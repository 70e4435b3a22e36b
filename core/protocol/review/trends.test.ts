import { expect, test } from 'vitest'
import { agreementOf } from './agreement.ts'
import type { Judgment } from './judgment.ts'
import { trendsOf } from './trends.ts'
import type { Verdict } from './verdict.ts'

const judgment = (coachId: string, verdict: Verdict): Judgment => ({
  coachId,
  coach: `Coach ${coachId}`,
  at: '2026-03-01T10:00:00.000Z',
  verdict,
  wrong: [],
  correction: [],
  note: null,
  deliveredAt: null,
})

const answer = (day: number) => ({
  askedAt: `2026-03-0${day}T10:00:00.000Z`,
  intents: ['pace'],
  outcome: 'answered' as const,
  withheld: [] as string[],
  feedback: null,
  firstSentenceMs: 10 as number | null,
  reasons: ['sample' as const],
  judgments: [] as Judgment[],
  isForTwo: false,
})

test('answers are counted by day, intent, reason and verdict', () => {
  const trends = trendsOf([
    { ...answer(2), judgments: [judgment('a', 'right')] },
    { ...answer(1), intents: ['tyres'], outcome: 'not-in-data' as const, firstSentenceMs: 30 },
    { ...answer(1), intents: ['pace', 'tyres'], withheld: ['It held markup.', 'It said nothing.'] },
    { ...answer(2), withheld: ['It held markup.'], judgments: [judgment('a', 'wrong')] },
    { ...answer(2), isForTwo: true, judgments: [judgment('a', 'right')], firstSentenceMs: null },
  ])
  expect(trends).toMatchObject({
    questions: 5,
    intents: [
      { name: 'pace', n: 4 },
      { name: 'tyres', n: 2 },
    ],
    notInData: [{ name: 'tyres', n: 1 }],
    withheld: [
      { name: 'It held markup.', n: 2 },
      { name: 'It said nothing.', n: 1 },
    ],
    right: { hits: 1, n: 2 },
    firstSentenceMs: { n: 4, p50: 10 },
  })
  expect(trends.days).toMatchObject([
    { day: '2026-03-01', questions: 2, notInData: 1, withheld: 2, judged: 0, right: 0 },
    { day: '2026-03-02', questions: 3, notInData: 0, withheld: 1, judged: 2, right: 1 },
  ])
})

test('of no answers nothing is said', () => {
  expect(trendsOf([])).toMatchObject({
    questions: 0,
    right: { rate: null },
    firstSentenceMs: { n: 0, p50: null, p95: null },
    days: [],
  })
})

test('agreement is of the first two judgments of what was drawn for two', () => {
  const pair = (one: Verdict, other: Verdict, change = {}) => ({
    isForTwo: true,
    reasons: ['sample' as const],
    judgments: [judgment('a', one), judgment('b', other)],
    ...change,
  })
  const twisted = { judgments: [judgment('b', 'wrong'), judgment('a', 'right')] }
  const agreement = agreementOf([
    pair('right', 'right'),
    pair('right', 'wrong'),
    pair('wrong', 'wrong'),
    pair('right', 'right', twisted),
    pair('wrong', 'right', { isForTwo: false }),
    pair('right', 'right', { judgments: [judgment('a', 'right')] }),
  ])
  // Agreed on 2 of 4; by chance (2·2 + 2·2) / 16.
  expect(agreement).toMatchObject({ n: 4, agreed: 2, kappa: 0 })
  expect(agreement.share).toMatchObject({ rate: 0.5 })
  expect(agreement.counts[0]).toEqual([1, 0, 1, 0, 0])
  expect(agreement.counts[2]).toEqual([1, 0, 1, 0, 0])
  // Coach a said right 3 times, coach b once: (3·1 + 1·3) / 16 by chance.
  const [ofTwo] = agreement.pairs
  expect(ofTwo).toMatchObject({ coaches: ['Coach a', 'Coach b'], n: 4, agreed: 2 })
  expect(ofTwo?.kappa).toBeCloseTo(0.2, 10)
})
