import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import {
  hasGemma,
  startGemma,
  gemmaConcurrency,
  type GemmaServer,
} from '../../../testing/gemma-server.ts'
import { createLanguageModel, transportOf } from './create-language-model.ts'
import { behaveWell } from './honest-server-fixtures.ts'
import { testModelServer, type ModelUnderTest } from './language-model.contract.ts'
import { answerOf, question, startModelServer, type ModelServer } from './model-server-fixtures.ts'

function modelAt(url: string, contextTokens: number) {
  const choice = { kind: 'chat-completions', url, name: 'gemma', apiKey: undefined } as const
  const model = transportOf(choice, contextTokens)
  if (model === undefined) throw new Error('no model')
  return model
}

describe('the server written by hand', () => {
  let server: ModelServer | undefined
  let under: ModelUnderTest | undefined
  beforeAll(async () => {
    server = await startModelServer(behaveWell(4096))
    under = { model: modelAt(server.url, 4096), concurrency: 2 }
  })
  afterAll(() => server?.stop())

  testModelServer(() => under ?? missing())
})

const isGemmaHere = hasGemma()

describe.skipIf(!isGemmaHere)('a real Gemma', { timeout: 60_000 }, () => {
  let gemma: GemmaServer | undefined
  let under: ModelUnderTest | undefined
  beforeAll(async () => {
    gemma = await startGemma()
    under = { model: modelAt(gemma.url, gemma.contextTokens), concurrency: gemmaConcurrency }
  })
  afterAll(() => gemma?.stop())

  testModelServer(() => under ?? missing())

  test('a path that it does not know is not found', async () => {
    const { url } = gemma ?? missing()
    const { end } = await answerOf(modelAt(`${url}/v9`, 4096))
    expect(end).toMatchObject({ reason: 'error', fault: { kind: 'not-found' } })
  })

  test('a history beyond its context is halved until it answers', async () => {
    const { url, contextTokens } = gemma ?? missing()
    const pair = [
      { role: 'user', text: 'How was lap 8? '.repeat(60) },
      { role: 'model', text: 'It was 97.4 s. '.repeat(60) },
    ] as const
    const turns = [
      ...Array.from({ length: 5 }, () => pair).flat(),
      { role: 'user', text: 'And lap 9?' } as const,
    ]
    // Told that there is more room than there is, as with a wrong setting.
    const { end } = await answerOf(
      modelAt(url, contextTokens * 4),
      question({ turns, maxTokens: 4 }),
    )
    expect(end).toMatchObject({ promptTokens: expect.toSatisfy((count) => count < contextTokens) })
  })

  test('who comes when both places are taken is told of it', async () => {
    const { url, contextTokens } = gemma ?? missing()
    const choice = { kind: 'chat-completions', url, name: 'gemma', apiKey: undefined } as const
    const model = createLanguageModel(choice, { contextTokens, concurrency: 1 }) ?? missing()
    const [first, second] = await Promise.all([
      answerOf(model, question({ maxTokens: 12 })),
      answerOf(model, question({ maxTokens: 12 })),
    ])
    expect(first.events[0]).toMatchObject({ type: 'text' })
    expect(second.events.slice(0, 2)).toMatchObject([
      { type: 'queued', place: 1 },
      { type: 'text' },
    ])
  })
})

test(
  'a server that is ended takes the real one along',
  { skip: !isGemmaHere, timeout: 60_000 },
  async () => {
    const gemma = await startGemma()
    onTestFinished(() => gemma.stop())
    await gemma.stop()
    await expect(fetch(gemma.url)).rejects.toThrow('fetch failed')
  },
)

function missing(): never {
  throw new Error('the server did not start')
}
