import { LRUCache } from 'lru-cache'
import type { Device, DrawnPage } from '#core/protocol/drawn-page.ts'
import { pagePaths } from '#core/protocol/pages.ts'
import type { DocumentReader } from '#core/ports/document-store.ts'
import type { CurrentReader } from '../current-reader.ts'
import type { ResponseCache } from '../response-cache.ts'
import type { ClientBuild } from './built-client.ts'
import { findAnswer } from './find-answer.ts'

/** Pages of public figures, which are the same for everybody who opens their address. */
const drawn = [
  pagePaths.season,
  pagePaths.track,
  pagePaths.race,
  pagePaths.car,
  pagePaths.carToggle,
  pagePaths.compare,
  pagePaths.debrief,
].map((pathname) => new URLPattern({ pathname }))

/** Longer addresses are nobody's link. */
const longestAddress = 300
/** What is drawn at a time; whoever comes then has the browser draw it, and waits for nobody. */
const mostAtOnce = 4
/** What a page takes beside its text. */
const overhead = 1000

export type DrawnPagesOptions = {
  readonly currentReader: CurrentReader
  readonly cache: ResponseCache
  readonly keptBytes: number
  /** A page that fails to be drawn is served all the same: the browser draws it. */
  readonly onFault: (error: unknown, address: string) => void
}

type Wanted = {
  readonly build: ClientBuild
  readonly address: string
  readonly device: Device
}

/** First views, each drawn once for a season and a kind of device. */
export function createDrawnPages(options: DrawnPagesOptions) {
  const { currentReader, cache, keptBytes, onFault } = options
  const kept = new LRUCache<string, DrawnPage>({
    maxSize: keptBytes,
    sizeCalculation: (page, key) => overhead + key.length + sizeOf(page),
  })
  const drawing = new Map<string, Promise<DrawnPage | undefined>>()

  async function draw(key: string, reader: DocumentReader, { build, address, device }: Wanted) {
    try {
      const answer = (asked: string) => findAnswer(cache, reader, asked)
      const page = await build.drawPage?.({ address, device, answer })
      if (page !== undefined) kept.set(key, page)
      return page
    } catch (error) {
      onFault(error, address)
      return undefined
    } finally {
      drawing.delete(key)
    }
  }

  /** Undefined where the browser has to draw it. */
  return async (wanted: Wanted): Promise<DrawnPage | undefined> => {
    const { build, address, device } = wanted
    const reader = isDrawn(address) ? await currentReader() : undefined
    if (reader === undefined) return undefined
    const key = [reader.generation.runId, build.id, device, address].join(' ')
    const known = kept.get(key) ?? drawing.get(key)
    if (known !== undefined || drawing.size >= mostAtOnce) return known
    const begun = draw(key, reader, wanted)
    drawing.set(key, begun)
    return begun
  }
}
export type DrawnPages = ReturnType<typeof createDrawnPages>

function isDrawn(address: string): boolean {
  const [pathname = ''] = address.split('?')
  return address.length <= longestAddress && drawn.some((pattern) => pattern.test({ pathname }))
}

function sizeOf(page: DrawnPage): number {
  const css = page.styles.reduce((sum, style) => sum + style.css.length, 0)
  return page.html.length + css + JSON.stringify(page.start).length
}
