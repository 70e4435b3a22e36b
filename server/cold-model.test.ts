import { onTestFinished, expect, test } from 'vitest'
import {
  refuse,
  sayAll,
  startModelServer,
} from '#core/adapters/language-model/model-server-fixtures.ts'
import { openSqliteDocumentStore } from '#core/adapters/sqlite-document-store.ts'
import { composeCoach } from './compose-coach.ts'
import { readConfig } from './config.ts'
import { publishSeason } from './fixtures/season-documents.ts'

/** How often a question asks the model before it is answered without. */
const tries = 3

test('while a scaled-down model warms up the composer answers and says so; then the model writes', async () => {
  const server = await startModelServer((exchange, index) =>
    index < tries
      ? refuse(exchange, 503, { error: { message: 'no replica' } })
      : sayAll(exchange, 'It is quick.'),
  )
  onTestFinished(() => server.stop())
  const store = openSqliteDocumentStore(':memory:')
  await publishSeason(store, 'run-1')
  const config = readConfig({
    MODEL: 'chat-completions',
    MODEL_URL: server.url,
    MODEL_NAME: 'gemma',
  })
  const { answer } = await composeCoach(config, store)
  const ask = async () => {
    const question = { text: 'best lap of car 13 in Barber race 1', history: [] }
    const events = answer({ ...question, signal: new AbortController().signal })
    const all = await Array.fromAsync(events)
    const said = all.flatMap((event) => (event.type === 'sentence' ? [event.sentence] : []))
    const text = said.map(({ parts }) => parts.map((part) => part.text).join('')).join(' ')
    return { text, authors: new Set(said.map(({ author }) => author)), last: all.at(-1) }
  }

  const cold = await ask()
  expect(cold.last).toMatchObject({ type: 'done', outcome: 'answered' })
  expect([...cold.authors]).toEqual(['composer'])
  expect(cold.text).toContain('The model did not answer in full just now')
  expect(server.exchanges).toHaveLength(tries)

  const warm = await ask()
  expect(warm.last).toMatchObject({ type: 'done', outcome: 'answered' })
  expect(warm.text).not.toContain('The model did not answer')
  expect(server.exchanges).toHaveLength(tries + 1)
})
