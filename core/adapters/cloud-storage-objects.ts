import type { Bucket, File } from '@google-cloud/storage'
import * as z from 'zod'
import { objectAddress } from './cloud-storage-address.ts'
import { faultCode, persistently, toldFault, untilNextAttempt } from './cloud-storage-client.ts'
import { largestReadBytes } from './stored-file.ts'
import { SourceError, SourceFailed, type SourceObject } from '#core/ports/timing-source.ts'

/** What is asked of a listing, and nothing else. The library then hands it on as it came. */
const fields = 'items(name,size,generation,md5Hash,contentEncoding),nextPageToken'

const Listing = z.array(
  z.object({
    name: z.string(),
    size: z.coerce.number(),
    generation: z.coerce.string(),
    md5Hash: z.string().optional(),
    contentEncoding: z.string().optional(),
  }),
)

/** An object as it was listed: of that generation, and no other, its bytes are read. */
export type ListedObject = {
  readonly name: string
  readonly object: SourceObject
  /** Stored packed; its bytes are unpacked on the way. */
  readonly isPacked: boolean
  readonly file: File
}

/** All objects whose names begin so, as they are now. Rejects with a SourceError that says what to do. */
export async function listObjects(
  bucket: Bucket,
  prefix: string,
): Promise<readonly ListedObject[]> {
  try {
    const [files] = await bucket.getFiles({ prefix, fields })
    const listing = Listing.parse(files).filter(({ name }) => !name.endsWith('/'))
    return listing.map((object) => listedObject(bucket, object))
  } catch (error) {
    const address = prefix === '' ? `gs://${bucket.name}` : objectAddress(bucket.name, prefix)
    throw new SourceError('unreadable', toldFault(address, error), { cause: error })
  }
}

function listedObject(
  bucket: Bucket,
  { name, size, generation, md5Hash, contentEncoding }: z.infer<typeof Listing>[number],
): ListedObject {
  return {
    name,
    object: {
      address: objectAddress(bucket.name, name),
      bytes: size,
      generation,
      ...(md5Hash !== undefined && { md5: md5Hash }),
    },
    isPacked: contentEncoding === 'gzip',
    file: bucket.file(name, { generation }),
  }
}

/** All bytes of an object, compared with its checksum. */
export async function wholeOf({ object, file }: ListedObject): Promise<Uint8Array> {
  if (object.bytes === 0) return new Uint8Array()
  return await unlessFailed(object, async () => await persistently(async () => await readAll(file)))
}

async function readAll(file: File): Promise<Uint8Array> {
  const chunks: Buffer[] = []
  let length = 0
  for await (const chunk of file.createReadStream()) {
    if (!Buffer.isBuffer(chunk)) continue
    chunks.push(chunk)
    length += chunk.length
    // A small packed object may hold anything.
    if (length > largestReadBytes) {
      const message = `the object has more than ${largestReadBytes} bytes and is not read`
      throw new SourceError('too-large', message)
    }
  }
  return Buffer.concat(chunks)
}

/** The first bytes of an object; a part of a packed one cannot be unpacked. */
export async function headOf(listed: ListedObject, count: number): Promise<Uint8Array> {
  if (listed.isPacked) return (await wholeOf(listed)).subarray(0, count)
  const chunks: Uint8Array[] = []
  for await (const chunk of rangeOf(listed, 0, Math.min(count, listed.object.bytes)))
    chunks.push(chunk)
  return Buffer.concat(chunks)
}

/** The bytes from `start` up to and without `end`; where the answer breaks off it is gone on with. */
export async function* rangeOf(
  { object, file }: ListedObject,
  start: number,
  end: number,
): AsyncGenerator<Uint8Array> {
  let at = start
  const restOf = async function* restOf() {
    for await (const chunk of file.createReadStream({ start: at, end: end - 1 })) {
      if (!Buffer.isBuffer(chunk)) continue
      at += chunk.length
      yield chunk
    }
    if (at < end) throw new Error(`the answer ended after ${at} of ${end} bytes`)
  }
  for (let failures = 1; at < end; failures++) {
    try {
      yield* restOf()
    } catch (error) {
      // oxlint-disable-next-line no-await-in-loop -- each request begins where the one before broke off
      await unlessFailed(object, async () => await untilNextAttempt(error, failures))
    }
  }
}

async function unlessFailed<T>(object: SourceObject, reading: () => Promise<T>): Promise<T> {
  try {
    return await reading()
  } catch (error) {
    if (error instanceof SourceError) throw error
    throw failed(object, error)
  }
}

function failed({ address, generation }: SourceObject, error: unknown): SourceFailed {
  const code = faultCode(error)
  const message =
    code === 404 || code === 412
      ? `${address} was changed or removed while it was read (generation ${generation} is gone). Nothing was published: run again when nobody uploads`
      : toldFault(address, error)
  return new SourceFailed(message, { cause: error })
}
