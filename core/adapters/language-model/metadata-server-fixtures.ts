import { once } from 'node:events'
import { createServer } from 'node:http'
import { onTestFinished, vi } from 'vitest'
import * as z from 'zod'

/** Google's metadata server, where a service on Cloud Run gets its tokens; each one is another. */
export async function startMetadataServer() {
  const given: string[] = []
  const server = createServer((request, response) => {
    response.setHeader('metadata-flavor', 'Google')
    if (!request.url?.includes('/token')) return response.end('project-1')
    given.push(`token-${given.length + 1}`)
    response.setHeader('content-type', 'application/json')
    const token = { access_token: given.at(-1), expires_in: 3599, token_type: 'Bearer' }
    return response.end(JSON.stringify(token))
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = z.object({ port: z.int() }).parse(server.address())
  vi.stubEnv('GCE_METADATA_HOST', `127.0.0.1:${port}`)
  vi.stubEnv('METADATA_SERVER_DETECTION', 'assume-present')
  vi.stubEnv('GOOGLE_APPLICATION_CREDENTIALS', undefined)
  onTestFinished(() => {
    vi.unstubAllEnvs()
    server.closeAllConnections()
    server.close()
  })
  return { given }
}
