import type { Middleware } from 'koa'
import type { DocumentReader } from '#core/ports/document-store.ts'
import { apiVersion, type HealthAnswer, type Progress } from '#core/protocol/rest/health-answer.ts'
import type { CurrentReader } from './current-reader.ts'
import type { AppState } from './middlewares/app-state.ts'

export type HealthOptions = {
  readonly currentReader: CurrentReader
  /** What kind of store it is, for people: 'sqlite'. */
  readonly storeName: string
  /** Null where the composer writes everything, and until the model is known. */
  readonly model: () => { readonly name: string } | null
  /** How far the season's building has come. */
  readonly progress: () => Progress | undefined
}

/** The process answers: asks nobody else, so that a slow store does not get it restarted. */
export const live: Middleware<AppState> = (ctx) => {
  ctx.set('Cache-Control', 'no-store')
  ctx.body = { status: 'alive' }
}

export function health(options: HealthOptions): Middleware<AppState> {
  return async (ctx) => {
    const answer = await healthOf(options, ctx)
    ctx.set('Cache-Control', 'no-store')
    ctx.status = answer.status === 'healthy' ? 200 : 503
    ctx.body = answer
  }
}

async function healthOf(
  { currentReader, storeName, model, progress }: HealthOptions,
  ctx: { state: AppState },
): Promise<HealthAnswer> {
  const about = { version: apiVersion, store: storeName, model: model() }
  const nothing = { generation: null, runId: null, publishedAt: null }
  let reader: DocumentReader | undefined
  try {
    reader = await currentReader()
  } catch (error) {
    // A store that does not answer is what this path has to tell; the log gets the reason.
    ctx.state.fault = error instanceof Error ? (error.cause ?? error) : error
    return { status: 'unavailable', ...about, ...nothing, progress: null }
  }
  if (reader === undefined) {
    return { status: 'starting', ...about, ...nothing, progress: progress() ?? null }
  }
  const { generation, runId, publishedAt = null } = reader.generation
  return { status: 'healthy', ...about, generation, runId, publishedAt, progress: null }
}
