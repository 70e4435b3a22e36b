import { globSync, statSync } from 'node:fs'
import { join } from 'node:path'

/** What the dashboard is built from, where this is a checkout; a container has only what was built. */
const sources = 'client/**/*.{ts,tsx,html,js,svg}'

/** Whether the dashboard has to be built: it is not there, or older than a file that it is made of. */
export function isClientOutdated(root: string, builtPage: string): boolean {
  const builtMs = statSync(builtPage, { throwIfNoEntry: false })?.mtimeMs
  if (builtMs === undefined) return true
  return globSync(sources, { cwd: root }).some(
    (file) => statSync(join(root, file)).mtimeMs > builtMs,
  )
}

/** The arguments of the program that builds it. */
export function buildClient(root: string): readonly string[] {
  return [join(root, 'node_modules', 'vite', 'bin', 'vite.js'), 'build', join(root, 'client')]
}
