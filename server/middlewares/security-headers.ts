import { IncomingMessage, ServerResponse } from 'node:http'
import { Socket } from 'node:net'
import helmet from 'helmet'
import type { Middleware } from 'koa'

/**
 * Only what this server sends is run or shown, and nobody frames it. Plain http stays http: in a paddock the
 * service runs on a laptop, and phones reach it by its address. What old browsers alone knew is left out.
 */
const setHeaders = helmet({
  contentSecurityPolicy: {
    useDefaults: false,
    directives: {
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
    },
  },
  xFrameOptions: { action: 'deny' },
  originAgentCluster: false,
  xDnsPrefetchControl: false,
  xDownloadOptions: false,
  xPermittedCrossDomainPolicies: false,
  xXssProtection: false,
})

/** The headers are always the same, so helmet makes them once. */
export function securityHeaders(): Middleware {
  const response = new ServerResponse(new IncomingMessage(new Socket()))
  setHeaders(response.req, response, () => {})
  const headers = Object.entries(response.getHeaders()).map(([name, value]) => ({
    name,
    value: String(value),
  }))
  return (ctx, next) => {
    for (const { name, value } of headers) ctx.res.setHeader(name, value)
    return next()
  }
}
