import { createHash } from 'node:crypto'
import type { DocumentReader, DocumentStore } from '#core/ports/document-store.ts'
import type { Progress } from '#core/protocol/rest/health-answer.ts'
import type { RouterContext } from '@koa/router'
import { unavailable } from './errors.ts'
import type { AppState } from './middlewares/app-state.ts'
import { encodings, type Encoding, type ResponseCache } from './response-cache.ts'
import type { SeasonRoute } from './season-route.ts'
import { createSeason } from './season.ts'
import { fromStore } from './store-fault.ts'

export type SeasonServing = {
  readonly store: DocumentStore
  readonly cache: ResponseCache
  /** Of the code that presents: an ETag of another revision is not taken for the same answer. */
  readonly revision: string
  readonly progress: () => Progress | undefined
}

/** Answers a route from the season that is published now, one generation for the whole request. */
export function serveSeason(route: SeasonRoute, serving: SeasonServing) {
  const { store, cache, revision, progress } = serving
  return async (ctx: RouterContext<AppState>): Promise<void> => {
    const reader = (await fromStore(store.current())) ?? noSeason(progress())
    const key = `${reader.generation.runId} ${ctx.url}`
    const etag = etagOf(reader, revision, ctx.url)
    if (isKnown(ctx, etag)) return

    const body = await cache.body(key, encodingFor(ctx), () => {
      ctx.state.signal?.addEventListener('abort', () => cache.giveUp(key), { once: true })
      return route.answerFrom(createSeason(reader), ctx.params, ctx.query)
    })
    // Whoever ran out of time has been answered.
    if (ctx.state.signal?.aborted === true) return
    ctx.set('Content-Type', 'application/json; charset=utf-8')
    if (body.encoding !== 'identity') ctx.set('Content-Encoding', body.encoding)
    // Compressed once, in the cache.
    ctx.compress = false
    ctx.body = body.bytes
  }
}

/**
 * 304 without reading a document, when the client has this answer of this season. A `no-cache` in the request
 * is no reason to send it again: it is meant for caches on the way, and fetch adds it to every If-None-Match.
 */
function isKnown(ctx: RouterContext<AppState>, etag: string): boolean {
  ctx.set({ ETag: etag, 'Cache-Control': 'no-cache', Vary: 'Accept-Encoding' })
  const known = ctx.headers['if-none-match']
  if (known === undefined) return false
  const isSame = known === '*' || known.split(',').some((tag) => opaque(tag) === opaque(etag))
  if (isSame) ctx.status = 304
  return isSame
}

/** Of 'W/"1-abc"' what stands in the quotes: a proxy may make a tag weak. */
function opaque(tag: string): string {
  return tag.trim().replace(/^W\//, '')
}

/** Weak: compressed or not, it is the same answer. */
function etagOf({ generation }: DocumentReader, revision: string, url: string): string {
  const hash = createHash('sha1')
    .update(`${generation.runId} ${revision} ${url}`)
    .digest('base64url')
  return `W/"${generation.generation}-${hash}"`
}

function encodingFor(ctx: RouterContext<AppState>): Encoding {
  if (ctx.headers['accept-encoding'] === undefined) return 'identity'
  const chosen = ctx.acceptsEncodings(...encodings)
  return encodings.find((encoding) => encoding === chosen) ?? 'identity'
}

function noSeason(progress: Progress | undefined): never {
  const how = progress?.text ?? 'Publish one with: npm run season'
  throw unavailable(`No season is published yet. ${how}`)
}
