import type { Dirent } from 'node:fs'
import { open, readdir, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { isClutter, isZipName, withoutZip, type Found, type StoredFile } from './stored-file.ts'
import { findInZipFile } from './zip-files.ts'
import { SourceError } from '#core/ports/timing-source.ts'

/** The files of a folder and of the zips in it; links are not followed, they may lead anywhere. */
export async function findInFolder(root: string): Promise<Found> {
  const { files, zips, problems } = await walk(root, '')
  const homes = homesOf(zips, files)
  const inner = await Promise.all(
    Array.from(homes, async ([zip, home]) => await findInZipFile(join(root, zip), zip, `${home}/`)),
  )
  return {
    files: [...files, ...inner.flatMap((each) => each.files)],
    problems: [...problems, ...inner.flatMap((each) => each.problems)],
    close: () => {
      for (const each of inner) each.close()
    },
  }
}

/** Under what each zip's files are listed: its name without '.zip', unless something else is there. */
function homesOf(zips: readonly string[], files: readonly StoredFile[]): Map<string, string> {
  const taken = new Set(files.flatMap(({ path }) => foldersAbove(path)))
  const homes = new Map<string, string>()
  for (const zip of zips.toSorted()) {
    const home = taken.has(withoutZip(zip)) ? zip : withoutZip(zip)
    taken.add(home)
    homes.set(zip, home)
  }
  return homes
}

/** 'a/b/c.csv' → 'a', 'a/b'. */
function foldersAbove(path: string): readonly string[] {
  const parts = path.split('/').slice(0, -1)
  return parts.map((_, index) => parts.slice(0, index + 1).join('/'))
}

type Walked = Omit<Found, 'close'> & { readonly zips: readonly string[] }

async function walk(root: string, folder: string): Promise<Walked> {
  const entries = await readdir(join(root, folder), { withFileTypes: true })
  const seen = entries.filter(({ name }) => !isClutter(name))
  const walked = await Promise.all(
    seen.map(async (entry) => {
      const path = folder === '' ? entry.name : `${folder}/${entry.name}`
      if (entry.isDirectory()) return await walkUnlessUnreadable(root, path)
      return await walkedFile(root, path, entry)
    }),
  )
  return {
    files: walked.flatMap(({ files }) => files),
    zips: walked.flatMap(({ zips }) => zips),
    problems: walked.flatMap(({ problems }) => problems),
  }
}

async function walkedFile(root: string, path: string, entry: Dirent): Promise<Walked> {
  const nothing: Walked = { files: [], zips: [], problems: [] }
  if (entry.isSymbolicLink()) {
    const message = 'a link is not followed: give the folder it leads to as data of its own'
    return { ...nothing, problems: [{ file: path, code: 'link-not-followed', message }] }
  }
  if (!entry.isFile()) return nothing
  if (isZipName(path)) return { ...nothing, zips: [path] }
  return { ...nothing, files: [await fileIn(root, path)] }
}

async function walkUnlessUnreadable(root: string, folder: string): Promise<Walked> {
  try {
    return await walk(root, folder)
  } catch (error) {
    // One folder that may not be read is no reason not to read the others.
    const message = `the folder cannot be read (${codeOf(error)}): its files are missing`
    return { files: [], zips: [], problems: [{ file: folder, code: 'unreadable', message }] }
  }
}

async function fileIn(root: string, path: string): Promise<StoredFile> {
  const full = join(root, path)
  const { size } = await stat(full)
  return {
    path,
    bytes: size,
    head: async (count) => await unlessUnreadable(headOf(full, count)),
    read: async () => await unlessUnreadable(readFile(full)),
  }
}

async function headOf(path: string, count: number): Promise<Uint8Array> {
  const file = await open(path)
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(count), 0, count, 0)
    return buffer.subarray(0, bytesRead)
  } finally {
    await file.close()
  }
}

async function unlessUnreadable<T>(reading: Promise<T>): Promise<T> {
  try {
    return await reading
  } catch (error) {
    throw new SourceError('unreadable', `it cannot be read (${codeOf(error)})`, { cause: error })
  }
}

/** 'EACCES', the system's word for what went wrong. */
export function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : 'unknown'
}
