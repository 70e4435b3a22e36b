import type { Dirent } from 'node:fs'
import { open, readdir, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { isClutter, isZipName, type Found, type StoredFile } from './stored-file.ts'
import { findInZipFile } from './zip-files.ts'
import { withZips } from './zips-among-files.ts'
import { SourceError } from '#core/ports/timing-source.ts'

/** The files of a folder and of the zips in it; links are not followed, they may lead anywhere. */
export async function findInFolder(root: string): Promise<Found> {
  const { zips, ...walked } = await walk(root, '')
  const found = new Map(zips.map((zip) => [zip, join(root, zip)]))
  return await withZips(walked, found, findInZipFile)
}

type Walked = Pick<Found, 'files' | 'problems'> & { readonly zips: readonly string[] }

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
