import { copyFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, vi } from 'vitest'
import { type RunningService, startService } from '../eval/running-service.ts'
import { launchChromium } from '../testing/chromium.ts'
import { newFolder } from '../testing/new-folder.ts'
import { demoSeason, type TestSeason } from '../testing/test-season.ts'

export type Device = {
  readonly width: number
  readonly height: number
  readonly scheme?: 'light' | 'dark'
  readonly isTouch?: boolean
  /** Reduced motion. */
  readonly isCalm?: boolean
}

export const desk: Device = { width: 1440, height: 980 }
export const phone: Device = { width: 390, height: 844, isTouch: true }

export type Product = {
  readonly origin: () => string
  /** As STORE names it. */
  readonly store: () => string
  /** A page of the running product in a browser of its own; what its console says wrong fails the test. */
  readonly visit: (path: string, device?: Device, options?: VisitOptions) => Promise<Page>
  readonly service: () => RunningService
}

type ProductOptions = {
  readonly season?: () => Promise<TestSeason>
  readonly environment?: Readonly<Record<string, string>>
}

type VisitOptions = {
  /** Faults of the console that the test itself brings about. */
  readonly expected?: RegExp
  /** A browser that was here before. */
  readonly context?: BrowserContext
}

/** The product as `npm start` runs it, on a copy of a season, and a real browser: once for a test file. */
export function openProduct({
  season = demoSeason,
  environment = {},
}: ProductOptions = {}): Product {
  let service: RunningService | undefined
  let browser: Browser | undefined
  let store = ''
  const contexts: BrowserContext[] = []
  const faults: string[] = []

  beforeAll(async () => {
    store = join(newFolder(), 'season.db')
    await copyFile((await season()).store, store)
    // oxlint-disable-next-line node/no-process-env -- a process of its own needs the rest of it
    const running = startService(store, process.env, environment)
    ;[service, browser] = await Promise.all([running, launchChromium()])
  }, 120_000)

  afterEach(async () => {
    await Promise.all(contexts.splice(0).map((context) => context.close()))
    expect(faults.splice(0)).toEqual([])
  })

  afterAll(async () => {
    await browser?.close()
    await service?.stop()
  })

  const running = () => {
    if (service === undefined) throw new Error('The service is not running yet')
    return service
  }

  const open = async (device: Device, kept: BrowserContext | undefined) => {
    if (browser === undefined) throw new Error('The browser is not running yet')
    if (kept !== undefined) return await kept.newPage()
    const context = await browser.newContext(contextOf(device))
    contexts.push(context)
    return await context.newPage()
  }

  return {
    origin: () => running().origin,
    store: () => `sqlite:${store}`,
    service: running,
    async visit(path, device = desk, { expected, context } = {}) {
      const page = await open(device, context)
      onFault(page, (text) => {
        if (expected?.test(text) !== true) faults.push(text)
      })
      await page.goto(`${running().origin}${path}`)
      await takenOver(page)
      return page
    },
  }
}

/** What the service drew can be read before; each view names the tab when its scripts have taken over. */
export async function takenOver(page: Page): Promise<void> {
  const isNamed = async () => expect(await page.title()).not.toBe('KaizenLap')
  await vi.waitFor(isNamed, { timeout: 20_000 })
}

function contextOf({ width, height, scheme = 'light', isTouch = false, isCalm = false }: Device) {
  return {
    viewport: { width, height },
    colorScheme: scheme,
    reducedMotion: isCalm ? ('reduce' as const) : ('no-preference' as const),
    hasTouch: isTouch,
    isMobile: isTouch,
  }
}

/** What the page throws, and what its console warns of: a broken policy, a failed request, React's own words. */
function onFault(page: Page, note: (text: string) => void): void {
  page.on('pageerror', (error) => note(error.message))
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') note(message.text())
  })
}
