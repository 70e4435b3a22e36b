import type { RouterContext } from '@koa/router'
import type { DocumentReader } from '#core/ports/document-store.ts'
import type { Progress } from '#core/protocol/rest/health-answer.ts'
import type { CurrentReader } from './current-reader.ts'
import { unavailable } from './errors.ts'
import type { AppState } from './middlewares/app-state.ts'
import { type Body, encodings, type Encoding, type ResponseCache } from './response-cache.ts'
import type { SeasonRoute } from './season-route.ts'
import { createSeason } from './season.ts'

export type SeasonServing = {
  readonly currentReader: CurrentReader
  readonly cache: ResponseCache
  /** Of the code that presents: an ETag of another revision is not taken for the same answer. */
  readonly revision: string
  readonly progress: () => Progress | undefined
}

/** Answers a route from the season that is published now, one generation for the whole request. */
export function serveSeason(route: SeasonRoute, serving: SeasonServing) {
  const { currentReader, cache, revision, progress } = serving
  return async (ctx: RouterContext<AppState>): Promise<void> => {
    const reader = (await currentReader()) ?? noSeason(progress())
    const etag = etagOf(reader, revision)
    if (isKnown(ctx.headers['if-none-match'], etag)) {
      ctx.status = 304
      setCaching(ctx, etag)
      return
    }
    const key = `${reader.generation.runId} ${ctx.url}`
    const encoding = encodingFor(ctx)
    const body = cache.known(key, encoding) ?? (await make(ctx, reader, key, encoding))
    // Whoever ran out of time has been answered.
    if (!ctx.headerSent) send(ctx, body, etag)
  }

  function make(ctx: RouterContext<AppState>, reader: DocumentReader, key: string, as: Encoding) {
    ctx.state.timedOut?.catch(() => cache.giveUp(key))
    return cache.body(key, as, () => route.answerFrom(createSeason(reader), ctx.params, ctx.query))
  }
}

function send(ctx: RouterContext<AppState>, { bytes, encoding }: Body, etag: string): void {
  setCaching(ctx, etag)
  ctx.set('Content-Type', 'application/json; charset=utf-8')
  if (encoding !== 'identity') ctx.set('Content-Encoding', encoding)
  ctx.body = bytes
}

function setCaching(ctx: RouterContext<AppState>, etag: string): void {
  ctx.set('ETag', etag)
  ctx.set('Cache-Control', 'no-cache')
  ctx.set('Vary', 'Accept-Encoding')
}

/**
 * Whether the client has this answer of this season: then nothing is read. A `no-cache` in the request is no
 * reason to send it again: it is meant for caches on the way, and fetch adds it to every If-None-Match.
 */
function isKnown(ifNoneMatch: string | undefined, etag: string): boolean {
  if (ifNoneMatch === undefined) return false
  return ifNoneMatch === '*' || ifNoneMatch.split(',').some((tag) => opaque(tag) === opaque(etag))
}

/** Of 'W/"1-abc"' what stands in the quotes: a proxy may make a tag weak. */
function opaque(tag: string): string {
  return tag.trim().replace(/^W\//, '')
}

/**
 * Answers change with the season and the code alone, and a tag is only ever compared with those of its own
 * path. Weak: compressed or not, it is the same answer.
 */
function etagOf({ generation }: DocumentReader, revision: string): string {
  return `W/"${generation.generation}-${generation.runId}-${revision}"`
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
