import { existsSync, readFileSync } from 'node:fs'
import { expect, test, vi } from 'vitest'
import { costTable } from './costs/cost-table.ts'
import { lintWithGcloud, startFakeCloud } from './fake-cloud-fixture.ts'

vi.setConfig({ testTimeout: 60_000 })

const document = readFileSync('docs/DEPLOYMENT.md', 'utf8')

/** The lines of all blocks between two headings. */
function blocksOf(from: string, to: string): string {
  const part = document.slice(document.indexOf(`\n${from}\n`), document.indexOf(`\n${to}\n`))
  return Array.from(part.matchAll(/```bash\n([^]*?)```/g), ([, lines = '']) => lines).join('\n')
}

test('the costs are those that are computed', () => {
  expect(document).toContain(costTable())
})

test.skipIf(!existsSync('deploy/firestore.indexes.json'))(
  'what is to be pasted step by step runs, and gcloud knows all of it',
  async () => {
    const { paste } = await startFakeCloud()
    const { code, stderr, stdout, calls } = await paste(blocksOf('## Step by step', '## The model'))
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    expect(stdout).toContain('https://kaizenlap-web.example\n')
    await lintWithGcloud(calls)
  },
)

test('what is to be pasted later is a release', async () => {
  const { paste } = await startFakeCloud()
  const settings = 'export PROJECT=paddock-club REGION=europe-west1\n'
  const { code, calls } = await paste(settings + blocksOf('## Releases', '## Costs'))
  expect(code).toBe(0)
  await lintWithGcloud(calls)
})

test('each setting of the scripts is told', () => {
  const settings = readFileSync('deploy/settings.sh', 'utf8')
  const names = Array.from(settings.matchAll(/^([A-Z_]+)="\$\{\1:-/gm), ([, name]) => name)
  const untold = names.filter((name) => !document.includes(`\`${name}\``))
  // Where images lie and are built from is nobody's choice but who reads the script.
  expect(untold).toEqual(['BUILD_BUCKET', 'IMAGES'])
})
