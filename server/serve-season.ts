import type { RouterContext } from '@koa/router'
import type { DocumentReader } from '#core/ports/document-store.ts'
import type { Progress } from '#core/protocol/rest/health-answer.ts'
import type { CurrentReader } from './current-reader.ts'
import { unavailable } from './errors.ts'
import type { AppState } from './middlewares/app-state.ts'
import type { ResponseCache } from './response-cache.ts'
import {
  answerKey,
  encodingFor,
  etagOf,
  isAtClient,
  sendAnswer,
  sendNotModified,
} from './season-answer.ts'
import type { SeasonRoute } from './season-route.ts'
import { createSeason } from './season.ts'

export type SeasonServing = {
  readonly currentReader: CurrentReader
  readonly cache: ResponseCache
  /** Of the code that presents: answers of another revision are not taken for the same. */
  readonly revision: string
  readonly progress: () => Progress | undefined
}

/** Answers a route from the season that is published now, one generation for the whole request. */
export function serveSeason(route: SeasonRoute, serving: SeasonServing) {
  const { currentReader, cache, revision, progress } = serving

  function make(ctx: RouterContext<AppState>, reader: DocumentReader) {
    const key = answerKey(reader, ctx.url)
    ctx.state.timedOut?.catch(() => cache.giveUp(key))
    return cache.body(key, encodingFor(ctx), () =>
      route.answerFrom(createSeason(reader), ctx.params, ctx.query),
    )
  }

  return async (ctx: RouterContext<AppState>): Promise<void> => {
    const reader = (await currentReader()) ?? noSeason(progress())
    const etag = etagOf(reader, revision)
    if (isAtClient(ctx, etag)) {
      sendNotModified(ctx, etag)
      return
    }
    const body = await make(ctx, reader)
    // Whoever ran out of time has been answered.
    if (!ctx.headerSent) sendAnswer(ctx, etag, body)
  }
}

function noSeason(progress: Progress | undefined): never {
  const how = progress?.text ?? 'Publish one with: npm run season'
  throw unavailable(`No season is published yet. ${how}`)
}
