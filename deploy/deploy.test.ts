import { execFile } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:http'
import { existsSync } from 'node:fs'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import * as z from 'zod'
import { environment, reportMissing } from './missing-tool.ts'

// A deployment is some two hundred processes, though small ones.
vi.setConfig({ testTimeout: 60_000 })

const Failed = z.object({ code: z.int(), stdout: z.string(), stderr: z.string() })
const run = promisify(execFile)
const project = 'paddock-club'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kaizenlap-deploy-'))
})
afterEach(async () => {
  await rm(folder, { recursive: true, force: true })
})

/** Runs a script of ours where gcloud, curl and npm only note what they are asked. */
async function script(
  name: string,
  settings: Readonly<Record<string, string>> = {},
  args: readonly string[] = [],
) {
  await writeFile(join(folder, 'calls'), '')
  const env = {
    PATH: `${join(process.cwd(), 'deploy/fakes')}:${environment['PATH'] ?? ''}`,
    HOME: folder,
    FAKE: folder,
    HEALTH_TRIES: '1',
    HEALTH_WAIT_S: '0',
    PROJECT: project,
    ...settings,
  }
  const outcome = await run(`deploy/${name}.sh`, args, { env }).then(
    (said) => ({ code: 0, ...said }),
    (error: unknown) => Failed.parse(error),
  )
  const calls = (await readFile(join(folder, 'calls'), 'utf8')).trim().split('\n')
  return { ...outcome, calls }
}

const release = (image: string) => script('release', {}, ['kaizenlap-web', image])
const made = (calls: readonly string[]) => calls.filter((call) => / create /.test(call))

