import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { readConfig, settingNames } from './config.ts'

test('nothing set is the embedded store, no model, this machine only', () => {
  expect(readConfig({})).toMatchObject({
    data: undefined,
    store: { kind: 'sqlite', file: './data/kaizenlap.db' },
    model: { kind: 'none' },
    coach: { auth: 'token' },
    port: 8080,
    host: '127.0.0.1',
    surface: 'all',
    limits: {
      questionsPerMinute: 10,
      questionsBurst: 3,
      connectionsPerAddress: 20,
      connections: 1000,
      requestsPerMinute: 600,
    },
    isOnCloudRun: false,
  })
})

test('a variable that is set to nothing is not set', () => {
  expect(readConfig({ PORT: '', STORE: '', MODEL_URL: '' })).toEqual(readConfig({}))
})

const onCloudRun = {
  K_SERVICE: 'kaizenlap',
  STORE: 'firestore',
  GOOGLE_CLOUD_PROJECT: 'paddock',
  SURFACE: 'public',
}

test('on Cloud Run there are fewer connections, unless set', () => {
  const connections = (environment: Record<string, string>) =>
    readConfig({ ...onCloudRun, ...environment }).limits.connections
  expect(connections({})).toBe(80)
  expect(connections({ CONNECTIONS: '250' })).toBe(250)
})

test.each([
  ['sqlite:/var/lib/kaizenlap.db', { kind: 'sqlite', file: '/var/lib/kaizenlap.db' }],
  ['firestore', { kind: 'firestore', project: 'paddock' }],
  ['firestore:seasons', { kind: 'firestore', database: 'seasons', project: 'paddock' }],
])('STORE=%s', (text, store) => {
  const environment = { STORE: text, GOOGLE_CLOUD_PROJECT: 'paddock' }
  expect(readConfig(environment).store).toEqual(store)
})

test('the emulator of Firestore needs no project', () => {
  const environment = { STORE: 'firestore', FIRESTORE_EMULATOR_HOST: '127.0.0.1:8086' }
  expect(readConfig(environment).store).toEqual({
    kind: 'firestore',
    project: 'kaizenlap',
    emulator: '127.0.0.1:8086',
  })
})

test('the origins are taken apart', () => {
  expect(readConfig({ ORIGINS: 'https://a.example/, http://b.example:8080' }).origins).toEqual([
    'https://a.example',
    'http://b.example:8080',
  ])
})

test('a model is what it needs', () => {
  const project = 'paddock'
  const chat = {
    MODEL: 'chat-completions',
    MODEL_URL: 'http://localhost:11434/v1',
    MODEL_NAME: 'gemma3:4b',
  }
  expect(readConfig(chat).model).toMatchObject({ kind: 'chat-completions', name: 'gemma3:4b' })
  const vertex = { MODEL: 'vertex-endpoint', VERTEX_ENDPOINT: '123', GOOGLE_CLOUD_PROJECT: project }
  expect(readConfig(vertex).model).toMatchObject({
    endpoint: '123',
    project,
    location: 'europe-west1',
  })
})

test.each([
  ['PORT', 'http', "PORT='http' is not a port: give a number from 0 to 65535"],
  ['PORT', '65536', "PORT='65536' is not a port: give a number from 0 to 65535"],
  [
    'STORE',
    'mysql:x',
    "STORE='mysql:x' is not a store: give sqlite:<file>, firestore or firestore:<database>",
  ],
  [
    'STORE',
    'sqlite:',
    "STORE='sqlite:' is not a store: give sqlite:<file>, firestore or firestore:<database>",
  ],
  ['SURFACE', 'private', "SURFACE='private' is not known: give all, public or coach"],
  [
    'REQUESTS_PER_MINUTE',
    '-1',
    "REQUESTS_PER_MINUTE='-1' is not a whole number from 0 up; 0 switches the limit off",
  ],
  ['COACH_TOKEN', 'short', 'COACH_TOKEN is too short: give at least 16 characters'],
  [
    'ORIGINS',
    'a.example',
    "ORIGINS='a.example' is not an origin: give https://host, comma between several",
  ],
  [
    'DATA',
    'gs://X',
    "DATA='gs://X' is not a place of timing files: give a folder, a zip, or gs://bucket/prefix",
  ],
  [
    'MODEL',
    'chat-completions',
    /MODEL_URL is not set: MODEL=chat-completions needs it\nMODEL_NAME/,
  ],
  ['METRICS', 'google-cloud', 'GOOGLE_CLOUD_PROJECT is not set: METRICS=google-cloud needs it'],
  ['METRICS', 'otlp', 'METRICS_URL is not set: METRICS=otlp needs it'],
  ['METRICS', 'prometheus', "METRICS='prometheus' is not known: give none, google-cloud or otlp"],
  [
    'METRICS_URL',
    'collector:4318',
    "METRICS_URL='collector:4318' is not an http address: give https://host/v1/metrics",
  ],
  ['MODEL', 'vertexai', /VERTEX_MODEL is not set: MODEL=vertexai needs it\nVERTEX_PROJECT/],
])('%s=%s is told by its name', (name, value, message) => {
  expect(() => readConfig({ [name]: value })).toThrow(message)
})

test('every fault is told at once', () => {
  const bad = { PORT: 'x', SURFACE: 'x', MODEL: 'vertex-endpoint', COACH_TOKEN: 'x' }
  expect(() => readConfig(bad)).toThrow(/COACH_TOKEN.*\nPORT.*\nSURFACE.*\nVERTEX_ENDPOINT/)
})

test('the example lists every setting, with defaults that are accepted', () => {
  const lines = readFileSync('.env.example', 'utf8').split('\n')
  const example = Object.fromEntries(
    lines
      .filter((line) => /^[A-Z]/.test(line))
      .map((line) => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)]),
  )
  expect(readConfig(example)).toEqual(readConfig({}))
  expect(Object.keys(example).toSorted()).toEqual(settingNames.toSorted())
})
