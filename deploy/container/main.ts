import { execFile } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { type Built, buildStages } from './build-stages.ts'
import { parseDockerIgnore } from './docker-ignore.ts'
import { parseDockerfile } from './dockerfile.ts'
import { bytesOf, developmentPackages, filesBelow } from './inspect-tree.ts'
import { startBuilt } from './start-built.ts'

const context = join(import.meta.dirname, '..', '..')
const mostBytes = 250_000_000
const stopsWithinMs = 10_000

/** How this machine reaches the registry of packages. */
const isForNetwork = /^(?:HOME|NODE_EXTRA_CA_CERTS|SSL_CERT_.*|(?:HTTPS?|NO)_PROXY)$/i

/** This Node and npm, without the programs of our own development packages. */
function baseEnvironment(): Record<string, string> {
  const given = Object.entries(process.env).flatMap(([name, value]) =>
    isForNetwork.test(name) && value !== undefined ? [[name, value] as const] : [],
  )
  const folders = (process.env['PATH'] ?? '').split(delimiter)
  const outside = folders.filter((folder) => !folder.includes('node_modules'))
  return {
    ...Object.fromEntries(given),
    PATH: [dirname(process.execPath), ...outside].join(delimiter),
  }
}

function say(line: string): void {
  process.stdout.write(`${line}\n`)
}

function check(isRight: boolean, line: string): void {
  say(`${isRight ? 'ok    ' : 'FAILS '} ${line}`)
  if (!isRight) process.exitCode = 1
}

function inspect(built: Built): void {
  const files = filesBelow(built.root)
  const bytes = bytesOf(files)
  check(bytes < mostBytes, `${(bytes / 1e6).toFixed(0)} MB without the base image, of 250`)
  const development = developmentPackages(join(context, 'package-lock.json'), built.folder)
  check(development.length === 0, `no development package ${development.slice(0, 5).join(', ')}`)
  const tests = files.filter((file) => /^(?!.*node_modules).*\.test\.tsx?$/.test(file))
  check(tests.length === 0, `no test ${tests.slice(0, 5).join(', ')}`)
  check(built.command[0] === 'node', 'node is process 1')
}

async function tryStart(built: Built, environment: Record<string, string>): Promise<void> {
  const started = await startBuilt(built, environment)
  try {
    await started.healthy()
    check(started.uid !== 0, `runs as user ${started.uid}`)
    check(true, '/health answers 200')
    const page = await fetch(started.url, { headers: { accept: 'text/html' } })
    check(page.ok && (await page.text()).includes('/assets/'), '/ is the dashboard')
    const { code, tookMs } = await started.stop()
    check(code === 0 && tookMs < stopsWithinMs, `ends ${tookMs.toFixed(0)} ms after SIGTERM`)
  } finally {
    started.kill()
  }
}

async function tryJobs(built: Built, env: Record<string, string>): Promise<void> {
  const args = ['--import', './compile-cache.js', 'jobs/main.ts', '--help']
  const { stdout } = await promisify(execFile)('node', args, { cwd: built.folder, env })
  check(stdout.startsWith('Usage:'), 'the jobs start')
}

async function main(scratch: string): Promise<void> {
  // Who is not root has to get in.
  await chmod(scratch, 0o755)
  const environment = baseEnvironment()
  const read = (name: string) => readFileSync(join(context, name), 'utf8')
  const isTaken = parseDockerIgnore(read('.dockerignore'))
  const stages = parseDockerfile(read('Dockerfile'))
  const built = await buildStages(stages, { context, isTaken, scratch, environment, say })
  inspect(built)
  await tryJobs(built, environment)
  await tryStart(built, environment)
}

const scratch = await mkdtemp(join(tmpdir(), 'kaizenlap-container-'))
try {
  await main(scratch)
} catch (error) {
  check(false, error instanceof Error ? error.message : String(error))
} finally {
  await rm(scratch, { recursive: true, force: true })
}
