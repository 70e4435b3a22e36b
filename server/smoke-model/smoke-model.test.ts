import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { expect, onTestFinished, test } from 'vitest'
import * as z from 'zod'
import { behaveWell } from '#core/adapters/language-model/honest-server-fixtures.ts'
import {
  refuse,
  sayAll,
  startModelServer,
  type Exchange,
} from '#core/adapters/language-model/model-server-fixtures.ts'
import { compileCache } from '../../testing/compile-cache.ts'
import { hasGemma, startGemma } from '../../testing/gemma-server.ts'

const run = promisify(execFile)
const Failed = z.object({ code: z.int(), stdout: z.string(), stderr: z.string() })

async function smoke(settings: Readonly<Record<string, string>>) {
  try {
    const said = await run(process.execPath, [...compileCache, 'server/smoke-model/main.ts'], {
      env: settings,
    })
    return { code: 0, ...said }
  } catch (error) {
    return Failed.parse(error)
  }
}

async function smokeServer(answer: (exchange: Exchange) => void | Promise<void>) {
  const server = await startModelServer(answer)
  onTestFinished(() => server.stop())
  return await smoke({ MODEL: 'chat-completions', MODEL_URL: server.url, MODEL_NAME: 'gemma' })
}

test('a model that can do all ends with 0', async () => {
  const { code, stdout } = await smokeServer(behaveWell(4096))
  expect(stdout).toMatch(
    /^MODEL=chat-completions, gemma\n {2}works {2}chat completion: .*\n {2}works {2}stream: .*\n {2}works {2}JSON schema: kept\n {2}works {2}abort: .*\n$/,
  )
  expect(code).toBe(0)
})

test('a model that does not keep to a schema ends with 1, and says which', async () => {
  const { code, stdout } = await smokeServer((exchange) => sayAll(exchange, 'Well', ', so.'))
  expect(stdout).toContain('works  stream')
  expect(stdout).toContain('FAILS  JSON schema: the answer does not fit it')
  expect(code).toBe(1)
})

test('a model that is not there ends with 1 after the first try, and says which there are', async () => {
  const { code, stdout } = await smokeServer((exchange) => {
    const { path, response } = exchange
    if (path.endsWith('/models')) response.end('{"data":[{"id":"gemma3:4b"},{"id":"gemma3:270m"}]}')
    else refuse(exchange, 404, { error: { message: 'model "gemma" not found' } })
  })
  expect(stdout).toBe(
    'MODEL=chat-completions, gemma\n  FAILS  chat completion: not-found: HTTP 404: model "gemma" not found\n' +
      '         set MODEL_NAME to one that the server has: gemma3:4b, gemma3:270m\n',
  )
  expect(code).toBe(1)
})

test.each([
  [404, 'Not Found', /MODEL_URL=http:\S+ has to go up to and with \/v1\n$/],
  [401, 'no such key', /unauthorized: HTTP 401: no such key\n.*set MODEL_API_KEY/],
])('HTTP %s with "%s" says what to set', async (status, message, advice) => {
  const { code, stdout } = await smokeServer((exchange) =>
    refuse(exchange, status, { error: { message } }),
  )
  expect(stdout).toMatch(advice)
  expect(code).toBe(1)
})

test('where nothing listens the address is told', async () => {
  const server = await startModelServer(() => undefined)
  await server.stop()
  const { code, stdout } = await smoke({
    MODEL: 'chat-completions',
    MODEL_URL: server.url,
    MODEL_NAME: 'gemma',
  })
  expect(stdout).toContain('unreachable: ECONNREFUSED')
  expect(stdout).toContain(`nothing answers at MODEL_URL=${server.url}`)
  expect(code).toBe(1)
})

test.each([
  [{}, 'No model is set'],
  [{ MODEL: 'chat-completions' }, 'MODEL_URL is not set'],
  [{ MODEL_CONCURRENCY: '0' }, "MODEL_CONCURRENCY='0' is not a whole number from 1 up"],
])('%j ends with 2 and says why', async (settings, why) => {
  const { code, stderr } = await smoke(settings)
  expect(stderr).toContain(why)
  expect(code).toBe(2)
})

test.skipIf(!hasGemma())('a real Gemma can do all', async () => {
  const gemma = await startGemma()
  onTestFinished(() => gemma.stop())
  const settings = { MODEL: 'chat-completions', MODEL_URL: gemma.url, MODEL_NAME: gemma.name }
  const { code, stdout } = await smoke(settings)
  expect(stdout).not.toContain('FAILS')
  expect(code).toBe(0)
})
