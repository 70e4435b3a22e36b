import Router from '@koa/router'
import compress from 'koa-compress'
import type { DocumentStore } from '#core/ports/document-store.ts'
import type { Progress } from '#core/protocol/rest/health-answer.ts'
import { createCurrentReader } from './current-reader.ts'
import { health, live } from './health.ts'
import type { AppState } from './middlewares/app-state.ts'
import { createOpenApi, plainRoutes } from './openapi.ts'
import { startPageStyle } from './pages/start-page-style.ts'
import { startPage } from './pages/start-page.ts'
import { createResponseCache } from './response-cache.ts'
import { seasonRoutes } from './routes/season-routes.ts'
import { serveSeason } from './serve-season.ts'

export type RouterOptions = {
  readonly store: DocumentStore
  /** What kind of store it is, for people: 'sqlite'. */
  readonly storeName: string
  readonly model: { readonly name: string } | null
  /** How far the building of the first season has come. */
  readonly progress: () => Progress | undefined
  /** Of the code: answers of another revision are not taken for the same. */
  readonly revision: string
  /** How much of the answers is kept. */
  readonly cacheBytes: number
}

/** Every path of the service. */
export function createRouter(options: RouterOptions): Router<AppState> {
  const router = new Router<AppState>()
  const currentReader = createCurrentReader(options.store)
  // Answers of the season are compressed where they are kept.
  const compressed = compress({ threshold: 1024, br: {}, gzip: {}, zstd: false, deflate: false })
  router.get('/', compressed, startPage({ ...options, currentReader }))
  router.get('/start-page.css', compressed, startPageStyle)
  router.get('/health', health({ ...options, currentReader }))
  router.get('/health/live', live)

  const openApi = JSON.stringify(createOpenApi([...seasonRoutes, ...plainRoutes]))
  router.get('/api/openapi.json', compressed, (ctx) => {
    ctx.set('Cache-Control', 'no-cache')
    ctx.type = 'json'
    ctx.body = openApi
  })

  const cache = createResponseCache(options.cacheBytes)
  for (const route of seasonRoutes) {
    router.get(routerPath(route.path), serveSeason(route, { ...options, currentReader, cache }))
  }
  return router
}

/** '/api/races/{raceId}' → '/api/races/:raceId' */
export function routerPath(path: string): string {
  return path.replaceAll(/\{([A-Za-z]+)\}/g, ':$1')
}
