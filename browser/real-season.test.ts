import { describe, expect, test } from 'vitest'
import { realSeason as realFolder } from '#core/adapters/real-season.ts'
import { hasChromium } from '../testing/chromium.ts'
import { realSeason } from '../testing/test-season.ts'
import { openProduct, phone } from './product.fixture.ts'

const isHere = realFolder !== undefined && hasChromium()

describe.skipIf(!isHere)('the real season', { timeout: 60_000 }, () => {
  const product = openProduct({ season: async () => await realSeason(realFolder ?? '') })

  test('car 3 at Barber reads what the timing sheets hold', async () => {
    const page = await product.visit('/races/barber-r1/cars/3')
    await page.getByText('P14', { exact: true }).waitFor()
    const sections = page.getByRole('region', {
      name: 'Sections against the quick quarter',
      exact: true,
    })
    const second = sections.getByRole('row').filter({ hasText: 'Section 2' })
    await expect.poll(() => second.textContent()).toContain('+0.548')
    await expect.poll(() => page.getByText('Invented season').count()).toBe(0)
  })

  test('on a phone the four lines say it in words', async () => {
    const page = await product.visit('/races/barber-r1/cars/3', phone)
    const lines = page
      .getByRole('region', { name: 'In four lines', exact: true })
      .getByRole('listitem')
    await lines.first().waitFor()
    const [result, biggest] = await lines.allTextContents()
    expect(result).toMatch(/^P14, P18 after lap 1; pace 17th of 22\.$/)
    expect(biggest).toMatch(/^Section 2 .*0\.55.s off the quick quarter/)
  })

  test('seven tracks, fourteen races; what is missing is said', async () => {
    const page = await product.visit('/')
    await page.getByRole('heading', { level: 1, name: '2025 season', exact: true }).waitFor()
    await expect.poll(() => page.getByRole('article').count()).toBe(7)
    expect(
      await page
        .getByRole('article')
        .getByRole('link', { name: /Race [12]/ })
        .count(),
    ).toBe(14)
    await page.getByRole('article').filter({ hasText: 'Sonoma' }).getByText('no weather').waitFor()
  })
})
