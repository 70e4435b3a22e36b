import { readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import * as z from 'zod'
import type { DrawPage } from '#core/protocol/drawn-page.ts'
import { composePage, type PageParts } from './compose-page.ts'
import { preloadLinks, readManifest } from './preloads.ts'

/** The page that every path of the dashboard is answered with, and what draws its first view. */
export type ClientBuild = {
  /** Changes with each build. */
  readonly id: string
  page(parts: Omit<PageParts, 'template' | 'links'> & { readonly path: string }): string
  /** Absent: only the browser can draw it. */
  readonly drawPage?: DrawPage
}

export type BuiltClient = {
  readonly folder: string
  /** Undefined until it is built. A page of a new build names new scripts, so it is read anew when it has changed. */
  current(): Promise<ClientBuild | undefined>
}

/** The built client in a folder. */
export function openBuiltClient(folder: string): BuiltClient {
  let read: ClientBuild | undefined
  return {
    folder,
    async current() {
      const id = await buildId(folder)
      if (id !== read?.id) read = id === undefined ? undefined : await readBuild(folder, id)
      return read
    },
  }
}

/** Both are written one after the other: a page whose drawing is not there yet is another build than with it. */
async function buildId(folder: string): Promise<string | undefined> {
  const files = [join(folder, 'index.html'), drawingIn(folder)]
  const [page, drawing] = await Promise.all(
    files.map(async (file) => (await stat(file).catch(undefinedIfMissing))?.mtimeMs),
  )
  return page === undefined ? undefined : `${page}-${drawing ?? 'undrawn'}`
}

function drawingIn(folder: string): string {
  return join(folder, 'drawing', 'draw-page.js')
}

async function readBuild(folder: string, id: string): Promise<ClientBuild> {
  const template = await readFile(join(folder, 'index.html'), 'utf8')
  const manifest = await readManifest(folder)
  const drawPage = await loadDrawing(folder, id)
  return {
    id,
    page({ path, ...parts }) {
      const isDrawn = parts.drawn !== undefined
      const links = manifest === undefined ? '' : preloadLinks(manifest, path, isDrawn)
      return composePage({ template, links, ...parts })
    },
    ...(drawPage && { drawPage }),
  }
}

const Drawing = z.object({
  drawPage: z.custom<DrawPage>((value) => typeof value === 'function'),
})

async function loadDrawing(folder: string, id: string): Promise<DrawPage | undefined> {
  const file = drawingIn(folder)
  if ((await stat(file).catch(undefinedIfMissing)) === undefined) return undefined
  // A module is loaded once for each address: of a new build it is another one.
  return Drawing.parse(await import(`${pathToFileURL(file).href}?${id}`)).drawPage
}

function undefinedIfMissing(error: NodeJS.ErrnoException): undefined {
  if (error.code !== 'ENOENT') throw error
}
