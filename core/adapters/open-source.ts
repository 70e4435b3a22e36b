import { stat } from 'node:fs/promises'
import { basename, resolve } from 'node:path'
import { isStorageAddress } from './cloud-storage-address.ts'
import { codeOf, findInFolder } from './folder-files.ts'
import { createStoredSource, isZipName, withoutZip } from './stored-file.ts'
import { findInZipFile } from './zip-files.ts'
import { SourceError, type TimingSource } from '#core/ports/timing-source.ts'

/**
 * The folder or zip at a path, or what lies below gs://bucket/prefix, as given with `--data`. Rejects with a
 * SourceError that says what is wrong, at the latest when its files are listed.
 */
export async function openSource(path: string): Promise<TimingSource> {
  if (isStorageAddress(path)) {
    // The client is the half of what a season would load.
    const { openStorage } = await import('./cloud-storage-files.ts')
    return openStorage(path)
  }
  const root = resolve(path)
  const name = basename(root)
  const kind = await kindOf(path)
  if (kind === 'zip') {
    return createStoredSource(withoutZip(name), async () => await findInZipFile(name, root, ''))
  }
  return createStoredSource(name, async () => await unlessUnreadable(path, findInFolder(root)))
}

async function kindOf(path: string): Promise<'folder' | 'zip'> {
  const stats = await unlessUnreadable(path, stat(path))
  if (stats.isDirectory()) return 'folder'
  if (stats.isFile() && isZipName(path)) return 'zip'
  throw new SourceError('unreadable', `${path} is neither a folder nor a zip`)
}

async function unlessUnreadable<T>(path: string, reading: Promise<T>): Promise<T> {
  try {
    return await reading
  } catch (error) {
    const code = codeOf(error)
    const what = code === 'ENOENT' ? 'is not there' : `cannot be read (${code})`
    throw new SourceError('unreadable', `${path} ${what}`, { cause: error })
  }
}
