import { existsSync } from 'node:fs'
import { rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type FirestoreEmulator, startFirestoreEmulator } from './firestore-emulator.ts'

/** How test files, which run in processes of their own, and the process of the test run speak about the emulator. */
export function emulatorFiles(runFolder: string) {
  return {
    wanted: join(runFolder, 'emulator-wanted'),
    answer: join(runFolder, 'emulator.json'),
  }
}

/** Starts the emulator when the first test file wants it; the end of the run stops it. */
export function lendEmulator(runFolder: string): { readonly stop: () => Promise<void> } {
  const { wanted, answer } = emulatorFiles(runFolder)
  let started: Promise<FirestoreEmulator | undefined> = Promise.resolve(undefined)
  const start = async (): Promise<FirestoreEmulator | undefined> => {
    try {
      const emulator = await startFirestoreEmulator()
      await tell({ host: emulator.host })
      return emulator
    } catch (error) {
      await tell({ fault: String(error) })
      return undefined
    }
  }
  const tell = async (what: { readonly host: string } | { readonly fault: string }) => {
    await writeFile(`${answer}.new`, JSON.stringify(what))
    await rename(`${answer}.new`, answer)
  }
  const looking = setInterval(() => {
    if (!existsSync(wanted)) return
    clearInterval(looking)
    started = start()
  }, 50)
  return {
    stop: async () => {
      clearInterval(looking)
      await (await started)?.stop()
    },
  }
}
