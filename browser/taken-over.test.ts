import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { hasChromium } from '../testing/chromium.ts'
import { openProduct, takenOver } from './product.fixture.ts'

const car = '/races/barber-r1/cars/13'

describe.skipIf(!hasChromium())(
  'a choice made before the scripts are there',
  { timeout: 60_000 },
  () => {
    const product = openProduct()

    test.each([
      [car, 'Which laps', '5', /\?lap=5$/],
      [car, 'Against what', 'own-best', /\?against=own-best$/],
      [`${car}/compare`, 'Laps of car 13', '5', /lap=5/],
    ])('on %s in "%s" counts', async (path, name, value, address) => {
      const page = await product.visit('/')
      const arrive = await holdScripts(page)
      await page.goto(`${product.origin()}${path}`, { waitUntil: 'commit' })
      const list = page.getByLabel(name, { exact: true })
      await list.selectOption(value)
      expect(await page.title()).toBe('KaizenLap')
      arrive()
      await takenOver(page)
      await page.waitForURL(address)
      await expect.poll(() => list.inputValue()).toBe(value)
    })

    test('one who goes back before they are there sees what the address says', async () => {
      const page = await product.visit(`${car}?lap=5`)
      const laps = page.getByLabel('Which laps', { exact: true })
      await laps.selectOption('7')
      await page.waitForURL(/\?lap=7$/)
      const arrive = await holdScripts(page)
      await page.reload({ waitUntil: 'commit' })
      await laps.waitFor()
      // A page whose scripts are held may never say that it has loaded.
      await page.goBack({ waitUntil: 'commit' })
      expect(await page.title()).toBe('KaizenLap')
      arrive()
      await takenOver(page)
      await expect.poll(() => laps.inputValue()).toBe('5')
    })

    test('none made, the address stays as it was, also when one comes back', async () => {
      const page = await product.visit(`${car}?lap=5`)
      await page.getByLabel('Which laps', { exact: true }).selectOption('7')
      await page.waitForURL(/\?lap=7$/)
      await page.goto(`${product.origin()}/quality`)
      await takenOver(page)
      await page.goBack()
      await page.waitForURL(/\?lap=7$/)
      await takenOver(page)
      await page.goBack()
      await page.waitForURL(/\?lap=5$/)
      const laps = page.getByLabel('Which laps', { exact: true })
      await expect.poll(() => laps.inputValue()).toBe('5')
      expect(new URL(page.url()).search).toBe('?lap=5')
    })
  },
)

/** As on a slow network: the page stands and its scripts are still on their way, until they may arrive. */
async function holdScripts(page: Page): Promise<() => void> {
  const { promise, resolve } = Promise.withResolvers<void>()
  await page.route('**/assets/*.js', async (route) => {
    await promise
    await route.continue()
  })
  return resolve
}
