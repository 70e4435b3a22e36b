import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import { LRUCache } from 'lru-cache'

export const encodings = ['br', 'gzip', 'identity'] as const
export type Encoding = (typeof encodings)[number]

/** An answer as it is sent. */
export type Body = { readonly bytes: Buffer; readonly encoding: Encoding }

const compressWith = {
  br: (bytes: Buffer) =>
    promisify(brotliCompress)(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }),
  gzip: (bytes: Buffer) => promisify(gzip)(bytes),
}

/** Below this compression costs more than it saves. */
const worthCompressing = 1024

/** What a body takes beside its bytes. */
const overhead = 300

/**
 * Answers of published seasons, serialised and compressed once. A season never changes, so a body is right as
 * long as its key names the season; how many bytes are kept is bounded. Requests for one key that is being
 * made wait for it together.
 */
export function createResponseCache(maxBytes: number) {
  const bodies = new LRUCache<string, Body>({
    maxSize: maxBytes,
    sizeCalculation: ({ bytes }, key) => bytes.length + key.length + overhead,
  })
  const making = new Map<string, Promise<Body>>()
  const fullKey = (key: string, encoding: Encoding) => `${encoding} ${key}`

  async function make(
    key: string,
    encoding: Encoding,
    answer: () => Promise<unknown>,
  ): Promise<Body> {
    const full = fullKey(key, encoding)
    const made = encoding === 'identity' ? serialised(answer) : compressed(key, encoding, answer)
    making.set(full, made)
    try {
      const body = await made
      bodies.set(full, body)
      return body
    } finally {
      if (making.get(full) === made) making.delete(full)
    }
  }

  async function compressed(key: string, encoding: 'br' | 'gzip', answer: () => Promise<unknown>) {
    const plain = known(key, 'identity') ?? (await body(key, 'identity', answer))
    if (plain.bytes.length < worthCompressing) return plain
    return { bytes: await compressWith[encoding](plain.bytes), encoding }
  }

  const known = (key: string, encoding: Encoding) => bodies.get(fullKey(key, encoding))
  const body = (key: string, encoding: Encoding, answer: () => Promise<unknown>) =>
    making.get(fullKey(key, encoding)) ?? make(key, encoding, answer)

  return {
    /** What is there already. */
    known,
    /** What is being made, else it is made now. */
    body,
    /** Nobody waits any longer for what is being made: the next request tries anew. */
    giveUp: (key: string) => encodings.forEach((encoding) => making.delete(fullKey(key, encoding))),
  }
}
export type ResponseCache = ReturnType<typeof createResponseCache>

async function serialised(answer: () => Promise<unknown>): Promise<Body> {
  return { bytes: Buffer.from(JSON.stringify(await answer())), encoding: 'identity' }
}