/** Firestore's interface, as far as indexes are set through it. */
async function startFirestoreApi() {
  const server = createServer((request, response) => {
    request.resume().on('end', () => response.end('{}'))
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = z.object({ port: z.int() }).parse(server.address())
  return { FIRESTORE_API: `http://127.0.0.1:${port}`, stop: () => server.close() }
}

test.skipIf(!existsSync('firestore.indexes.json'))(
  'an empty project gets an address; a second run makes nothing anew',
  async () => {
    const { FIRESTORE_API, stop } = await startFirestoreApi()
    const settings = { FIRESTORE_API, COACHES: 'group:coaches@example.com', SCHEDULE: '0 5 * * 1' }
    const first = await script('deploy', settings)
    expect(first.stderr).not.toMatch(/is not|cannot|error/i)
    expect(first.stdout).toContain('Drivers:  https://kaizenlap-web.example\n')
    expect(first.stdout).toContain('Coaches:  https://kaizenlap-coach.example\n')
    expect(made(first.calls).length).toBeGreaterThan(10)
    const second = await script('deploy', settings)
    stop()
    expect(second.code).toBe(0)
    expect(made(second.calls)).toEqual([expect.stringContaining('services identity create')])
    // What serves is replaced only by what was healthy beside it.
    expect(second.calls.join('\n')).toMatch(
      /run deploy kaizenlap-web .*--no-traffic [^]*curl https:\/\/candidate---kaizenlap-web[^]*update-traffic kaizenlap-web .*kaizenlap-web-2=100/,
    )
    const removed = await script('teardown', { CONFIRM: project, DELETE_DATA: 'yes' })
    expect(removed).toMatchObject({ code: 0, stdout: '' })
    expect(removed.calls.join('\n')).toMatch(/databases delete[^]*$/)
    await lintWithGcloud([...first.calls, ...second.calls, ...removed.calls])
  },
)

test('Gemma gets our arguments, an address of its own and askers who can do nothing else', async () => {
  const { code, stdout } = await script('vertex', { SCALE_TO_ZERO: 'yes', POLL_S: '0' })
  expect({ code, stdout }).toEqual({
    code: 0,
    stdout:
      'VERTEX_ENDPOINT=projects/paddock-club/locations/europe-west4/endpoints/77\n' +
      'VERTEX_ENDPOINT_DNS=77.europe-west4-1.prediction.vertexai.goog\n',
  })
  const sent = (await readFile(join(folder, 'sent'), 'utf8')).trim().split('\n')
  const [deployed, , policy] = sent.map((line): unknown => JSON.parse(line))
  expect(deployed).toMatchObject({
    modelConfig: {
      containerSpec: {
        args: expect.arrayContaining(['--max-model-len=8192', '--max-num-seqs=16']),
      },
    },
    endpointConfig: { dedicatedEndpointEnabled: true },
    deployConfig: {
      dedicatedResources: {
        machineSpec: { acceleratorType: 'NVIDIA_L4', acceleratorCount: 1 },
        minReplicaCount: 0,
        scaleToZeroSpec: { idleScaledownPeriod: '1800s' },
      },
    },
  })
  expect(policy).toEqual({
    policy: {
      etag: 'e1',
      bindings: [
        {
          role: 'projects/paddock-club/roles/kaizenlapModelCaller',
          members: ['web', 'coach', 'jobs'].map(
            (name) => `serviceAccount:kaizenlap-${name}@paddock-club.iam.gserviceaccount.com`,
          ),
        },
      ],
    },
  })
  const again = await script('vertex', {})
  expect(again.stdout).toBe(stdout)
  expect(again.calls.join('\n')).not.toContain(':deploy')
  const removed = await script('teardown', { CONFIRM: project })
  expect(removed.calls.join('\n')).toMatch(/undeploy-model[^]*endpoints delete/)
  await lintWithGcloud([...again.calls, ...removed.calls])
})

/** gcloud itself says whether there are such commands and flags, where it is installed. */
async function lintWithGcloud(calls: readonly string[]) {
  const has = await run('gcloud', ['version']).then(
    () => true,
    () => false,
  )
  if (!has) return reportMissing('gcloud', 'the flags that deploy.sh gives it are not checked')
  // One of each kind: the same command with the same flags is the same to gcloud.
  const kind = (call: string) => call.replaceAll(/=\S*|kaizenlap-\S*/g, '')
  const commands = Map.groupBy(calls, kind)
    .values()
    .flatMap(([first = '']) => (first.startsWith('gcloud ') ? [first] : []))
    .toArray()
  const file = join(folder, 'commands.json')
  await writeFile(file, JSON.stringify(commands.map((command_string) => ({ command_string }))))
  const { stdout } = await run(
    'gcloud',
    ['meta', 'lint-gcloud-commands', `--commands-file=${file}`],
    {
      env: { ...environment, CLOUDSDK_CONFIG: folder, CLOUDSDK_CORE_DISABLE_PROMPTS: '1' },
      maxBuffer: 1e9,
    },
  )
  const Linted = z.array(
    z.object({
      success: z.boolean(),
      command_string: z.string(),
      error_message: z.string().nullable(),
    }),
  )
  const wrong = Linted.parse(JSON.parse(stdout)).filter(({ success }) => !success)
  expect(wrong).toEqual([])
}

test('a release that is not healthy gets no traffic', async () => {
  await release('image:1')
  await writeFile(join(folder, 'unhealthy'), 'https://candidate---kaizenlap-web.example/health\n')
  await writeFile(join(folder, 'calls'), '')
  const { code, stderr, calls } = await release('image:2')
  expect(code).toBe(1)
  expect(stderr).toContain('is not healthy; kaizenlap-web-1 serves on')
  expect(calls.join('\n')).not.toContain('update-traffic')
})

test('a release that fails with the traffic is rolled back', async () => {
  await release('image:1')
  const unhealthy = ['https://kaizenlap-web.example/health']
  await writeFile(join(folder, 'unhealthy'), unhealthy.join('\n'))
  const { code, stderr, calls } = await release('image:2')
  expect(code).toBe(1)
  expect(stderr).toContain('kaizenlap-web-1 serves again')
  expect(calls.findLast((call) => call.includes('update-traffic'))).toContain('kaizenlap-web-1=100')
})

test.each([
  ['deploy', { PROJECT: '' }, 'PROJECT is not set'],
  ['deploy', { PROJECT: 'Paddock Club' }, "PROJECT='Paddock Club' is not the id of a project"],
  ['deploy', { REGION: 'Belgium' }, "REGION='Belgium' is not a region"],
  ['deploy', { MAX_INSTANCES: 'many' }, "MAX_INSTANCES='many' is not a number"],
  ['deploy', { METRICS: 'otlp' }, "METRICS='otlp' is not known"],
  ['deploy', { DATA_FOLDER: '/nothing/there' }, "DATA_FOLDER='/nothing/there' is not there"],
  ['vertex', { SCALE_TO_ZERO: 'maybe' }, "SCALE_TO_ZERO='maybe' is not known"],
  ['teardown', {}, 'CONFIRM is not set: CONFIRM=paddock-club'],
])('%s with %o says what to do, and does nothing', async (name, settings, message) => {
  const { code, stderr, calls } = await script(name, settings)
  expect(code).toBe(1)
  expect(stderr).toContain(message)
  expect(stderr.trim().split('\n')).toHaveLength(1)
  expect(calls).toEqual([''])
})

test('a teardown keeps the data unless it is asked for by name', async () => {
  const kept = await script('teardown', { CONFIRM: project })
  expect(kept.stdout).toContain('Kept: the database (default)')
  expect(kept.calls.join('\n')).not.toMatch(/databases delete|kaizenlap-timing/)
  expect(existsSync(folder)).toBe(true)
})
