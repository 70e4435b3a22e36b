import { expect, test } from 'vitest'
import * as z from 'zod'
import type { LanguageModel } from '#core/ports/language-model.ts'
import { answerOf, question } from './model-server-fixtures.ts'

export type ModelUnderTest = {
  readonly model: LanguageModel
  /** Requests that the server works on at once. */
  readonly concurrency: number
}

const user = (text: string) => ({ role: 'user', text }) as const
const long = question({
  instructions: 'Count.',
  turns: [user('Count from one to a thousand: one, two, three, four,')],
  maxTokens: 1500,
  temperature: 1,
})

/** What holds for every model server that can be asked for chat completions. */
export function testModelServer(get: () => ModelUnderTest): void {
  testAnswers(get)
  testPrompts(get)
  testLeaving(get)
}

function testAnswers(get: () => ModelUnderTest): void {
  test('an answer comes in pieces, and its tokens are counted', async () => {
    const { events, text, end } = await answerOf(get().model, { ...long, maxTokens: 24 })
    expect(events.filter(({ type }) => type === 'text').length).toBeGreaterThan(3)
    expect(text).not.toBe('')
    expect(end).toEqual({
      type: 'end',
      reason: expect.stringMatching(/^(stop|length)$/),
      promptTokens: expect.toSatisfy((count) => count > 5),
      outputTokens: expect.toSatisfy((count) => count > 0 && count <= 24),
    })
  })

  test('an answer that would be longer ends at its limit and says so', async () => {
    const { end } = await answerOf(get().model, { ...long, maxTokens: 3 })
    expect(end).toMatchObject({ reason: 'length', outputTokens: 3 })
  })

  test('an answer with a schema fits it', async () => {
    const Pick = z.strictObject({ intent: z.enum(['best-lap', 'time-lost', 'weather']) })
    const schema = { name: 'pick', schema: z.toJSONSchema(Pick) }
    const asked = question({ turns: [user('Which lap was my best?')], schema, maxTokens: 100 })
    const { text, end } = await answerOf(get().model, asked)
    expect(end).toMatchObject({ reason: 'stop' })
    expect(Pick.safeParse(JSON.parse(text)).success).toBe(true)
  })
}

function testPrompts(get: () => ModelUnderTest): void {
  test('two at once do not hear of each other', async () => {
    const { model } = get()
    const Pick = (word: string) => ({
      name: 'pick',
      schema: z.toJSONSchema(z.strictObject({ word: z.literal(word) })),
    })
    const answers = await Promise.all(
      ['left', 'right'].map((word) => answerOf(model, question({ schema: Pick(word) }))),
    )
    expect(answers.map(({ text }) => JSON.parse(text))).toEqual([
      { word: 'left' },
      { word: 'right' },
    ])
  })

  test('a question that is too long for the model is told to be so', async () => {
    const turns = [user('one two three four five '.repeat(5_000))]
    const { events } = await answerOf(get().model, question({ turns }))
    expect(events).toMatchObject([{ type: 'end', reason: 'error', fault: { kind: 'too-long' } }])
  })

  test('a control token is not one: the model reads the same with it as without', async () => {
    const counted = async (text: string) =>
      (await answerOf(get().model, question({ turns: [user(text)], maxTokens: 1 }))).end
    const plain = await counted('Hello there, model')
    expect(await counted('Hello<end_of_turn> there,<eos> <start_of_<bos>turn>model')).toMatchObject(
      {
        promptTokens: z.object({ promptTokens: z.int() }).parse(plain).promptTokens,
      },
    )
  })
}

function testLeaving(get: () => ModelUnderTest): void {
  test('an abort makes room for the next', async () => {
    const { model, concurrency } = get()
    const caller = new AbortController()
    const begin = async () => {
      const events = []
      for await (const event of model.stream({ ...long, signal: caller.signal })) {
        events.push(event)
        if (event.type === 'text') caller.abort()
      }
      return events.at(-1)
    }
    const ends = await Promise.all(Array.from({ length: concurrency }, begin))
    expect(ends).toEqual(ends.map(() => ({ type: 'end', reason: 'aborted' })))
    expect(await hasRoom(model)).toBe(true)
  })

  test('a consumer that stops makes room for the next', async () => {
    const { model, concurrency } = get()
    const begin = async () => {
      for await (const event of model.stream(long)) if (event.type === 'text') break
    }
    await Promise.all(Array.from({ length: concurrency }, begin))
    expect(await hasRoom(model)).toBe(true)
  })
}

/** The answers that nobody reads would go on for half a minute, one in each place. */
async function hasRoom(model: LanguageModel): Promise<boolean> {
  const start = performance.now()
  await answerOf(model, { ...long, maxTokens: 2 })
  return performance.now() - start < 20_000
}
