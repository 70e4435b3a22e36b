import { IncomingMessage, ServerResponse } from 'node:http'
import { Socket } from 'node:net'
import helmet from 'helmet'
import type { Middleware } from 'koa'

/**
 * Only what this server sends is run or shown, and nobody frames it. Plain http stays http: in a paddock the
 * service runs on a laptop, and phones reach it by its address. What old browsers alone knew is left out.
 */
const directives = {
  defaultSrc: ["'none'"],
  scriptSrc: ["'self'"],
  styleSrc: ["'self'"],
  imgSrc: ["'self'", 'data:'],
  fontSrc: ["'self'"],
  connectSrc: ["'self'"],
  manifestSrc: ["'self'"],
  baseUri: ["'none'"],
  formAction: ["'self'"],
  frameAncestors: ["'none'"],
}
const setHeaders = helmet({
  contentSecurityPolicy: { useDefaults: false, directives },
  xFrameOptions: { action: 'deny' },
  originAgentCluster: false,
  xDnsPrefetchControl: false,
  xDownloadOptions: false,
  xPermittedCrossDomainPolicies: false,
  xXssProtection: false,
})

const allHeaders = headersOfHelmet()
const policy = String(allHeaders['content-security-policy'])

function headersOfHelmet() {
  const response = new ServerResponse(new IncomingMessage(new Socket()))
  setHeaders(response.req, response, () => {})
  return response.getHeaders()
}

/** The policy of a page whose own scripts and styles carry a nonce. */
export function withNonce(nonce: string): string {
  return policy.replaceAll(/(script|style)-src 'self'/g, `$& 'nonce-${nonce}'`)
}

/** The headers are always the same, so helmet makes them once. */
const headers = Object.entries(allHeaders).map(([name, value]) => [name, String(value)] as const)

/** As Node writes them at once: names and values in turn. */
export const rawSecurityHeaders: readonly string[] = headers.flat()

export function setSecurityHeaders(response: ServerResponse): void {
  for (const [name, value] of headers) response.setHeader(name, value)
}

export function securityHeaders(): Middleware {
  return (ctx, next) => {
    setSecurityHeaders(ctx.res)
    return next()
  }
}
