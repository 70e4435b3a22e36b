import { describe, expect, test } from 'vitest'
import type { Fact } from '#core/domain/fact.ts'
import type { Answer } from './answer.ts'
import { Turn } from './question.ts'
import { type Awaited, scoreTurn } from './score-turn.ts'

const place = 'ml_pattern_recommendations/barber-r1_13'

const factOf = (id: string, value: number, text: string): Fact => ({
  id,
  label: id,
  value,
  unit: 'ms',
  text,
  document: null,
})

const best = factOf(`${place}#bestLap.lapTimeMs`, 97_428, '1:37.428')

const answerWith = (facts: readonly Fact[], change: Partial<Answer> = {}): Answer => ({
  scope: { intents: ['best-lap'] },
  sentences: [{ kind: 'fact', parts: facts.map(({ id, text }) => ({ text, factId: id })) }],
  withheld: [],
  outcome: 'answered',
  facts: [...facts],
  suggestions: 0,
  ...change,
})

/** A question as a file of questions has it. */
const turn = (expectation: Record<string, unknown> = {}) =>
  Turn.parse({ text: 'best lap?', expect: { outcome: ['answered'], ...expectation } })

const awaited: Awaited = {
  name: 'best-lap',
  value: 97_428,
  about: ['barber-r1_13'],
  field: /lapTimeMs/,
  tolerance: 0.5,
}

const faultsOf = (
  answer: Answer,
  expectation: Record<string, unknown> = {},
  values: readonly Awaited[] = [awaited],
) => scoreTurn(turn(expectation), values, answer, () => undefined).faults

test('a right answer has no fault', () => {
  expect(faultsOf(answerWith([best]), { intent: ['best-lap'] })).toEqual([])
})

describe('a planted wrong answer is counted wrong', () => {
  test('another value', () => {
    expect(faultsOf(answerWith([{ ...best, value: 97_429 }]))).toEqual([
      'best-lap 97428 is not shown',
    ])
  })
  test.each([
    ['another car', 'ml_pattern_recommendations/barber-r1_131#bestLap.lapTimeMs'],
    ['another race', 'ml_pattern_recommendations/barber-r2_13#bestLap.lapTimeMs'],
    [
      'another car with one printed number',
      'ml_pattern_recommendations/barber-r1_13-2#bestLap.lapTimeMs',
    ],
    ['another figure', `${place}#clean.meanMs`],
  ])('the right number of %s', (_what, id) => {
    expect(faultsOf(answerWith([{ ...best, id }]))).toEqual(['best-lap 97428 is not shown'])
  })
  test('the right fact held back', () => {
    const sentences: Answer['sentences'] = [{ kind: 'note', parts: [{ text: 'It was good.' }] }]
    expect(faultsOf(answerWith([best], { sentences }))).toEqual(['best-lap 97428 is not shown'])
  })
  test('another outcome', () => {
    expect(faultsOf(answerWith([best], { outcome: 'not-in-data' }))).toEqual([
      'outcome not-in-data',
    ])
  })
  test('understood as something else', () => {
    const faults = faultsOf(answerWith([best], { scope: { intents: ['fastest-lap'] } }), {
      intent: ['best-lap'],
    })
    expect(faults).toEqual(['understood as fastest-lap'])
  })
  test('taken for another car', () => {
    expect(faultsOf(answerWith([best]), { scope: { car: '13' } })).toEqual([
      'scope: car is undefined',
    ])
  })
  test('words that turn it round', () => {
    const sentences: Answer['sentences'] = [
      { kind: 'fact', parts: [{ text: 'Slower: ' }, { text: best.text, factId: best.id }] },
    ]
    expect(faultsOf(answerWith([best], { sentences }), { forbidden: ['slower'] })).toEqual([
      'says slower',
    ])
    expect(faultsOf(answerWith([best], { sentences }), { says: ['quicker'] })).toEqual([
      'does not say quicker',
    ])
  })
  test('a number beside the right one that nothing bears out', () => {
    const sentences: Answer['sentences'] = [
      { kind: 'fact', parts: [{ text: best.text, factId: best.id }, { text: ' on lap 9' }] },
    ]
    expect(faultsOf(answerWith([best], { sentences }))).toEqual([
      'unsupported: 9 in sentence 0: not cited',
    ])
  })
  test.each([
    [548, ' off the quick quarter', []],
    [548, ' ahead of the quick quarter', [`turned`]],
    [-548, ' slower than the quick quarter', [`turned`]],
    [-548, ' quicker than the quick quarter', []],
  ])('a gap of %i ms told as "0.548 s%s"', (value, words, faults) => {
    const fact = factOf(`${place}#sections.s2.paceGapMs`, value, '0.548 s')
    const sentences: Answer['sentences'] = [
      { kind: 'fact', parts: [{ text: fact.text, factId: fact.id }, { text: words }] },
    ]
    const found = faultsOf(answerWith([fact], { sentences }), {}, [])
    expect(found.map((fault) => fault.split(':')[0])).toEqual(faults)
  })
  test('no sentence at all', () => {
    expect(faultsOf(answerWith([], { sentences: [] }), {}, [])).toEqual(['no sentence'])
  })
  test('a citation that was to be there', () => {
    expect(faultsOf(answerWith([best]), { cites: ['watch'] })).toEqual(['no citation of watch'])
  })
})

test('a question back is right only where it is expected, and with choices', () => {
  const back = answerWith([], {
    outcome: 'asked-back',
    sentences: [{ kind: 'note', parts: [{ text: 'Which race?' }] }],
    suggestions: 2,
  })
  expect(faultsOf(back, { outcome: ['asked-back'] })).toEqual([])
  expect(faultsOf({ ...back, suggestions: 0 }, { outcome: ['asked-back'] }, [])).toEqual([
    'asked back without choices',
  ])
  expect(faultsOf(back, {}, [])).toContain('outcome asked-back')
})

test('of a difference of two cars the size counts, whichever comes first', () => {
  const id = `computed:difference(${place}#bestLap.lapTimeMs,ml_pattern_recommendations/barber-r1_22#bestLap.lapTimeMs)`
  const gap: Awaited = {
    ...awaited,
    name: 'lap-difference',
    value: 120,
    about: ['barber-r1_13', 'barber-r1_22'],
    field: /difference\(/,
  }
  expect(faultsOf(answerWith([factOf(id, -120, '0.120 s')]), {}, [gap])).toEqual([])
  expect(faultsOf(answerWith([factOf(id, -121, '0.121 s')]), {}, [gap])).toHaveLength(1)
})
