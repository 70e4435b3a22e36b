import { execFile } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, onTestFinished } from 'vitest'
import * as z from 'zod'
import { environment } from './missing-tool.ts'

const Failed = z.object({ code: z.int(), stdout: z.string(), stderr: z.string() })
const run = promisify(execFile)
export const project = 'paddock-club'

const allCalls: string[] = []
/** What gcloud, curl and npm were asked by the tests of this file. */
export const callsSoFar = (): readonly string[] => allCalls

/** A machine on which gcloud, curl and npm only note what they are asked, and remember what was made. */
export async function startFakeCloud() {
  const folder = await mkdtemp(join(tmpdir(), 'kaizenlap-deploy-'))
  const firestore = await startFirestoreApi()
  onTestFinished(async () => {
    await rm(folder, { recursive: true, force: true })
  })
  const program = async (
    file: string,
    args: readonly string[],
    settings: Readonly<Record<string, string>>,
  ) => {
    await writeFile(join(folder, 'calls'), '')
    const env = {
      PATH: `${join(process.cwd(), 'deploy/fakes')}:${environment['PATH'] ?? ''}`,
      HOME: folder,
      // Without it bash takes a pipe for a network and reads the settings of a login.
      SHLVL: '1',
      FAKE: folder,
      FIRESTORE_API: firestore,
      HEALTH_TRIES: '1',
      HEALTH_WAIT_S: '0',
      WAIT_S: '0',
      PROJECT: project,
      ...settings,
    }
    const outcome = await run(file, args, { env }).then(
      (said) => ({ code: 0, ...said }),
      (error: unknown) => Failed.parse(error),
    )
    const calls = (await readFile(join(folder, 'calls'), 'utf8')).trim().split('\n')
    allCalls.push(...calls)
    return { ...outcome, calls }
  }
  return {
    /** Runs one of our scripts. */
    script: (
      name: string,
      settings: Readonly<Record<string, string>> = {},
      args: readonly string[] = [],
    ) => program(`deploy/${name}.sh`, args, settings),
    /** Runs lines as they would be pasted. */
    paste: (lines: string) => program('bash', ['-euo', 'pipefail', '-c', lines], {}),
    breaks: (address: string) => writeFile(join(folder, 'unhealthy'), `${address}\n`),
    /** The bodies that were sent, in order. */
    sent: async () =>
      (await readFile(join(folder, 'sent'), 'utf8'))
        .trim()
        .split('\n')
        .map((line): unknown => JSON.parse(line)),
  }
}

/** Firestore's interface, as far as indexes are set through it. */
async function startFirestoreApi(): Promise<string> {
  const server = createServer((request, response) => {
    request.resume().on('end', () => response.end('{}'))
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  const { port } = z.object({ port: z.int() }).parse(server.address())
  return `http://127.0.0.1:${port}`
}

const Linted = z.array(
  z.object({
    success: z.boolean(),
    command_string: z.string(),
    error_message: z.string().nullable(),
  }),
)

/** gcloud itself says whether there are such commands and flags; it has to be installed. */
export async function lintWithGcloud(calls: readonly string[]): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'kaizenlap-gcloud-'))
  // One of each kind: the same command with the same flags is the same to gcloud.
  const kind = (call: string) => call.replaceAll(/=\S*|kaizenlap-\S*/g, '')
  const commands = Map.groupBy(calls, kind)
    .values()
    .flatMap(([first = '']) => (first.startsWith('gcloud ') ? [first] : []))
    .toArray()
  const file = join(folder, 'commands.json')
  await writeFile(file, JSON.stringify(commands.map((command_string) => ({ command_string }))))
  const args = ['meta', 'lint-gcloud-commands', `--commands-file=${file}`]
  const settings = { CLOUDSDK_CONFIG: folder, CLOUDSDK_CORE_DISABLE_PROMPTS: '1' }
  const { stdout } = await run('gcloud', args, {
    env: { ...environment, ...settings },
    maxBuffer: 1e9,
  })
  await rm(folder, { recursive: true, force: true })
  const wrong = Linted.parse(JSON.parse(stdout)).filter(({ success }) => !success)
  expect(wrong).toEqual([])
}
