import { expect, onTestFinished, test } from 'vitest'
import { createLanguageModel } from './create-language-model.ts'
import { answerOf, refuse, sayAll, startModelServer } from './model-server-fixtures.ts'

test('without a model there is none', () => {
  expect(createLanguageModel({ kind: 'none' })).toBeUndefined()
})

test('a server is asked under its address with the key, whether it ends in / or not', async () => {
  const server = await startModelServer((exchange) => sayAll(exchange, 'Yes.'))
  onTestFinished(() => server.stop())
  for (const url of [server.url, `${server.url}/`]) {
    const choice = { kind: 'chat-completions', url, name: 'gemma3:4b', apiKey: 'k1' } as const
    const model = createLanguageModel(choice)
    expect(model?.name).toBe('gemma3:4b')
    expect(model && (await answerOf(model)).text).toBe('Yes.')
  }
  expect(server.exchanges).toMatchObject(
    Array.from({ length: 2 }, () => ({
      path: '/v1/chat/completions',
      headers: { authorization: 'Bearer k1' },
      body: { model: 'gemma3:4b' },
    })),
  )
})

test('a server that refuses five times in a row is spared, and answers come at once', async () => {
  const server = await startModelServer((exchange) => refuse(exchange, 404, {}))
  onTestFinished(() => server.stop())
  const choice = {
    kind: 'chat-completions',
    url: server.url,
    name: 'gemma',
    apiKey: undefined,
  } as const
  const model = createLanguageModel(choice)
  for (let times = 0; times < 7; times++) if (model) await answerOf(model)
  expect(server.exchanges).toHaveLength(5)
})
