import { objectAddress, parseStorageAddress } from './cloud-storage-address.ts'
import { createStorage } from './cloud-storage-client.ts'
import { headOf, listObjects, wholeOf, type ListedObject } from './cloud-storage-objects.ts'
import { openStoredZip } from './cloud-storage-zip.ts'
import { createStoredSource, isClutter, isZipName, withoutZip, type Found } from './stored-file.ts'
import { findInZip } from './zip-files.ts'
import { withZips } from './zips-among-files.ts'
import { SourceError, type TimingSource } from '#core/ports/timing-source.ts'

/** The timing files below a prefix of a bucket, or in a zip that lies in one. */
export function openStorage(address: string): TimingSource {
  const { bucket: bucketName, prefix } = parseStorageAddress(address)
  const bucket = createStorage().bucket(bucketName)
  const last = prefix.split('/').at(-1) || bucketName
  if (isZipName(prefix)) {
    return createStoredSource(withoutZip(last), async () => {
      const objects = await listObjects(bucket, prefix)
      return await findInObject(objects, prefix, objectAddress(bucketName, prefix))
    })
  }
  const below = prefix === '' ? '' : `${prefix}/`
  return createStoredSource(last, async () => {
    const objects = await listObjects(bucket, below)
    if (objects.length > 0) return await findAmong(objects, below.length)
    const message = `${address} holds no files: check the prefix, or upload timing files with 'npm run upload'`
    throw new SourceError('unreadable', message)
  })
}

async function findInObject(
  objects: readonly ListedObject[],
  name: string,
  address: string,
): Promise<Found> {
  const zip = objects.find((each) => each.name === name)
  if (zip === undefined)
    throw new SourceError(
      'unreadable',
      `${address} is not there: check the names of bucket and zip`,
    )
  const file = name.split('/').at(-1) ?? name
  const found = await findInZip(file, async () => await openStoredZip(zip), '')
  return { ...found, objects: [zip.object] }
}

async function findAmong(objects: readonly ListedObject[], prefixLength: number): Promise<Found> {
  const byPath = new Map(objects.map((each) => [each.name.slice(prefixLength), each]))
  const seen = [...byPath].filter(([path]) => !isClutter(path))
  const files = seen.flatMap(([path, listed]) => {
    if (isZipName(path)) return []
    const head = async (count: number) => await headOf(listed, count)
    const read = async () => await wholeOf(listed)
    return [{ path, bytes: listed.object.bytes, head, read }]
  })
  const zips = new Map(seen.filter(([path]) => isZipName(path)))
  const found = await withZips({ files, problems: [] }, zips, async (path, zip, home) => {
    return await findInZip(path, async () => await openStoredZip(zip), home)
  })
  return { ...found, objects: seen.map(([, { object }]) => object) }
}
