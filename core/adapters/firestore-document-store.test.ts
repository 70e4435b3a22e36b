import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { beforeAll, describe, vi } from 'vitest'
import { hasEmulator, lentEmulator, newProject } from '../../testing/lent-emulator.ts'
import { documentStoreContract } from './document-store.contract.ts'
import { connectFirestore } from './firestore-database.ts'
import { createFirestoreDocumentStore } from './firestore-document-store.ts'

// The emulator is slow while it is new, and processes are started.
vi.setConfig({ testTimeout: 60_000 })

const writer = fileURLToPath(new URL('./firestore-document-store.writer.ts', import.meta.url))
const leaseMs = 800
const times = { leaseMs, graceMs: 0, pointerKeptMs: 0 }

describe.skipIf(!hasEmulator)('with the emulator', () => {
  let emulator: string
  beforeAll(async () => {
    emulator = await lentEmulator()
  }, 60_000)

  documentStoreContract('Firestore', () => {
    const project = newProject()
    return {
      open: () => createFirestoreDocumentStore(connectFirestore({ project, emulator }), times),
      startWriter: (mode, name) =>
        spawn(process.execPath, [writer, mode, emulator, project, name, String(leaseMs)], {
          stdio: ['ignore', 'pipe', 'inherit'],
        }),
      deathSeenAfterMs: leaseMs + 100,
      kills: 5,
      remove: () => undefined,
    }
  })
})
