import { parse } from 'csv-parse/sync'
import { expect, test } from 'vitest'
import { csvCell, exportHeader, exportRow } from './export-columns.ts'
import type { ExportedAnswer } from './exported-answer.ts'

const answer: ExportedAnswer = {
  answerId: 'a1',
  conversationId: 'c1',
  askedAt: '2026-03-01T10:00:00.000Z',
  question: '=HYPERLINK("http://evil.example","click")',
  answer: 'Line one,\nline "two"; and three',
  outcome: 'answered',
  intents: ['where-time', 'pace'],
  trackIds: ['barber'],
  raceIds: ['barber-r1'],
  cars: ['03'],
  writer: 'composer',
  generation: null,
  promptHash: null,
  firstSentenceMs: 12.5,
  tookMs: null,
  withheld: [],
  feedback: 'wrong',
  feedbackNote: '@SUM(A1:A9)',
  reasons: ['flagged'],
  judgments: [],
}

const row = (one: ExportedAnswer): Record<string, string> => {
  const [first] = parse<Record<string, string>>(exportHeader + exportRow(one), { columns: true })
  if (first === undefined) throw new Error('the table has no row')
  return first
}

test('a row is read back as it was, formulas as text', () => {
  expect(row(answer)).toMatchObject({
    answerId: 'a1',
    question: `'=HYPERLINK("http://evil.example","click")`,
    answer: 'Line one,\nline "two"; and three',
    intents: 'where-time pace',
    cars: '03',
    generation: '',
    firstSentenceMs: '12.5',
    feedbackNote: "'@SUM(A1:A9)",
  })
})

test.each(['=1+1', '+1', '-1+cmd|x', '@x', '\t=1', '\r=1', '  =1', '"=1', '＝1+1', '|calc', '%1'])(
  'no spreadsheet computes %j',
  (text) => {
    expect(row({ ...answer, question: text })['question']?.startsWith("'")).toBe(true)
    expect(csvCell(text).replace(/^"/, '').startsWith("'")).toBe(true)
  },
)

test('numbers and plain words stay as they are', () => {
  expect([-1.5, 12, 'lap 9', '1:39.167', null].map(csvCell)).toEqual([
    '-1.5',
    '12',
    'lap 9',
    '1:39.167',
    '',
  ])
})
