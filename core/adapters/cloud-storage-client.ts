import { EventEmitter } from 'node:events'
import { setTimeout as sleep } from 'node:timers/promises'
import { Storage } from '@google-cloud/storage'
import * as z from 'zod'
import { printable } from '#core/domain/problem.ts'
import { SourceError } from '#core/ports/timing-source.ts'

/**
 * Cloud Storage with the credentials that the machine or the environment gives; with STORAGE_EMULATOR_HOST a
 * server for tests, and none. The library then leaves '/storage/v1' out of half of its requests.
 */
export function createStorage(): Storage {
  // Its streams have a dozen listeners each: Node would warn of a leak.
  EventEmitter.defaultMaxListeners = 30
  const storage = new Storage({ retryOptions: { maxRetries: 2 } })
  if (storage.customEndpoint) storage.baseUrl = `${storage.apiEndpoint}/storage/v1`
  return storage
}

const Fault = z.object({ code: z.union([z.number(), z.string()]).optional(), message: z.string() })

/** The status of an answer (404), the system's word for what went wrong (ECONNREFUSED), or nothing. */
export function faultCode(error: unknown): number | string | undefined {
  return Fault.safeParse(error).data?.code
}

/** What went wrong with an address in plain words, and what to do about it. */
export function toldFault(address: string, error: unknown): string {
  const code = faultCode(error)
  const said = Fault.safeParse(error).data?.message ?? String(error)
  if (code === 404) return `${address} is not there: check the names of bucket and prefix`
  if (code === 403)
    return `${address}: the account in use may not do this (403). Give it Storage Object Viewer on the bucket to read, Storage Object User to upload`
  if (code === 401 || isAboutCredentials(said))
    return `${address}: there are no Google credentials that work (${printable(said)}). Sign in with 'gcloud auth application-default login', set GOOGLE_APPLICATION_CREDENTIALS, or give the Cloud Run job a service account`
  if (typeof code === 'string')
    return `${address}: Cloud Storage cannot be reached (${code}). Check the network, and STORAGE_EMULATOR_HOST where it is set`
  return `${address}: Cloud Storage answered ${code ?? 'with a fault'} (${printable(said)})`
}

function isAboutCredentials(message: string): boolean {
  return /credential|invalid_grant|reauth|does not exist, or it is not a file/i.test(message)
}

const attempts = 3
const firstWaitMs = 250

/** Whether asking again brings nothing: of an answer that says no, and of what is no fault of the way. */
function isFinal(error: unknown): boolean {
  const code = faultCode(error)
  if (error instanceof SourceError) return true
  if (isAboutCredentials(Fault.safeParse(error).data?.message ?? '')) return true
  return typeof code === 'number' && code >= 400 && code < 500 && code !== 408 && code !== 429
}

/** Resolves when it is worth asking again after so many failures; throws the error where it is not. */
export async function untilNextAttempt(error: unknown, failures: number): Promise<void> {
  if (failures === attempts || isFinal(error)) throw error
  await sleep(firstWaitMs * 2 ** failures * Math.random())
}

/**
 * Does again what failed on its way: the library asks again before an answer has begun, not where one breaks
 * off. Only for what may be done twice.
 */
export async function persistently<T>(work: () => Promise<T>): Promise<T> {
  for (let failures = 1; ; failures++) {
    try {
      // oxlint-disable-next-line no-await-in-loop -- each attempt after the one before
      return await work()
    } catch (error) {
      // oxlint-disable-next-line no-await-in-loop
      await untilNextAttempt(error, failures)
    }
  }
}
