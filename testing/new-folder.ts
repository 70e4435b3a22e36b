import { mkdtempSync } from 'node:fs'
import { join } from 'node:path'
import { inject } from 'vitest'

/** A folder for what a test writes; it goes with all others when the test run ends. */
export function newFolder(): string {
  return mkdtempSync(join(inject('runFolder'), 'test-'))
}
