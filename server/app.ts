import Koa from 'koa'
import type { DocumentStore } from '#core/ports/document-store.ts'
import { createCurrentReader } from './current-reader.ts'
import { faultFields, type Log } from './log.ts'
import type { Measures } from './measures.ts'
import { answerErrors } from './middlewares/answer-errors.ts'
import type { AppState } from './middlewares/app-state.ts'
import { knownAnswers } from './middlewares/known-answers.ts'
import { onlyAllowedMethods } from './middlewares/only-allowed-methods.ts'
import { rateLimit } from './middlewares/rate-limit.ts'
import { requestLog } from './middlewares/request-log.ts'
import { requestMeasures } from './middlewares/request-measures.ts'
import { requestTimeout } from './middlewares/request-timeout.ts'
import { securityHeaders } from './middlewares/security-headers.ts'
import { pageNotFound } from './pages/client-page.ts'
import { createDrawnPages } from './pages/drawn-pages.ts'
import { createResponseCache } from './response-cache.ts'
import { onlyCoaches } from './review/only-coaches.ts'
import { createRouter, type RouterOptions } from './router.ts'

export type AppOptions = Omit<RouterOptions, 'currentReader' | 'cache' | 'drawnPages'> & {
  readonly store: DocumentStore
  readonly log: Log
  /** Whether the address of the client is the last of X-Forwarded-For, as behind Cloud Run. */
  readonly isBehindProxy: boolean
  /** By address; 0 is no limit. */
  readonly requestsPerMinute: number
  readonly requestTimeoutMs: number
  /** How much of the answers is kept. */
  readonly cacheBytes: number
  /** For the trace of a log line. */
  readonly project?: string
  /** Nothing of the API is answered without signing in. */
  readonly isForCoaches?: boolean
  /** Absent: nothing is measured. */
  readonly measures?: Measures
}

/** The service, without its port and its adapters. */
export function createApp(options: AppOptions): Koa<AppState> {
  const app = new Koa<AppState>({ proxy: options.isBehindProxy, maxIpsCount: 1 })
  // What fails after an answer has begun; all else is answered in answer-errors.ts.
  app.on('error', (error: unknown) => options.log.warn(faultFields(error), 'answer cut off'))
  const { desk, isForCoaches = false } = options
  const serving = {
    currentReader: createCurrentReader(options.store),
    cache: createResponseCache(options.cacheBytes),
  }
  const routerOptions = {
    ...options,
    ...serving,
    // Who has not signed in must not be shown in a page what the API would not tell.
    ...(!isForCoaches && { drawnPages: openDrawnPages(options, serving) }),
  }
  const router = createRouter(routerOptions)
  app.use(requestLog(options.log, options.project))
  if (options.measures !== undefined) app.use(requestMeasures(options.measures, router))
  app.use(answerErrors)
  app.use(rateLimit(options.requestsPerMinute))
  if (desk !== undefined && isForCoaches) app.use(onlyCoaches(desk))
  app.use(knownAnswers(routerOptions))
  app.use(securityHeaders())
  app.use(requestTimeout(options.requestTimeoutMs))
  app.use(router.routes())
  app.use(onlyAllowedMethods(router))
  app.use(pageNotFound(routerOptions))
  return app
}

type Serving = Pick<RouterOptions, 'currentReader' | 'cache'>

function openDrawnPages({ log, cacheBytes }: AppOptions, serving: Serving) {
  return createDrawnPages({
    ...serving,
    keptBytes: cacheBytes / 4,
    onFault: (error, address) => {
      const [path] = address.split('?')
      log.warn({ ...faultFields(error), path }, 'page not drawn: the browser draws it')
    },
  })
}
