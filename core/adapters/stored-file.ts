import type { Problem } from '#core/domain/problem.ts'
import {
  SourceError,
  type SourceFile,
  type SourceObject,
  type TimingSource,
} from '#core/ports/timing-source.ts'

/** A file that was found, with the ways to its bytes. */
export type StoredFile = SourceFile & {
  head(bytes: number): Promise<Uint8Array>
  read(): Promise<Uint8Array>
}

/** What a folder or zip was found to hold. */
export type Found = {
  readonly files: readonly StoredFile[]
  readonly problems: readonly Problem[]
  /** Those of a bucket that hold them. */
  readonly objects?: readonly SourceObject[]
  readonly close: () => void
}

/** Files to be read whole are a few MB at most; telemetry of GBs is only ever looked at. */
export const largestReadBytes = 256 * 1024 * 1024

/** A source of what `find` finds, once; files of one path are told apart by a number. */
export function createStoredSource(name: string, find: () => Promise<Found>): TimingSource {
  let found: Promise<Found> | undefined
  let byPath: ReadonlyMap<string, StoredFile> = new Map()
  const stored = (file: SourceFile): StoredFile => {
    const known = byPath.get(file.path)
    if (known === undefined) throw new SourceError('unreadable', `${file.path} is not in ${name}`)
    return known
  }
  const findOnce = async () => await (found ??= find())
  return {
    name,
    objects: async () => (await findOnce()).objects ?? [],
    async list() {
      const { files, problems } = await findOnce()
      const sorted = inOrderOfPaths(files)
      byPath = new Map(sorted.map((file) => [file.path, file]))
      return { files: sorted.map(({ path, bytes }) => ({ path, bytes })), problems }
    },
    head: async (file, bytes) => await stored(file).head(bytes),
    async read(file) {
      const known = stored(file)
      if (known.bytes <= largestReadBytes) return await known.read()
      throw new SourceError('too-large', `the file has ${known.bytes} bytes and is not read`)
    },
    async close() {
      const all = await found
      all?.close()
    },
  }
}

/** Sorted by code units, so that the order is the same on every machine. */
export function inOrderOfPaths<T extends SourceFile>(files: readonly T[]): readonly T[] {
  return files.toSorted((a, b) => (a.path < b.path ? -1 : Number(a.path > b.path)))
}

/** Hidden files, and what macOS and Windows leave in folders and zips. */
export function isClutter(path: string): boolean {
  return path.split('/').some((part) => part.startsWith('.') || part === '__MACOSX')
}

export function isZipName(path: string): boolean {
  return path.toLowerCase().endsWith('.zip')
}

/** 'season/barber.zip' → 'season/barber', what its files are listed under. */
export function withoutZip(path: string): string {
  return path.slice(0, -'.zip'.length)
}
