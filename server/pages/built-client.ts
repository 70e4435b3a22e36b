import { readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'

/** Where the build of the client left room for the nonce of an answer: client/vite.config.ts. */
const noncePlace = '__CSP_NONCE__'

/** The page that every path of the dashboard is answered with; undefined until it is built. */
export type BuiltClient = {
  readonly folder: string
  page(nonce: string): Promise<string | undefined>
}

type ReadPage = { readonly mtimeMs: number; readonly pieces: readonly string[] }

/** The built client in a folder. A page of a new build names new scripts, so it is read anew when it has changed. */
export function openBuiltClient(folder: string): BuiltClient {
  const file = join(folder, 'index.html')
  let read: ReadPage | undefined
  return {
    folder,
    async page(nonce) {
      read = await readPage(file, read)
      return read?.pieces.join(nonce)
    },
  }
}

async function readPage(file: string, before: ReadPage | undefined): Promise<ReadPage | undefined> {
  try {
    const { mtimeMs } = await stat(file)
    if (mtimeMs === before?.mtimeMs) return before
    return { mtimeMs, pieces: (await readFile(file, 'utf8')).split(noncePlace) }
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
    throw error
  }
}
