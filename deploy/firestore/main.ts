import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { indexRequests, type IndexRequest } from './index-requests.ts'

const indexFile = join(import.meta.dirname, '..', 'firestore.indexes.json')
const usage =
  'Give project and database, and in ACCESS_TOKEN what gcloud auth print-access-token says.\n'

type Database = { readonly address: string; readonly token: string }

/** Building an index takes minutes; that it is there already, or under way, is no fault. */
async function ask({ method, path, body }: IndexRequest, { address, token }: Database) {
  const response = await fetch(`${address}/${path}`, {
    method,
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
  if (response.ok || response.status === 409) return
  throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`)
}

async function main([project, database]: readonly string[]): Promise<number> {
  const { ACCESS_TOKEN: token, FIRESTORE_API = 'https://firestore.googleapis.com' } = process.env
  if (project === undefined || database === undefined || token === undefined) {
    process.stderr.write(usage)
    return 2
  }
  const address = `${FIRESTORE_API}/v1/projects/${project}/databases/${database}`
  const requests = indexRequests(readFileSync(indexFile, 'utf8'))
  for (const request of requests) {
    // A database takes one change of its indexes after the other.
    // oxlint-disable-next-line no-await-in-loop
    await ask(request, { address, token })
  }
  process.stdout.write(`${requests.length} indexes, exemptions and times to live are set\n`)
  return 0
}

try {
  process.exitCode = await main(process.argv.slice(2))
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exitCode = 1
}
