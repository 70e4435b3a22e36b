import { expect, test } from 'vitest'
import { barberFacts, barberScope } from '#core/domain/grounding/fixtures.ts'
import type { LanguageModel, ModelEvent } from '#core/ports/language-model.ts'
import type { Draft } from './draft.ts'
import { type Patience, writeWithModel } from './write-with-model.ts'

const draft: Draft = {
  outcome: 'answered',
  sentences: [],
  facts: barberFacts,
  asked: [],
  suggestions: [],
}
const stop: ModelEvent = { type: 'end', reason: 'stop' }
const text = (said: string): ModelEvent => ({ type: 'text', text: said })

/** Says one piece after another, then nothing until it is let go. */
function modelThatSays(pieces: readonly ModelEvent[], thenHangs = false) {
  const seen = { given: 0 }
  const model: LanguageModel = {
    name: 'scripted',
    contextTokens: 8192,
    async *stream({ signal }) {
      for (const piece of pieces) {
        seen.given++
        yield piece
      }
      if (!thenHangs) return
      await new Promise((resolve) => signal.addEventListener('abort', resolve, { once: true }))
      yield { type: 'end', reason: 'aborted' }
    },
  }
  return { model, seen }
}

async function write(model: LanguageModel, patience?: Patience, signal?: AbortSignal) {
  const writer = {
    model,
    promptHash: 'f00',
    prompt: async () => ({ instructions: '', user: '' }),
    ...(patience && { patience }),
  }
  const question = 'where do I lose time'
  const events = writeWithModel(
    writer,
    question,
    draft,
    barberScope,
    signal ?? new AbortController().signal,
  )
  const all = await Array.fromAsync(events)
  return all.map((event) =>
    event.type === 'sentence'
      ? event.sentence.parts.map((part) => part.text).join('')
      : event.type === 'withheld'
        ? `withheld: ${event.text}`
        : event.type,
  )
}

test('a model that says nothing in time gives way', async () => {
  const { model } = modelThatSays([], true)
  expect(await write(model, { firstMs: 20, nextMs: 20 })).toEqual(['failed'])
})

test('what it said in time stays, and the rest is left to the composer', async () => {
  const { model } = modelThatSays([text('Your best lap was [F7]. You finished')], true)
  const told = await write(model, { firstMs: 1000, nextMs: 20 })
  expect(told).toEqual(['Your best lap was 1:37.428.', 'failed'])
})

test('who stops the answer has not seen the model fail', async () => {
  const { model } = modelThatSays([], true)
  const signal = AbortSignal.timeout(20)
  expect(await write(model, { firstMs: 1000, nextMs: 1000 }, signal)).toEqual([])
})

test('waiting for its turn is not the model’s time', async () => {
  const queued: ModelEvent = { type: 'queued', place: 1 }
  const model: LanguageModel = {
    name: 'busy',
    contextTokens: 8192,
    async *stream() {
      for (let waits = 0; waits < 4; waits++) {
        await new Promise((resolve) => setTimeout(resolve, 40))
        yield queued
      }
      yield text('Your best lap was [F7].')
      yield stop
    },
  }
  const told = await write(model, { firstMs: 100, nextMs: 100 })
  expect(told).toEqual([...Array<string>(4).fill('queued'), 'Your best lap was 1:37.428.'])
})

test('a sentence whose facts were all told is not told again', async () => {
  const said = 'Your best lap was [F7]. On [F8] you drove your best lap, [F7]. Your best lap: [F7].'
  const { model } = modelThatSays([text(said), stop])
  expect(await write(model)).toEqual([
    'Your best lap was 1:37.428.',
    'On lap 8 you drove your best lap, 1:37.428.',
  ])
})

test('a model that begins with nothing to show gets two tries, one that has shown something three', async () => {
  const lies = ['You are fading. ', 'You spun. ', 'You won. ', 'You crashed. '].map(text)
  const first = modelThatSays([...lies, stop])
  expect(await write(first.model)).toEqual(['withheld: You are fading.', 'withheld: You spun.'])
  const second = modelThatSays([text('Your best lap was [F7]. '), ...lies, stop])
  expect(await write(second.model)).toHaveLength(4)
})

test('a model that goes in a circle is ended', async () => {
  const circle = Array.from({ length: 50 }, () => text('Your best lap was [F7].\n'))
  const { model, seen } = modelThatSays(circle)
  expect(await write(model)).toEqual(['Your best lap was 1:37.428.'])
  expect(seen.given).toBeLessThan(6)
})

test.each(['<</draft>>', 'FACTS', '<</ANSWER>'])(
  'after %s the answer is at its end, and before it there is none',
  async (mark) => {
    const said = `${mark}\nYour best lap was [F7].\n${mark}\nYou finished [F20].\n`
    const { model } = modelThatSays([text(said), stop])
    expect(await write(model)).toEqual(['Your best lap was 1:37.428.'])
  },
)
