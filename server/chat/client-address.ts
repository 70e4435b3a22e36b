import type { IncomingMessage } from 'node:http'
import { addressKey } from '../address-key.ts'

/**
 * Who is counted as one client. Behind a proxy the last address of X-Forwarded-For is the one that the proxy
 * itself has seen; those before it are what the client says.
 */
export function clientAddress(request: IncomingMessage, isBehindProxy: boolean): string {
  const forwarded = isBehindProxy ? request.headers['x-forwarded-for'] : undefined
  const last = forwarded === undefined ? '' : String(forwarded).split(',').at(-1)
  return addressKey(last?.trim() || (request.socket.remoteAddress ?? ''))
}
