import Router from '@koa/router'
import compress from 'koa-compress'
import type { Progress } from '#core/protocol/rest/health-answer.ts'
import { pagePaths } from '#core/protocol/pages.ts'
import type { CurrentReader } from './current-reader.ts'
import { health, live } from './health.ts'
import type { AppState } from './middlewares/app-state.ts'
import { createOpenApi, plainRoutes } from './openapi.ts'
import type { BuiltClient } from './pages/built-client.ts'
import { clientAssets, clientFile } from './pages/client-files.ts'
import { clientPage } from './pages/client-page.ts'
import type { DrawnPages } from './pages/drawn-pages.ts'
import type { ResponseCache } from './response-cache.ts'
import type { ReviewDesk } from './review/review-desk.ts'
import { reviewRoutes } from './review/review-routes.ts'
import { serveReviews } from './review/serve-reviews.ts'
import { routerPath } from './router-path.ts'
import { quality } from './routes/quality.ts'
import { seasonRoutes } from './routes/season-routes.ts'
import { serveSeason } from './serve-season.ts'

export type RouterOptions = {
  readonly currentReader: CurrentReader
  /** Answers that were given before. */
  readonly cache: ResponseCache
  /** Of the code: answers of another revision are not taken for the same. */
  readonly revision: string
  /** What kind of store it is, for people: 'sqlite'. */
  readonly storeName: string
  readonly model: () => { readonly name: string } | null
  /** How far the building of the first season has come. */
  readonly progress: () => Progress | undefined
  /** The dashboard. */
  readonly client: BuiltClient
  /** Absent: the browser draws every page. */
  readonly drawnPages?: DrawnPages
  /** Where the evaluation leaves its last run. */
  readonly qualityFile?: string
  /** Absent: nothing is there for coaches. */
  readonly desk?: ReviewDesk
}

/** Every path of the service. */
export function createRouter(options: RouterOptions): Router<AppState> {
  const router = new Router<AppState>()
  // Answers of the season are compressed where they are kept.
  const compressed = compress({ threshold: 1024, br: {}, gzip: {}, zstd: false, deflate: false })
  const page = clientPage(options)
  const pages = Object.values(pagePaths).filter((path) => isServed(path, options))
  for (const path of pages) router.get(path, compressed, page)
  router.get('/assets/:file', clientAssets(options.client))
  for (const name of ['icon.svg', 'colour-scheme.js']) {
    router.get(`/${name}`, clientFile(options.client, name))
  }
  router.get('/health', health(options))
  router.get('/health/live', live)

  router.get('/api/quality', compressed, quality(options.qualityFile))

  const { desk } = options
  const documented = [...seasonRoutes, ...plainRoutes, ...(desk === undefined ? [] : reviewRoutes)]
  const openApi = JSON.stringify(createOpenApi(documented))
  router.get('/api/openapi.json', compressed, (ctx) => {
    ctx.set('Cache-Control', 'no-cache')
    ctx.type = 'json'
    ctx.body = openApi
  })

  for (const route of seasonRoutes) {
    router.get(routerPath(route.path), serveSeason(route, options))
  }
  if (desk !== undefined) serveReviews(router, desk)
  return router
}

/** Where there is nothing for coaches, there is no page for them either. */
function isServed(path: string, { desk }: RouterOptions): boolean {
  return desk !== undefined || !/^\/coach(\/|$)/.test(path)
}
