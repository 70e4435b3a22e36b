import { Firestore } from '@google-cloud/firestore'
import { StoreUnusable } from '#core/ports/document-store.ts'
import { firestoreFault, type FirestoreSettings } from './firestore-fault.ts'

export type { FirestoreSettings }

/** A database of Firestore, or of its emulator. */
export type FirestoreDatabase = {
  readonly firestore: Firestore
  /** With Google bulk writes begin slowly; the emulator takes them as they come. */
  readonly isEmulator: boolean
  /** Does the work; what Firestore refuses, or does not answer in time, is a `StoreUnusable`. */
  readonly ask: <Result>(work: () => Promise<Result>, withinMs?: number) => Promise<Result>
  readonly close: () => Promise<void>
}

const answeredWithinMs = 20_000

/** Connects at the first use. */
export function connectFirestore(settings: FirestoreSettings): FirestoreDatabase {
  const { project, database, emulator } = settings
  const firestore = new Firestore({
    projectId: project,
    ...(database !== undefined && { databaseId: database }),
    ...(emulator === undefined
      ? // An instance that starts answers sooner without loading gRPC; the emulator speaks only that without credentials.
        { preferRest: true }
      : // Naming the universe keeps the client from looking for a machine of Google's, with a warning.
        { host: emulator, ssl: false, clientOptions: { universeDomain: 'googleapis.com' } }),
  })
  return {
    firestore,
    isEmulator: emulator !== undefined,
    ask: async (work, withinMs = answeredWithinMs) => {
      try {
        return await within(withinMs, work())
      } catch (error) {
        throw firestoreFault(error, settings)
      }
    },
    close: () => firestore.terminate(),
  }
}

/** Firestore tries again for minutes, which looks as if it hung. */
async function within<Result>(limitMs: number, work: Promise<Result>): Promise<Result> {
  const late = Promise.withResolvers<never>()
  const timer = setTimeout(() => late.reject(new NoAnswer(limitMs)), limitMs)
  try {
    return await Promise.race([work, late.promise])
  } finally {
    clearTimeout(timer)
    // What is late and fails then is told by `NoAnswer`.
    work.catch(() => undefined)
  }
}

class NoAnswer extends Error {
  readonly code = 4
  constructor(limitMs: number) {
    super(`no answer within ${limitMs / 1000} s`)
  }
}

/** Asks for something that is never there: rejects with `StoreUnusable` where the settings are wrong. */
export async function probeFirestore(
  { firestore, ask, isEmulator }: FirestoreDatabase,
  settings: FirestoreSettings,
): Promise<void> {
  if (!/^[a-z][a-z0-9-]{2,61}[a-z0-9]$/.test(settings.database ?? 'default')) {
    throw new StoreUnusable(
      `STORE=firestore:${settings.database} names no database: ids have 4 to 63 letters, digits and hyphens.`,
    )
  }
  await ask(() => firestore.doc('store/pointer').get(), isEmulator ? 5000 : answeredWithinMs)
}
