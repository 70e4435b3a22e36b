import { join } from 'node:path'

/** What the npm scripts preload too: what was stripped and compiled once is read from Node's cache next time. */
export const compileCache = [
  '--import',
  join(import.meta.dirname, '..', 'compile-cache.js'),
] as const
