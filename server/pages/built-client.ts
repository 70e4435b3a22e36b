import { readFile } from 'node:fs/promises'
import { join } from 'node:path'

/** Where the build of the client left room for the nonce of an answer: client/vite.config.ts. */
const noncePlace = '__CSP_NONCE__'

/** The page that every path of the dashboard is answered with; undefined until it is built. */
export type BuiltClient = {
  readonly folder: string
  page(nonce: string): Promise<string | undefined>
}

/** The built client in a folder; its page is read once it is there. */
export function openBuiltClient(folder: string): BuiltClient {
  let pieces: readonly string[] | undefined
  return {
    folder,
    async page(nonce) {
      pieces ??= await readPage(join(folder, 'index.html'))
      return pieces?.join(nonce)
    },
  }
}

async function readPage(file: string): Promise<readonly string[] | undefined> {
  try {
    return (await readFile(file, 'utf8')).split(noncePlace)
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
    throw error
  }
}
