import { expect, test } from 'vitest'
import type { Sentence } from '#core/protocol/documents/sentence.ts'
import { insightWriter } from './insight-writer.ts'

const by = (author: Sentence['author']): Sentence => ({ kind: 'fact', author, parts: [] })
const nobody = { model: null, promptHash: null, factsHash: null }

test.each([
  ['composer', null, [by('composer')], 'Composed without a model, from the timing'],
  ['model', 'gemma-3-4b-it', [by('model')], 'Written by Gemma 3 4B, checked against the timing'],
  [
    'model',
    null,
    [by('model'), by('composer')],
    'Written by a model, checked against the timing; 1 of 2 sentences composed without it',
  ],
] as const)('an insight by a %s (%s)', (author, model, observations, words) => {
  const writtenBy = { ...nobody, author, model }
  expect(
    insightWriter({ writtenBy, observations: [...observations], hypotheses: [], actions: [] }),
  ).toBe(words)
})
