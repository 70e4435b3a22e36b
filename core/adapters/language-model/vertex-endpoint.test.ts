import { expect, test } from 'vitest'
import { modelThat } from './chat-fixtures.ts'
import { startMetadataServer } from './metadata-server-fixtures.ts'
import { answerOf, refuse, sayAll } from './model-server-fixtures.ts'
import { chatAddress, createGoogleCredentials } from './vertex-endpoint.ts'

const byId = { endpoint: '987', project: 'p1', location: 'europe-west1', dns: undefined }
const whole = 'projects/p2/locations/us-central1/endpoints/654'

test.each([
  [
    byId,
    'https://europe-west1-aiplatform.googleapis.com/v1beta1/projects/p1/locations/europe-west1/endpoints/987/chat/completions',
  ],
  [
    { ...byId, endpoint: whole, project: '' },
    `https://us-central1-aiplatform.googleapis.com/v1beta1/${whole}/chat/completions`,
  ],
  [
    { ...byId, endpoint: whole, dns: '654.us-central1-123.prediction.vertexai.goog' },
    `https://654.us-central1-123.prediction.vertexai.goog/v1beta1/${whole}/chat/completions`,
  ],
])('%j is asked at %s', (at, address) => {
  expect(chatAddress(at)).toBe(address)
})

test('a token is kept, and got anew when it is not taken', async () => {
  const { given } = await startMetadataServer()
  const { model, exchanges } = await modelThat(
    (exchange) => {
      if (exchange.headers.authorization === 'Bearer token-2') sayAll(exchange, 'Yes.')
      else refuse(exchange, 401, { error: { code: 401, message: 'expired' } })
    },
    { credentials: createGoogleCredentials(byId), wireName: '' },
  )
  expect((await answerOf(model)).text).toBe('Yes.')
  expect((await answerOf(model)).text).toBe('Yes.')
  expect(exchanges.map(({ headers }) => headers.authorization)).toEqual([
    'Bearer token-1',
    'Bearer token-2',
    'Bearer token-2',
  ])
  expect(given).toHaveLength(2)
})
