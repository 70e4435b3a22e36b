import { type IncomingMessage, STATUS_CODES } from 'node:http'
import type { Duplex } from 'node:stream'

const chatPath = '/chat'
export const subprotocol = 'kaizenlap.v1'

export type UpgradeRefusal = {
  readonly status: 400 | 401 | 403 | 404 | 429 | 503
  readonly code: string
  readonly message: string
  readonly retryAfterS?: number
}

/** What is wrong with the request for a socket itself, if anything is. */
export function refusalOf(
  request: IncomingMessage,
  origins: readonly string[] | undefined,
): UpgradeRefusal | undefined {
  if (request.url?.split('?')[0] !== chatPath) {
    return { status: 404, code: 'not-found', message: `The only socket is at ${chatPath}.` }
  }
  if (!isAllowedOrigin(request, origins)) {
    const message = 'Pages of this origin may not use the chat; ORIGINS says which may.'
    return { status: 403, code: 'forbidden-origin', message }
  }
  if (!offered(request).includes(subprotocol)) {
    const message = `Ask for the subprotocol ${subprotocol}.`
    return { status: 400, code: 'bad-subprotocol', message }
  }
  return undefined
}

/** Unset, the page's own host is allowed, and clients that are no page and send no origin. */
function isAllowedOrigin(
  { headers: { origin, host } }: IncomingMessage,
  origins: readonly string[] | undefined,
): boolean {
  if (origins !== undefined) return origin !== undefined && origins.includes(origin)
  if (origin === undefined) return true
  return URL.canParse(origin) && host !== undefined && new URL(origin).host === host.toLowerCase()
}

function offered({ headers }: IncomingMessage): string[] {
  return (headers['sec-websocket-protocol'] ?? '').split(',').map((name) => name.trim())
}

/** Answers over HTTP and closes. */
export function refuse(socket: Duplex, refusal: UpgradeRefusal): void {
  const { status, code, message, retryAfterS } = refusal
  const body = JSON.stringify({ error: { code, message } })
  const head = [
    `HTTP/1.1 ${status} ${STATUS_CODES[status]}`,
    'Connection: close',
    'Content-Type: application/json; charset=utf-8',
    `Content-Length: ${Buffer.byteLength(body)}`,
    ...(retryAfterS === undefined ? [] : [`Retry-After: ${retryAfterS}`]),
  ]
  socket.once('finish', () => socket.destroy())
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`)
}
