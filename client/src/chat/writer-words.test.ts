// @vitest-environment node
import { expect, test } from 'vitest'
import type { Answer } from './turn.ts'
import { answerWriterWords, writerWords } from './writer-words.ts'

test.each([
  ['gemma-3-4b-it', 'Gemma 3 4B, checked against the timing'],
  ['gemma3:12b', 'Gemma 3 12B, checked against the timing'],
  ['google/gemma-3', 'Gemma 3, checked against the timing'],
  ['other-model', 'other-model, checked against the timing'],
])('%s is shown as "%s"', (name, words) => {
  expect(writerWords({ name })).toBe(words)
})

function answer(...authors: readonly ('model' | 'composer')[]): Answer {
  const said = { type: 'sentence', seq: 2, answerId: 'a1', kind: 'fact' } as const
  const entries = authors.map((author, index) => ({ ...said, parts: [], index, author }))
  const end = { outcome: 'answered', facts: [], suggestions: [] } as const
  return { answerId: 'a1', seq: 1, entries, corrections: [], end }
}

const gemma = { name: 'gemma-3-4b-it' }

test('an answer says who wrote it where that is not who writes here', () => {
  expect(answerWriterWords(answer('model', 'model'), gemma)).toBeUndefined()
  expect(answerWriterWords(answer('composer'), null)).toBeUndefined()
  expect(answerWriterWords(answer('composer', 'composer'), gemma)).toBe(
    'Composed without the model',
  )
  expect(answerWriterWords(answer('model', 'composer'), gemma)).toBe(
    '1 of 2 sentences composed without the model',
  )
  expect(answerWriterWords(answer('model'), null)).toBe(
    'Written by a model, checked against the timing',
  )
})
