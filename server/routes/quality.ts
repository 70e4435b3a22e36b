import { readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Middleware } from 'koa'
import { type QualityAnswer, QualityRun } from '#core/protocol/rest/quality-answer.ts'
import type { AppState } from '../middlewares/app-state.ts'

/** Where `npm run eval` leaves its run: beside the store, as the default store is in data/. */
export function qualityBeside(storeFile: string): string {
  return join(dirname(storeFile), 'quality.json')
}

/** The last run of the evaluation; read each time, since it is run beside the service. */
export function quality(file: string | undefined): Middleware<AppState> {
  return async (ctx) => {
    const answer: QualityAnswer = { run: file === undefined ? null : await readRun(file) }
    ctx.set('Cache-Control', 'no-cache')
    ctx.body = answer
  }
}

async function readRun(file: string): Promise<QualityRun | null> {
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined
    throw error
  })
  return text === undefined ? null : QualityRun.parse(JSON.parse(text))
}
