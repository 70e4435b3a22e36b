import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { buildClient, isClientOutdated } from '../server/pages/client-build.ts'

const root = join(import.meta.dirname, '..')

/** Once for all tests, so that no service that one of them starts has to build it. */
export function setup(): void {
  if (!isClientOutdated(root, join(root, 'dist', 'index.html'))) return
  execFileSync(process.execPath, buildClient(root), { stdio: ['ignore', 'ignore', 'inherit'] })
}
