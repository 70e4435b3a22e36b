import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { homedir } from 'node:os'
import { delimiter, join } from 'node:path'
import * as z from 'zod'
import { freePort } from './free-port.ts'
import { type OtherServer, startOtherServer } from './other-server.ts'

/** A server that speaks Cloud Storage's JSON interface, on this machine alone: fake-gcs-server. */
export type StorageServer = OtherServer & {
  /** What STORAGE_EMULATOR_HOST is set to. */
  readonly url: string
  /** Makes a bucket with objects in it; gives 'gs://<bucket>'. */
  bucket(objects: Readonly<Record<string, Uint8Array>>): Promise<string>
  /** Writes an object anew and gives its generation. */
  put(address: string, bytes: Uint8Array): Promise<string>
  /** Names of the objects and their generations. */
  list(address: string): Promise<ReadonlyMap<string, string>>
}

// oxlint-disable-next-line node/no-process-env -- tests have no main that reads it for them
const environment = process.env

/** Whether the server is on this machine. Says how to get it where not; where CI is set, that is a fault. */
export function hasStorageServer(): boolean {
  if (binary() !== undefined) return true
  const how = 'scripts/emulators.sh installs fake-gcs-server, for the tests that read from a bucket'
  if (environment['CI']) throw new Error(`No fake-gcs-server: ${how}`)
  process.stderr.write(`Skipped, without fake-gcs-server: ${how}\n`)
  return false
}

/** Named by FAKE_GCS_SERVER, else on the PATH, else where Go installs programs. */
function binary(): string | undefined {
  const { FAKE_GCS_SERVER: named, PATH: path = '', GOBIN: goBin } = environment
  if (named) return existsSync(named) ? named : undefined
  const folders = [...path.split(delimiter), goBin ?? join(goPath(), 'bin')]
  return folders.map((folder) => join(folder, 'fake-gcs-server')).find((file) => existsSync(file))
}

function goPath(): string {
  try {
    return execFileSync('go', ['env', 'GOPATH'], { encoding: 'utf8' }).trim()
  } catch {
    // Without Go its usual folder may still hold what somebody installed.
    return join(homedir(), 'go')
  }
}

export async function startStorageServer(): Promise<StorageServer> {
  const file = binary()
  if (file === undefined) throw new Error('No fake-gcs-server on this machine')
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  const options = `-scheme http -host 127.0.0.1 -port ${port} -backend memory -external-url ${url}`
  const server = await startOtherServer({
    command: file,
    args: options.split(' '),
    readyAt: `${url}/storage/v1/b?project=test`,
  })
  return { ...server, url, ...objectsOf(url) }
}

const Made = z.object({ generation: z.string() })
const Listing = z.object({
  items: z.array(z.object({ name: z.string(), generation: z.string() })).default([]),
})
let buckets = 0

function objectsOf(url: string): Pick<StorageServer, 'bucket' | 'put' | 'list'> {
  const put = async (address: string, bytes: Uint8Array) => {
    const [, bucket = '', name = ''] = /^gs:\/\/([^/]+)\/(.+)$/.exec(address) ?? []
    const query = new URLSearchParams({ uploadType: 'media', name })
    const body = Buffer.from(bytes)
    const to = `${url}/upload/storage/v1/b/${bucket}/o?${query.toString()}`
    return Made.parse(await answer(to, { method: 'POST', body })).generation
  }
  return {
    put,
    async bucket(objects) {
      const name = `kaizenlap-test-${++buckets}`
      const body = JSON.stringify({ name })
      await answer(`${url}/storage/v1/b?project=test`, { method: 'POST', body })
      for (const [path, bytes] of Object.entries(objects)) await put(`gs://${name}/${path}`, bytes)
      return `gs://${name}`
    },
    async list(address) {
      const bucket = address.slice('gs://'.length)
      const listing = Listing.parse(await answer(`${url}/storage/v1/b/${bucket}/o`, {}))
      return new Map(listing.items.map(({ name, generation }) => [name, generation]))
    },
  }
}

async function answer(url: string, request: RequestInit): Promise<unknown> {
  const response = await fetch(url, request)
  if (!response.ok) throw new Error(`${response.status} ${await response.text()}`)
  return await response.json()
}
