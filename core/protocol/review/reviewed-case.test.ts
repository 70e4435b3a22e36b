import { expect, test } from 'vitest'
import type { TranscriptFrame } from '../chat/transcript.ts'
import type { Judgment } from './judgment.ts'
import type { CaseResult } from './review-entry.ts'
import { expectationOf, reviewedCase } from './reviewed-case.ts'

const frames: TranscriptFrame[] = [
  {
    type: 'sentence',
    seq: 2,
    answerId: 'a',
    index: 0,
    kind: 'fact',
    author: 'composer',
    parts: [{ text: 'Your best lap is ' }, { text: 'lap 8', factId: 'x/y#best' }, { text: '.' }],
  },
  { type: 'done', seq: 3, answerId: 'a', outcome: 'answered', facts: [], suggestions: [] },
]

const judgment = (change: Partial<Judgment>): Judgment => ({
  coachId: 'c',
  coach: 'Coach',
  at: '2026-03-01T10:00:00.000Z',
  verdict: 'right',
  wrong: [],
  correction: [],
  note: null,
  deliveredAt: null,
  ...change,
})

const wrong = [{ index: 0, from: 17, to: 22 }]
const correction = [{ isOwnWords: false, parts: [{ text: 'lap 9', factId: 'x/y#other' }] }]
const ownWords = [{ isOwnWords: true, parts: [{ text: 'Come and see me.' }] }]

const expected: readonly (readonly [Partial<Judgment>, object])[] = [
  [{}, { outcome: ['answered'], cites: ['x/y#best'], forbidden: [] }],
  [
    { verdict: 'wrong', wrong, correction },
    { outcome: ['answered'], cites: ['x/y#other'], forbidden: ['lap 8'] },
  ],
  [
    { verdict: 'partly', wrong },
    { cites: [], forbidden: ['lap 8'] },
  ],
  [{ verdict: 'should-have-refused' }, { outcome: ['not-in-data', 'off-topic'] }],
  [
    { verdict: 'should-have-answered', correction },
    { outcome: ['answered'], cites: ['x/y#other'] },
  ],
]

test.each(expected)('what %j expects of the next answer', (change, expectation) => {
  expect(expectationOf(judgment(change), frames)).toMatchObject(expectation)
})

test.each([{ correction: ownWords }, { wrong: [{ index: 0, from: 17, to: 19 }] }])(
  'a wrong answer with %j expects nothing that can be tried',
  (change) => {
    expect(expectationOf(judgment({ verdict: 'wrong', ...change }), frames)).toBeUndefined()
  },
)

const result = (version: string, isRight: boolean): CaseResult => ({
  at: '2026-03-02T10:00:00.000Z',
  version,
  model: null,
  isRight,
  faults: [],
})

test.each([
  ['untried', null, []],
  ['holds', null, [result('1', true), result('2', true)]],
  ['failing', null, [result('1', true), result('2', false)]],
  ['fixed', '3', [result('1', false), result('2', false), result('3', true), result('4', true)]],
  ['fixed', '4', [result('1', false), result('2', true), result('3', false), result('4', true)]],
])('%s, fixed in %s', (state, fixedIn, results) => {
  const entry = { answerId: 'a', generation: null, results }
  expect(reviewedCase(entry, judgment({}), ['my best lap?'], frames)).toMatchObject({
    state,
    fixedIn,
    expected: ['answered', 'cites x/y#best'],
  })
})

test('a judgment that nothing can be tried of is told as such', () => {
  const entry = { answerId: 'a', generation: null, results: [result('1', true)] }
  const none = judgment({ verdict: 'wrong' })
  expect(reviewedCase(entry, none, ['q'], frames)).toMatchObject({
    state: 'cannot-run',
    expected: [],
  })
})
