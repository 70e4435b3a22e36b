import { once } from 'node:events'
import { connect } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { Firestore } from '@google-cloud/firestore'
import { StoreUnusable } from '#core/ports/document-store.ts'
import { firestoreFault, type FirestoreSettings, unreachable } from './firestore-fault.ts'
import { findGoogleCredentials } from './google-credentials.ts'
import { NoGoogleCredentials } from './no-google-credentials.ts'

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

const answeredWithinMs = 30_000
/** What is under way when the connection is closed. */
const endsWithinMs = 1500

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
  const underWay = new Set<Promise<unknown>>()
  let isClosed = false
  return {
    firestore,
    isEmulator: emulator !== undefined,
    ask: async (work, withinMs = answeredWithinMs) => {
      if (isClosed) throw new StoreUnusable('The connection to Firestore is closed.')
      const answer = within(withinMs, work())
      underWay.add(answer)
      try {
        return await answer
      } catch (error) {
        throw firestoreFault(error, settings)
      } finally {
        underWay.delete(answer)
      }
    },
    // A query that outlives its client ends the process: its fault is thrown where nobody can catch it.
    close: async () => {
      isClosed = true
      await Promise.race([
        Promise.allSettled(underWay),
        sleep(endsWithinMs, undefined, { ref: false }),
      ])
      await firestore.terminate()
    },
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

/** Rejects with `StoreUnusable` where the settings are wrong, with what to do about them. */
export async function probeFirestore(
  { firestore, ask }: FirestoreDatabase,
  settings: FirestoreSettings,
): Promise<void> {
  const { database = 'default', emulator } = settings
  if (!/^[a-z][a-z0-9-]{2,61}[a-z0-9]$/.test(database)) {
    throw new StoreUnusable(
      `STORE=firestore:${database} names no database: give 4 to 63 small letters, digits and hyphens, ` +
        'or STORE=firestore for the default one.',
    )
  }
  // What these two say at once, Firestore's client would say after a minute, or by ending the process.
  if (emulator === undefined) await findCredentials()
  else await reach(emulator, settings)
  await ask(() => firestore.doc('store/pointer').get())
}

async function findCredentials(): Promise<void> {
  try {
    await findGoogleCredentials('STORE=firestore', 'FIRESTORE_EMULATOR_HOST to use the emulator')
  } catch (error) {
    throw error instanceof NoGoogleCredentials
      ? new StoreUnusable(error.message, { cause: error })
      : error
  }
}

async function reach(emulator: string, settings: FirestoreSettings): Promise<void> {
  const { hostname, port } = new URL(`http://${emulator}`)
  const socket = connect(Number(port || 80), hostname)
  try {
    await once(socket, 'connect')
  } catch (error) {
    throw unreachable(error, settings)
  } finally {
    socket.destroy()
  }
}
