import { inOrderOfPaths } from './stored-file.ts'
import type { Problem } from '#core/domain/problem.ts'
import { SourceError, type SourceFile, type TimingSource } from '#core/ports/timing-source.ts'

type Listed = {
  readonly file: SourceFile
  readonly original: SourceFile
  readonly source: TimingSource
}

/** A file of several sources read as one, and which of them holds it. */
export type JoinedFile = SourceFile & {
  readonly source: TimingSource
  readonly pathInSource: string
}

export interface JoinedSource extends TimingSource {
  list(): Promise<{ readonly files: readonly JoinedFile[]; readonly problems: readonly Problem[] }>
}

/**
 * Several folders or zips as one. Where two hold the same path, the later one's gets its source's
 * name in front, so that a path still means one file.
 */
export function joinSources(sources: readonly TimingSource[]): JoinedSource {
  let listed: ReadonlyMap<string, Listed> = new Map()
  const home = (file: SourceFile): Listed => {
    const known = listed.get(file.path)
    if (known === undefined) throw new SourceError('unreadable', `${file.path} is not in the data`)
    return known
  }
  return {
    name: sources.map(({ name }) => name).join(' + '),
    async list() {
      const lists = await Promise.all(
        sources.map(async (source) => ({ source, ...(await source.list()) })),
      )
      const all = new Map<string, Listed>()
      for (const { source, files } of lists) {
        for (const original of files) {
          const path = freePath(original.path, source.name, all)
          all.set(path, { file: { ...original, path }, original, source })
        }
      }
      listed = all
      const files = Array.from(all.values(), ({ file, original, source }) => ({
        ...file,
        source,
        pathInSource: original.path,
      }))
      return { files: inOrderOfPaths(files), problems: lists.flatMap(({ problems }) => problems) }
    },
    objects: async () =>
      (await Promise.all(sources.map(async (source) => await source.objects()))).flat(),
    async head(file, bytes) {
      const { source, original } = home(file)
      return await source.head(original, bytes)
    },
    async read(file) {
      const { source, original } = home(file)
      return await source.read(original)
    },
    async close() {
      await Promise.all(sources.map(async (source) => await source.close()))
    },
  }
}

function freePath(path: string, sourceName: string, taken: ReadonlyMap<string, unknown>): string {
  let free = path
  while (taken.has(free)) free = `${sourceName}/${free}`
  return free
}
