import { readFileSync } from 'node:fs'
import { expect, test, vi } from 'vitest'
import { costTable } from './costs/cost-table.ts'
import { callsSoFar, lintWithGcloud, project, startFakeCloud } from './fake-cloud-fixture.ts'
import { environment } from './missing-tool.ts'

// A deployment is some two hundred processes, though small ones.
vi.setConfig({ testTimeout: 120_000 })

const document = readFileSync('docs/DEPLOYMENT.md', 'utf8')

const settings = 'export PROJECT=paddock-club REGION=europe-west1\n'

/** The lines of all blocks of a part. */
function blocksIn(part: string): string {
  return Array.from(part.matchAll(/```bash\n([^]*?)```/g), ([, lines = '']) => lines).join('\n')
}

function blocksOf(from: string, to: string): string {
  const [start, end] = [from, to].map((heading) => document.indexOf(`\n${heading}\n`))
  return blocksIn(document.slice(start, end))
}

const made = (calls: readonly string[]) => calls.filter((call) => / create /.test(call))

test('an empty project gets an address; a second run makes nothing anew', async () => {
  const { script } = await startFakeCloud()
  const settings = { COACHES: 'group:coaches@example.com', SCHEDULE: '0 5 * * 1' }
  const first = await script('deploy', settings)
  expect(first.stderr).not.toMatch(/is not|cannot|error/i)
  expect(first.stdout).toContain('Drivers:  https://kaizenlap-web.example\n')
  expect(first.stdout).toContain('Coaches:  https://kaizenlap-coach.example\n')
  expect(made(first.calls).length).toBeGreaterThan(10)
  const second = await script('deploy', settings)
  expect(second.code).toBe(0)
  expect(made(second.calls)).toEqual([expect.stringContaining('services identity create')])
  // What serves is replaced only by what was healthy beside it.
  expect(second.calls.join('\n')).toMatch(
    /run deploy kaizenlap-web .*--no-traffic [^]*curl https:\/\/candidate---kaizenlap-web[^]*update-traffic kaizenlap-web .*kaizenlap-web-2=100/,
  )
  const removed = await script('teardown', { CONFIRM: project, DELETE_DATA: 'yes' })
  expect(removed).toMatchObject({ code: 0, stdout: '' })
  expect(removed.calls.join('\n')).toMatch(/databases delete[^]*backups delete .*--backup=b-1/)
})

test('Gemma gets our arguments, an address of its own and askers who can do nothing else', async () => {
  const { script, sent } = await startFakeCloud()
  const { code, stdout } = await script('vertex', { SCALE_TO_ZERO: 'yes', POLL_S: '0' })
  expect({ code, stdout }).toEqual({
    code: 0,
    stdout:
      'VERTEX_ENDPOINT=projects/paddock-club/locations/europe-west4/endpoints/77\n' +
      'VERTEX_ENDPOINT_DNS=77.europe-west4-1.prediction.vertexai.goog\n',
  })
  const [deployed, , policy] = await sent()
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
  expect(removed.calls.join('\n')).toMatch(/undeploy-model[^]*endpoints delete[^]*models delete 5/)
})

test('a release that is not healthy gets no traffic', async () => {
  const { script, breaks } = await startFakeCloud()
  await script('release', {}, ['kaizenlap-web', 'image:1'])
  await breaks('https://candidate---kaizenlap-web.example/health')
  const { code, stderr, calls } = await script('release', {}, ['kaizenlap-web', 'image:2'])
  expect(code).toBe(1)
  expect(stderr).toContain('is not healthy; kaizenlap-web-1 serves on')
  expect(calls.join('\n')).not.toContain('update-traffic')
})

test('a release that fails with the traffic is rolled back', async () => {
  const { script, breaks } = await startFakeCloud()
  await script('release', {}, ['kaizenlap-web', 'image:1'])
  await breaks('https://kaizenlap-web.example/health')
  const { code, stderr, calls } = await script('release', {}, ['kaizenlap-web', 'image:2'])
  expect(code).toBe(1)
  expect(stderr).toContain('kaizenlap-web-1 serves again')
  expect(calls.findLast((call) => call.includes('update-traffic'))).toContain('kaizenlap-web-1=100')
})

