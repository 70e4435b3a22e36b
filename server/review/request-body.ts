import type { IncomingMessage } from 'node:http'
import { badRequest } from '../errors.ts'

const mostBytes = 64 * 1024

/** The JSON of a request; an empty one is an empty object. */
export async function requestBody(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = []
  let bytes = 0
  for await (const chunk of request) {
    const part = Buffer.from(chunk)
    bytes += part.length
    if (bytes > mostBytes) throw badRequest(`A body has at most ${mostBytes / 1024} KiB.`)
    chunks.push(part)
  }
  if (bytes === 0) return {}
  const type = request.headers['content-type'] ?? ''
  if (!/^application\/json\b/i.test(type)) {
    throw badRequest('Send the body as application/json.')
  }
  try {
    return JSON.parse(Buffer.concat(chunks).toString())
  } catch {
    // What is wrong with it is for the client to find; a part of it may be secret.
    throw badRequest('The body is no JSON.')
  }
}
