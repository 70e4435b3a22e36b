import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { indexRequests, type IndexRequest } from './index-requests.ts'

const indexFile = join(import.meta.dirname, '..', 'firestore.indexes.json')
const usage =
  'Give project and database, and in ACCESS_TOKEN what gcloud auth print-access-token says.\n'

type Database = { readonly address: string; readonly token: string }

const mostTries = 10
/** Too much at once, another change at work, or out of order for a moment. */
const passing = new Set([409, 429, 500, 502, 503, 504])

/** Building an index takes minutes, for which nobody waits here; that it is there already is no fault. */
async function ask(request: IndexRequest, database: Database, tries = 1): Promise<void> {
  const { method, path, body } = request
  const response = await fetch(`${database.address}/${path}`, {
    method,
    headers: { authorization: `Bearer ${database.token}`, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
  const said = await response.text()
  if (response.ok || (response.status === 409 && said.includes('ALREADY_EXISTS'))) return
  if (!passing.has(response.status) || tries === mostTries)
    throw new Error(`${method} ${path}: ${response.status} ${said}`)
  await sleep(Math.min(500 * 2 ** tries, 15_000) * Math.random())
  await ask(request, database, tries + 1)
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