test.each([
  ['deploy', { PROJECT: '' }, 'PROJECT is not set'],
  ['deploy', { PROJECT: 'Paddock Club' }, "PROJECT='Paddock Club' is not the id of a project"],
  ['deploy', { REGION: 'Belgium' }, "REGION='Belgium' is not a region"],
  ['deploy', { MAX_INSTANCES: 'many' }, "MAX_INSTANCES='many' is not a number"],
  ['deploy', { TASKS: '0' }, "TASKS='0' is not a number"],
  ['deploy', { CONCURRENCY: 'all' }, "CONCURRENCY='all' is not a number"],
  ['deploy', { MIN_INSTANCES: '-1' }, "MIN_INSTANCES='-1' is not a number"],
  ['deploy', { DATABASE: 'My season' }, "DATABASE='My season' is not the name of a database"],
  ['deploy', { COACHES: 'me@example.com' }, "COACHES='me@example.com' is nobody"],
  ['deploy', { VERTEX_ENDPOINT: '77' }, "VERTEX_ENDPOINT='77' is not an endpoint"],
  ['deploy', { VERTEX_ENDPOINT_DNS: '77.example' }, 'VERTEX_ENDPOINT is not set'],
  ['deploy', { METRICS: 'otlp' }, "METRICS='otlp' is not known"],
  ['deploy', { DATA_FOLDER: '/nothing/there' }, "DATA_FOLDER='/nothing/there' is not there"],
  ['vertex', { SCALE_TO_ZERO: 'maybe' }, "SCALE_TO_ZERO='maybe' is not known"],
  ['teardown', {}, 'CONFIRM is not set: CONFIRM=paddock-club'],
])('%s with %o says what to do, and does nothing', async (name, settings, message) => {
  const { script } = await startFakeCloud()
  const { code, stderr, calls } = await script(name, settings)
  expect(code).toBe(1)
  expect(stderr).toContain(message)
  expect(stderr.trim().split('\n')).toHaveLength(1)
  expect(calls).toEqual([''])
})

test('a teardown keeps the data unless it is asked for by name', async () => {
  const { script } = await startFakeCloud()
  const kept = await script('teardown', { CONFIRM: project })
  expect(kept.stdout).toContain('Kept: the database (default)')
  expect(kept.calls.join('\n')).not.toMatch(/databases delete|kaizenlap-timing/)
})

test('the costs are those that are computed', () => {
  expect(document).toContain(costTable())
})

test('what the documents tell to paste runs', async () => {
  const { paste } = await startFakeCloud()
  const first = await paste(blocksOf('## Step by step', '## The model'))
  expect(first).toMatchObject({ code: 0, stderr: '' })
  expect(first.stdout).toContain('https://kaizenlap-web.example\n')
  const release = await paste(settings + blocksOf('## Releases', '## Costs'))
  expect(release).toMatchObject({ code: 0, stderr: '' })
  const later = await paste(blocksIn(readFileSync('docs/OPERATIONS.md', 'utf8')))
  expect(later).toMatchObject({ code: 0, stderr: expect.not.stringContaining('rror') })
})

test('each setting of the scripts is told', () => {
  const script = readFileSync('deploy/settings.sh', 'utf8')
  const names = Array.from(script.matchAll(/^([A-Z_]+)="\$\{\1:-/gm), ([, name]) => name)
  const untold = names.filter((name) => !document.includes(`\`${name}\``))
  // Where images lie and are built from is nobody's choice but who reads the script.
  expect(untold).toEqual(['BUILD_BUCKET', 'IMAGES'])
})

// `npm run check:gcloud`: half a minute, and gcloud is not everywhere.
test.skipIf(environment['GCLOUD_LINT'] === undefined)(
  'gcloud knows every command and flag of scripts and documents',
  async () => {
    expect(callsSoFar().length).toBeGreaterThan(50)
    await lintWithGcloud(callsSoFar())
  },
)
