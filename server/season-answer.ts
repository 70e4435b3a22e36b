import type { Context } from 'koa'
import type { DocumentReader } from '#core/ports/document-store.ts'
import { type Body, encodings, type Encoding } from './response-cache.ts'

/** Which answer of which season. */
export function answerKey({ generation }: DocumentReader, url: string): string {
  return `${generation.runId} ${url}`
}

/**
 * Answers change with the season and the code alone, and a tag is only ever compared with those of its own
 * path. Weak: compressed or not, it is the same answer.
 */
export function etagOf({ generation }: DocumentReader, revision: string): string {
  return `W/"${generation.generation}-${generation.runId}-${revision}"`
}

/** How the client wants it. */
export function encodingFor(ctx: Pick<Context, 'headers' | 'acceptsEncodings'>): Encoding {
  if (ctx.headers['accept-encoding'] === undefined) return 'identity'
  const chosen = ctx.acceptsEncodings(...encodings)
  return encodings.find((encoding) => encoding === chosen) ?? 'identity'
}

/**
 * Whether the client has this answer: then nothing is read. A `no-cache` in the request is no reason to send it
 * again: it is meant for caches on the way, and fetch adds it to every If-None-Match.
 */
export function isAtClient(ctx: Pick<Context, 'headers'>, etag: string): boolean {
  const known = ctx.headers['if-none-match']
  if (known === undefined) return false
  return known === '*' || known.split(',').some((tag) => opaque(tag) === opaque(etag))
}

/** Of 'W/"1-abc"' what stands in the quotes: a proxy may make a tag weak. */
function opaque(tag: string): string {
  return tag.trim().replace(/^W\//, '')
}

type Answering = Pick<Context, 'set' | 'status' | 'body'>
type Header = readonly [name: string, value: string]

export function sendNotModified(ctx: Answering, etag: string): void {
  ctx.status = 304
  for (const [name, value] of cachingHeaders(etag)) ctx.set(name, value)
}

export function sendAnswer(ctx: Answering, etag: string, body: Body): void {
  for (const [name, value] of answerHeaders(etag, body)) ctx.set(name, value)
  ctx.body = body.bytes
}

export function answerHeaders(etag: string, { bytes, encoding }: Body): readonly Header[] {
  return [
    ...cachingHeaders(etag),
    ['Content-Type', 'application/json; charset=utf-8'],
    ...(encoding === 'identity' ? [] : [['Content-Encoding', encoding] as const]),
    ['Content-Length', String(bytes.length)],
  ]
}

function cachingHeaders(etag: string): readonly Header[] {
  return [
    ['ETag', etag],
    ['Cache-Control', 'no-cache'],
    ['Vary', 'Accept-Encoding'],
  ]
}
