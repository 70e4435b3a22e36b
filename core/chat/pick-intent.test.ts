import { expect, test } from 'vitest'
import type { LanguageModel, ModelEvent } from '#core/ports/language-model.ts'
import { pickIntent } from './pick-intent.ts'
import type { Intent } from './understanding/intents/intent.ts'

const intent = (id: string): Intent => ({
  id,
  kind: 'answer',
  about: `about ${id}`,
  needs: [],
  phrasings: [id],
})
const candidates = [intent('best-lap'), intent('pace')]

/** A model that says the same whatever it is asked. */
function modelSaying(...events: readonly ModelEvent[]): LanguageModel {
  return {
    name: 'said',
    contextTokens: 8192,
    stream: async function* stream() {
      yield* events
    },
  }
}

const stop = { type: 'end', reason: 'stop' } as const

test.each([
  ['a known intent', [{ type: 'text', text: '{"intent":"pace"}' } as const, stop], 'pace'],
  [
    'one that comes in pieces',
    [
      { type: 'text', text: '{"int' } as const,
      { type: 'text', text: 'ent":"best-lap"}' } as const,
      stop,
    ],
    'best-lap',
  ],
  ['none', [{ type: 'text', text: '{"intent":"none"}' } as const, stop], undefined],
  [
    'an intent that was not offered',
    [{ type: 'text', text: '{"intent":"injection"}' } as const, stop],
    undefined,
  ],
  ['prose', [{ type: 'text', text: 'I think pace' } as const, stop], undefined],
  [
    'a cut-off answer',
    [
      { type: 'text', text: '{"intent":"pace"}' } as const,
      { type: 'end', reason: 'length' } as const,
    ],
    undefined,
  ],
])('%s is picked or not', async (_name, events, picked) => {
  const { signal } = new AbortController()
  expect(await pickIntent(modelSaying(...events), 'how quick', candidates, signal)).toBe(picked)
})
