import { expect, test } from 'vitest'
import { QualityRun } from '#core/protocol/rest/quality-answer.ts'
import type { Answer } from './answer.ts'
import { type Judged, measured } from './measured.ts'
import { Turn } from './question.ts'
import { reportOf } from './report.ts'
import { scoreTurn } from './score-turn.ts'

const answered = (text: string, change: Partial<Answer> = {}): Answer => ({
  scope: { intents: ['thanks'] },
  sentences: [{ kind: 'note', parts: [{ text }] }],
  withheld: [],
  outcome: 'answered',
  facts: [],
  suggestions: 0,
  ...change,
})

function judged(expected: string, answer: Answer): Judged {
  const asked = Turn.parse({ text: 'A question?', expect: { outcome: [expected] } })
  const score = scoreTurn(asked, [], answer, () => undefined)
  return { caseId: 'planted', season: 'demo', turn: 1, asked, awaited: [], answer, score }
}

const right = judged('answered', answered('You are welcome.', { firstSentenceMs: 4 }))
const refused = judged('not-in-data', answered('Not in the timing.', { outcome: 'not-in-data' }))

const missed = (all: readonly Judged[]) =>
  measured(all)
    .goals.filter(({ isMet }) => !isMet)
    .map(({ name }) => name)

test('right answers meet every goal', () => {
  expect(missed([right, refused])).toEqual([])
  expect(measured([right, refused])).toMatchObject({
    rates: { answered: { hits: 1, n: 1 }, right: { hits: 1, n: 1 }, refused: { hits: 1, n: 1 } },
    firstSentenceMs: { n: 1, p50: 4, p95: 4 },
    failures: [],
  })
})

test.each([
  [
    'one number without a fact',
    judged('answered', answered('Lap 9.')),
    ['right', 'citation recall', 'unsupported numbers'],
  ],
  [
    'one refusal too many',
    judged('answered', answered('No.', { outcome: 'not-in-data' })),
    ['right', 'answered'],
  ],
  [
    'one answer that the data cannot carry',
    judged('not-in-data', answered('Brake later.')),
    ['refused'],
  ],
])('%s misses its goals', (_what, wrong, goals) => {
  expect(missed([right, refused, wrong])).toEqual(goals)
})

test('a failing answer is listed with question, answer and what was expected', () => {
  const { failures } = measured([right, judged('answered', answered('Lap 9.'))])
  expect(failures).toEqual([
    {
      caseId: 'planted',
      season: 'demo',
      turn: 1,
      question: 'A question?',
      answer: 'Lap 9.',
      outcome: 'answered',
      expected: ['answered'],
      faults: ['unsupported: 9 in sentence 0: not cited'],
    },
  ])
})

test('the report names what is missed and what failed', () => {
  const run = QualityRun.parse({
    at: '2026-11-23T08:00:00.000Z',
    model: null,
    seasons: ['demo'],
    conversations: 1,
    questions: 1,
    ...measured([judged('answered', answered('Lap 9.'))]),
  })
  const report = reportOf(run)
  expect(report).toMatch(/MISSED +unsupported numbers/)
  expect(report).toContain('planted, question 1: A question?')
  expect(report).toContain('0 of 1')
})
