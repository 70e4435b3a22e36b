import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { realSeason } from '../core/adapters/real-season.ts'
import { lendEmulator } from './lend-emulator.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** A folder of this test run, for what several test files share. */
    runFolder: string
  }
}

export default function setup(project: TestProject): () => Promise<void> {
  if (realSeason === undefined)
    process.stderr.write('REAL_SEASON is not set: tests on the real season are skipped.\n')
  const folder = mkdtempSync(join(tmpdir(), 'kaizenlap-test-'))
  project.provide('runFolder', folder)
  const lending = lendEmulator(folder)
  return async () => {
    await lending.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}
