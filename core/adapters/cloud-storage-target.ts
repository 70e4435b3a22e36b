import { createHash } from 'node:crypto'
import { objectAddress, parseStorageAddress } from './cloud-storage-address.ts'
import { createStorage, faultCode, toldFault } from './cloud-storage-client.ts'
import { listObjects } from './cloud-storage-objects.ts'
import type { SourceObject } from '#core/ports/timing-source.ts'
import { TargetRefused, type TimingTarget } from '#core/ports/timing-target.ts'

/** From here on an upload can be gone on with where it breaks off; below it costs a request more. */
const resumableFromBytes = 8 * 1024 * 1024

/** What lies below gs://bucket/prefix, to be written. */
export function openTarget(address: string): TimingTarget {
  const { bucket: bucketName, prefix } = parseStorageAddress(address)
  const bucket = createStorage().bucket(bucketName)
  const below = prefix === '' ? '' : `${prefix}/`
  let there: ReadonlyMap<string, SourceObject> = new Map()
  return {
    async list() {
      const listed = await listObjects(bucket, below)
      there = new Map(listed.map(({ name, object }) => [name.slice(below.length), object]))
      return [...there.keys()]
    },
    standing(path, bytes) {
      const known = there.get(path)
      if (known === undefined) return 'new'
      return known.md5 === md5Of(bytes) ? 'unchanged' : 'changed'
    },
    async write(path, bytes) {
      const name = below + path
      // 0 stands for: only where nothing is. With it a try that is made again does no harm.
      const ifGenerationMatch = there.get(path)?.generation ?? 0
      try {
        await bucket.file(name).save(Buffer.from(bytes), {
          resumable: bytes.length >= resumableFromBytes,
          validation: 'md5',
          contentType: path.endsWith('.json') ? 'application/json' : 'text/csv',
          preconditionOpts: { ifGenerationMatch },
        })
      } catch (error) {
        throw refused(objectAddress(bucketName, name), error)
      }
    },
  }
}

function md5Of(bytes: Uint8Array): string {
  return createHash('md5').update(bytes).digest('base64')
}

function refused(address: string, error: unknown): TargetRefused {
  const message =
    faultCode(error) === 412
      ? `${address} was written by somebody else meanwhile and is left as it is: run again to compare`
      : toldFault(address, error)
  return new TargetRefused(message, { cause: error })
}
