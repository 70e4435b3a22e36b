import { existsSync } from 'node:fs'
import { readFile, writeFile } from 'node:fs/promises'
import { setTimeout as sleep } from 'node:timers/promises'
import { inject } from 'vitest'
import * as z from 'zod'
import { hasFirestoreEmulator } from './firestore-emulator.ts'
import { emulatorFiles } from './lend-emulator.ts'

/** Whether the tests of this file can use Firestore's emulator: skip them where not. */
export const hasEmulator = hasFirestoreEmulator()

const Answer = z.union([z.object({ host: z.string() }), z.object({ fault: z.string() })])

/** host:port of the one emulator of this test run, started for who asks first. */
export async function lentEmulator(): Promise<string> {
  const { wanted, answer } = emulatorFiles(inject('runFolder'))
  await writeFile(wanted, '')
  while (!existsSync(answer)) await sleep(50)
  const told = Answer.parse(JSON.parse(await readFile(answer, 'utf8')))
  if ('fault' in told) throw new Error(told.fault)
  return told.host
}

/** A store of its own for each test: projects share nothing. */
export function newProject(): string {
  return `test-${crypto.randomUUID().slice(0, 18)}`
}
