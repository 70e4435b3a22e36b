import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { buildClient, isClientOutdated } from '../server/pages/client-build.ts'

const root = join(import.meta.dirname, '..')

/** Once for all tests, so that no service that one of them starts has to build it. */
export function setup(): void {
  if (!isClientOutdated(root, join(root, 'dist', 'index.html'))) return
  const { status, stderr } = spawnSync(process.execPath, buildClient(root), {
    encoding: 'utf8',
    // A test runner calls itself a test: what it builds is what people get all the same.
    // oxlint-disable-next-line node/no-process-env -- a process of its own needs the rest of it
    env: { ...process.env, NODE_ENV: 'production' },
  })
  if (status === 0) return
  // Whoever tests something else while the client is being changed goes on with the one built before.
  // oxlint-disable-next-line node/no-process-env -- tests have no main that reads it for them
  if (process.env['CI'] !== undefined) throw new Error(`The client cannot be built.\n${stderr}`)
  process.stderr.write('The client cannot be built: tests see the one built before.\n')
}
