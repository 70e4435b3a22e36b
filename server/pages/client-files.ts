import { basename, join } from 'node:path'
import { send } from '@koa/send'
import type { Context, Middleware } from 'koa'
import { notFound } from '../errors.ts'
import type { BuiltClient } from './built-client.ts'

const yearMs = 365 * 24 * 3600 * 1000

/** The built scripts, styles and fonts: their names hold their content's hash, so they are kept for ever. */
export function clientAssets({ folder }: BuiltClient): Middleware {
  const root = join(folder, 'assets')
  return async (ctx) => {
    ctx.vary('Accept-Encoding')
    await sendFound(ctx, basename(ctx.path), { root, maxage: yearMs, immutable: true })
  }
}

/** Files that keep their name from one build to the next. */
export function clientFile({ folder }: BuiltClient, name: string): Middleware {
  return async (ctx) => {
    ctx.vary('Accept-Encoding')
    ctx.set('Cache-Control', 'no-cache')
    await sendFound(ctx, name, { root: folder })
  }
}

/** A name that leads out of the folder is answered like one that is not there. */
async function sendFound(ctx: Context, name: string, options: Parameters<typeof send>[2]) {
  try {
    await send(ctx, name, options)
  } catch (error) {
    const isTheirs = error instanceof Error && 'status' in error && Number(error.status) < 500
    throw isTheirs ? notFound(`There is nothing at '${ctx.path.slice(0, 100)}'.`) : error
  }
}
