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

  function body(
    key: string,
    encoding: Encoding,
    make: () => Promise<unknown>,
  ): Body | Promise<Body> {
    const fullKey = `${encoding} ${key}`
    return bodies.get(fullKey) ?? making.get(fullKey) ?? start(fullKey, key, encoding, make)
  }

  async function start(
    fullKey: string,
    key: string,
    encoding: Encoding,
    make: () => Promise<unknown>,
  ): Promise<Body> {
    const made = encoding === 'identity' ? serialised(make) : compressed(key, encoding, make)
    making.set(fullKey, made)
    try {
      const finished = await made
      bodies.set(fullKey, finished)
      return finished
    } finally {
      if (making.get(fullKey) === made) making.delete(fullKey)
    }
  }

  async function compressed(key: string, encoding: 'br' | 'gzip', make: () => Promise<unknown>) {
    const plain = await body(key, 'identity', make)
    if (plain.bytes.length < worthCompressing) return plain
    return { bytes: await compressWith[encoding](plain.bytes), encoding }
  }

  return {
    body,
    /** Nobody waits any longer for what is being made: the next request tries anew. */
    giveUp: (key: string) => encodings.forEach((encoding) => making.delete(`${encoding} ${key}`)),
  }
}
export type ResponseCache = ReturnType<typeof createResponseCache>

async function serialised(make: () => Promise<unknown>): Promise<Body> {
  return { bytes: Buffer.from(JSON.stringify(await make())), encoding: 'identity' }
}
