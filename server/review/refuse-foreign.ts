import type { IncomingHttpHeaders } from 'node:http'
import { forbidden } from '../errors.ts'

/** A page of another origin cannot send it without being asked about first. */
const ownHeader = 'x-kaizenlap-coach'

/** Only own pages may ask: browsers say where a request comes from, and what changes something needs our header. */
export function refuseForeign(
  method: string,
  headers: IncomingHttpHeaders,
  origins: readonly string[] = [],
): void {
  if (!isOwnOrigin(headers, origins)) {
    throw forbidden('Pages of this origin may not ask for coaches; ORIGINS says which may.')
  }
  const site = headers['sec-fetch-site']
  const isCross = site === 'cross-site' || site === 'same-site'
  if (isCross && !origins.includes(headers.origin ?? '')) {
    throw forbidden('Open this from the coach pages, not from another site.')
  }
  if (method !== 'GET' && method !== 'HEAD' && headers[ownHeader] === undefined) {
    throw forbidden('Send the header X-KaizenLap-Coach with what changes something.')
  }
}

function isOwnOrigin({ origin, host }: IncomingHttpHeaders, origins: readonly string[]): boolean {
  if (origin === undefined || origins.includes(origin)) return true
  return URL.canParse(origin) && new URL(origin).host === host?.toLowerCase()
}
