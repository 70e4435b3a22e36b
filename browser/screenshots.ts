import type { ChildProcess } from 'node:child_process'
import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { startService } from '../bench/service.ts'
import { launchChromium } from '../testing/chromium.ts'
import { askToTheEnd } from './chat.fixture.ts'

/** Makes the pictures of the README from the demo season: `npm run screenshots`. */

const pictures = join(import.meta.dirname, '..', 'docs', 'pictures')
const desk = { width: 1440, height: 980 }
const phone = { width: 390, height: 844 }
const car = '/races/barber-r1/cars/47'
const token = 'a-token-for-pictures-only'

type Picture = {
  readonly name: string
  readonly path: string
  readonly size?: typeof desk
  readonly scheme?: 'light' | 'dark'
  readonly before?: (page: Page) => Promise<void>
}

const wanted: readonly Picture[] = [
  { name: 'season', path: '/' },
  { name: 'race', path: '/races/barber-r1' },
  { name: 'car-light', path: `${car}?lap=13`, before: ask },
  { name: 'car-dark', path: `${car}?lap=13`, scheme: 'dark', before: ask },
  { name: 'phone', path: car, size: phone },
  { name: 'chat-phone', path: car, size: phone, before: askOnPhone },
  { name: 'debrief', path: `${car}/debrief` },
  { name: 'coach', path: '/coach', before: review },
]

const folder = await mkdtemp(join(tmpdir(), 'kaizenlap-pictures-'))
const processes: ChildProcess[] = []
const browser = await launchChromium()
try {
  const settings = { SURFACE: 'all', COACH_TOKEN: token, REVIEW_SHARE: '1' }
  const origin = await startService(folder, processes, settings)
  await mkdir(pictures, { recursive: true })
  for (const picture of wanted) await take(browser, origin, picture)
} finally {
  await browser.close()
  for (const each of processes) each.kill()
  await rm(folder, { recursive: true })
}

async function take(from: Browser, origin: string, picture: Picture): Promise<void> {
  const { name, path, size = desk, scheme = 'light', before } = picture
  const page = await from.newPage({ viewport: size, colorScheme: scheme, reducedMotion: 'reduce' })
  await page.goto(`${origin}${path}`)
  await page.getByRole('heading', { level: 1 }).first().waitFor()
  await page.waitForLoadState('networkidle')
  await before?.(page)
  await page.waitForLoadState('networkidle')
  await page.screenshot({ path: join(pictures, `${name}.png`) })
  await page.close()
}

async function ask(page: Page): Promise<void> {
  await askToTheEnd(page, 'Where do I lose time?')
}

async function askOnPhone(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Ask the coach' }).click()
  await ask(page)
}

async function review(page: Page): Promise<void> {
  await page.getByLabel('Token').fill(token)
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: 'Queue' }).waitFor()
  await page.keyboard.press('n')
  await page.getByRole('region', { name: 'Judgment' }).waitFor()
}
