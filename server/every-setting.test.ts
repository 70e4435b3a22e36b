import { expect, test } from 'vitest'
import { BadConfig, readConfig, settingNames } from './config.ts'

/** For each setting a value that is none, and what else has to be set for it to be asked for. */
const wrong = {
  DATA: 'gs://X',
  STORE: 'postgres://x',
  MODEL: 'gpt',
  MODEL_URL: 'localhost:8000',
  MODEL_API_KEY: 'a key\nand more',
  MODEL_CONTEXT_TOKENS: 'many',
  MODEL_CONCURRENCY: '0',
  VERTEX_ENDPOINT: 'projects/x',
  VERTEX_ENDPOINT_DNS: 'https://x',
  VERTEX_PROJECT: 'My Project',
  VERTEX_LOCATION: 'Belgium',
  COACH_AUTH: 'password',
  COACH_TOKEN: 'pole4711',
  IAP_AUDIENCE: 'kaizenlap-coach',
  REVIEW_SHARE: '10%',
  REVIEW_SHARE_FOR_TWO: '2',
  RETENTION_DAYS: 'forever',
  PORT: 'http',
  HOST: 'http://0.0.0.0',
  ORIGINS: 'kaizenlap.example',
  SURFACE: 'drivers',
  GOOGLE_CLOUD_PROJECT: 'My Project',
  REGION: 'Belgium',
  FIRESTORE_EMULATOR_HOST: 'http://localhost:8086',
  STORAGE_EMULATOR_HOST: 'localhost:4443',
  QUESTIONS_PER_MINUTE: '-1',
  QUESTIONS_BURST: 'a few',
  CONNECTIONS_PER_ADDRESS: '1e3',
  CONNECTIONS: 'all',
  REQUESTS_PER_MINUTE: '600.5',
  METRICS: 'prometheus',
  METRICS_URL: 'collector:4318',
} as const

/** Any text may be a name. */
const free = ['MODEL_NAME', 'VERTEX_MODEL']

/** What a choice cannot do without. */
const missing = [
  [{ MODEL: 'chat-completions', MODEL_NAME: 'gemma' }, 'MODEL_URL'],
  [{ MODEL: 'chat-completions', MODEL_URL: 'http://127.0.0.1:8000/v1' }, 'MODEL_NAME'],
  [{ MODEL: 'vertex-endpoint', VERTEX_PROJECT: 'paddock' }, 'VERTEX_ENDPOINT'],
  [{ MODEL: 'vertex-endpoint', VERTEX_ENDPOINT: '77' }, 'VERTEX_PROJECT'],
  [{ MODEL: 'vertexai', VERTEX_PROJECT: 'paddock' }, 'VERTEX_MODEL'],
  [{ COACH_AUTH: 'iap', SURFACE: 'coach' }, 'IAP_AUDIENCE'],
  [{ STORE: 'firestore' }, 'GOOGLE_CLOUD_PROJECT'],
  [{ K_SERVICE: 'kaizenlap-web', SURFACE: 'public' }, 'STORE'],
  [{ K_SERVICE: 'kaizenlap-web', STORE: 'sqlite:a.db' }, 'COACH_TOKEN'],
  [{ METRICS: 'google-cloud' }, 'GOOGLE_CLOUD_PROJECT'],
  [{ METRICS: 'otlp' }, 'METRICS_URL'],
] as const

/** What the service says before it ends; main.test.ts shows that it is all that it says. */
function saidOf(environment: Readonly<Record<string, string>>): string {
  try {
    readConfig(environment)
  } catch (error) {
    if (error instanceof BadConfig) return error.message
    throw error
  }
  return ''
}

test('there is a wrong value for every setting', () => {
  expect([...Object.keys(wrong), ...free].toSorted()).toEqual(settingNames.toSorted())
})

test.each(Object.entries(wrong))('%s=%s is told in one line, with what to give', (name, value) => {
  const said = saidOf({ [name]: value })
  expect(said.split('\n')).toHaveLength(1)
  expect(said).toMatch(new RegExp(`^${name}\\b.*\\b(?:give|switches)\\b`))
})

test.each(missing)('%o lacks %s, and that is told', (environment, name) => {
  expect(saidOf(environment)).toMatch(new RegExp(`^${name} is not set: .* (?:needs it|has to be)`))
})

test.each(['MODEL_API_KEY', 'COACH_TOKEN'] as const)(
  '%s is a secret: it is not repeated',
  (name) => {
    expect(saidOf({ [name]: wrong[name] })).not.toContain(wrong[name].slice(0, 5))
  },
)
