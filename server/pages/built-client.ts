import { readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { preloadLinks, readManifest } from './preloads.ts'

/** Where the build of the client left room for the nonce of an answer: client/vite.config.ts. */
const noncePlace = '__CSP_NONCE__'
const headEnd = '</head>'

/** The page that every path of the dashboard is answered with; undefined until it is built. */
export type BuiltClient = {
  readonly folder: string
  /** With links to what the view at the path needs first. */
  page(nonce: string, path: string): Promise<string | undefined>
}

type ReadPage = {
  readonly mtimeMs: number
  readonly text: string
  readonly manifest: Awaited<ReturnType<typeof readManifest>>
}

/** The built client in a folder. A page of a new build names new scripts, so it is read anew when it has changed. */
export function openBuiltClient(folder: string): BuiltClient {
  let read: ReadPage | undefined
  return {
    folder,
    async page(nonce, path) {
      read = await readPage(folder, read)
      if (read === undefined) return undefined
      const { text, manifest } = read
      const links = manifest === undefined ? '' : preloadLinks(manifest, path)
      return text.replaceAll(noncePlace, nonce).replace(headEnd, () => `${links}${headEnd}`)
    },
  }
}

async function readPage(
  folder: string,
  before: ReadPage | undefined,
): Promise<ReadPage | undefined> {
  const file = join(folder, 'index.html')
  try {
    const { mtimeMs } = await stat(file)
    if (mtimeMs === before?.mtimeMs) return before
    const manifest = await readManifest(folder)
    return { mtimeMs, text: await readFile(file, 'utf8'), manifest }
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
    throw error
  }
}
