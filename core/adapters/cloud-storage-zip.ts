import { Readable } from 'node:stream'
import { callbackify } from 'node:util'
import * as yauzl from 'yauzl'
import { rangeOf, type ListedObject } from './cloud-storage-objects.ts'
import { zipOptions } from './zip-files.ts'

/** A zip in a bucket: of what lies in it only what is asked for is fetched. */
export async function openStoredZip(zip: ListedObject): Promise<yauzl.ZipFile> {
  return await yauzl.fromRandomAccessReaderPromise(
    new ObjectReader(zip),
    zip.object.bytes,
    zipOptions,
  )
}

/** The directory of a zip is read in hundreds of small pieces: so many bytes are fetched for all of them. */
const blockBytes = 64 * 1024

type Block = { readonly start: number; readonly bytes: Buffer }

class ObjectReader extends yauzl.RandomAccessReader {
  readonly #zip: ListedObject
  #block: Block = { start: 0, bytes: Buffer.alloc(0) }

  constructor(zip: ListedObject) {
    super()
    this.#zip = zip
  }

  override _readStreamForRange(start: number, end: number): Readable {
    return Readable.from(rangeOf(this.#zip, start, end), { objectMode: false })
  }

  override read(
    buffer: Buffer,
    offset: number,
    length: number,
    position: number,
    callback: (error: Error | null, bytesRead?: number) => void,
  ): void {
    callbackify(async () => await this.#copy(buffer, offset, length, position))(callback)
  }

  async #copy(buffer: Buffer, offset: number, length: number, position: number): Promise<number> {
    const { start, bytes } = await this.#blockWith(position, length)
    return bytes.copy(buffer, offset, position - start, position - start + length)
  }

  async #blockWith(position: number, length: number): Promise<Block> {
    const { start, bytes } = this.#block
    if (position >= start && position + length <= start + bytes.length) return this.#block
    const end = Math.min(position + Math.max(length, blockBytes), this.#zip.object.bytes)
    const chunks = await Array.fromAsync(rangeOf(this.#zip, position, end))
    this.#block = { start: position, bytes: Buffer.concat(chunks) }
    return this.#block
  }
}
