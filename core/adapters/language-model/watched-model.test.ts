import { expect, onTestFinished, test } from 'vitest'
import type { ModelCall } from '#core/ports/model-watch.ts'
import { createLanguageModel } from './create-language-model.ts'
import { answerOf, refuse, sayAll, startModelServer } from './model-server-fixtures.ts'

async function watched(answer: Parameters<typeof startModelServer>[0]) {
  const server = await startModelServer(answer)
  onTestFinished(() => server.stop())
  const calls: ModelCall[] = []
  const changes: boolean[] = []
  const watch = {
    ended: (call: ModelCall) => void calls.push(call),
    breaker: (isOpen: boolean) => void changes.push(isOpen),
  }
  const choice = { kind: 'chat-completions', name: 'gemma', apiKey: undefined } as const
  const model = createLanguageModel({ ...choice, url: server.url }, undefined, watch)
  const ask = async () => model && (await answerOf(model))
  return { ask, calls, changes }
}

test('each request is told with how it ended and how long it took', async () => {
  const { ask, calls, changes } = await watched((exchange) => sayAll(exchange, 'Yes', '.'))
  await ask()
  expect(calls).toEqual([
    {
      end: expect.objectContaining({ reason: 'stop' }),
      tookMs: expect.any(Number),
      firstTokenMs: expect.any(Number),
    },
  ])
  expect(changes).toEqual([])
})

test('the breaker is told when it opens, once; what it spares is no request', async () => {
  const { ask, calls, changes } = await watched((exchange) => refuse(exchange, 404, {}))
  for (let times = 0; times < 7; times++) await ask()
  expect(changes).toEqual([true])
  expect(calls).toHaveLength(5)
})
