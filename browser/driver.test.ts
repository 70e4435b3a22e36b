import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { hasChromium } from '../testing/chromium.ts'
import { askToTheEnd, endOfAnswer, questionBox } from './chat.fixture.ts'
import { openProduct, phone, takenOver } from './product.fixture.ts'

const car = '/races/barber-r1/cars/13'

describe.skipIf(!hasChromium())('a driver', { timeout: 60_000 }, () => {
  const product = openProduct()

  test('on a phone reads four lines first, asks, and opens a number down to its line of the file', async () => {
    const page = await product.visit(car, phone)
    const lines = page.getByRole('region', { name: 'In four lines', exact: true })
    await lines.getByRole('listitem').first().waitFor()
    const texts = await lines.getByRole('listitem').allTextContents()
    expect(texts).toHaveLength(4)
    expect(texts[0]).toMatch(/^P\d+/)
    const box = await lines.boundingBox()
    expect((box?.y ?? Infinity) + (box?.height ?? 0)).toBeLessThan(phone.height)
    await expect.poll(() => topOf(page, 'Laps')).toBeLessThan(await topOf(page, 'Track'))

    await page.getByRole('button', { name: 'Ask the coach', exact: true }).click()
    const chat = page.getByRole('dialog', { name: 'Coach', exact: true })
    await askToTheEnd(page, 'what was my best lap')
    await chat.getByRole('article').last().getByRole('button', { name: /^1:/ }).first().click()
    const close = page.getByRole('button', { name: 'Close', exact: true })
    const fact = page.getByRole('dialog').filter({ has: close })
    await fact.getByRole('heading', { name: /^Line \d+ of the file, column LAP_TIME/ }).waitFor()
    await expect.poll(() => fact.locator('mark').count()).toBe(1)
    await close.click()

    await page.goBack()
    await chat.waitFor({ state: 'detached' })
    expect(new URL(page.url()).pathname).toBe(car)
  })

  test('a thumb that misses a number by half its width opens it, and the nearer one of two', async () => {
    const page = await product.visit(car, phone)
    const lines = page.getByRole('region', { name: 'In four lines', exact: true })
    const numbers = lines.getByRole('button')
    await numbers.first().waitFor()
    const boxes = await numbers.evaluateAll((all) =>
      all.map((one) => ({ text: one.textContent, box: one.getBoundingClientRect().toJSON() })),
    )
    for (const { text, box } of [boxes[0], boxes.at(-1)].filter((one) => one !== undefined)) {
      await tapAt(page, { x: box.x + box.width / 2, y: box.y - 11 })
      const close = page.getByRole('button', { name: 'Close', exact: true })
      const fact = page.getByRole('dialog').filter({ has: close })
      await fact.getByText(text, { exact: true }).first().waitFor()
      await close.click()
      await fact.waitFor({ state: 'detached' })
    }
  })

  test('on a desk a lap that is chosen in the strip changes sections, map and address', async () => {
    const page = await product.visit(car)
    const strip = page.getByRole('listbox', { name: /^Laps/ })
    await strip.focus()
    for (const key of ['Home', 'ArrowRight', 'ArrowRight', 'Enter']) await page.keyboard.press(key)
    await page.waitForURL(/\?lap=3$/)
    await page.getByRole('columnheader', { name: 'Lap 3', exact: true }).waitFor()
    await page.getByRole('button', { name: 'Ask about lap 3', exact: true }).click()
    await expect.poll(() => questionBox(page).inputValue()).toBe('What happened on lap 3?')

    await page
      .getByRole('group', { name: /^Map of Barber/ })
      .getByRole('button', { name: /^Section 2/ })
      .last()
      .press('Enter')
    await page.waitForURL(/section=s2/)
    await page.reload()
    await takenOver(page)
    await page.getByRole('columnheader', { name: 'Lap 3', exact: true }).waitFor()
    const chosen = page.getByRole('button', { name: 'Section 2', exact: true, pressed: true })
    await chosen.waitFor()
    await page.goBack()
    await page.getByRole('button', { name: 'Section 2', exact: true, pressed: false }).waitFor()
  })

  test('each analysis has its address, and keeps what was chosen', async () => {
    const page = await product.visit(`${car}?lap=5`)
    for (const name of ['Weather', 'Patterns', 'Coaching', 'Sections']) {
      await page
        .getByRole('navigation', { name: 'Analysis', exact: true })
        .getByRole('link', { name, exact: true })
        .click()
      await page.waitForURL(`**${car}/${name.toLowerCase()}?lap=5`)
      const shown = page.getByRole('region', { name: `Analysis: ${name}`, exact: true })
      await shown.locator('p, li, td').first().waitFor()
    }
    await page.goBack()
    await page.waitForURL(/coaching\?lap=5$/)
  })

  test('a lap runs round the map by the keyboard, its gap told at the loops', async () => {
    const page = await product.visit(`${car}?lap=5`)
    const playback = page.getByRole('group', { name: /^Playback of/ })
    await playback.getByRole('button', { name: /^Play/ }).focus()
    await page.keyboard.press('Enter')
    await playback.getByRole('button', { name: 'Pause', exact: true }).waitFor()
    await page.keyboard.press('End')
    await playback.getByText(/^[+−]\d+\.\d{3} at the/).waitFor()
    await page.keyboard.press('Home')
    await playback.getByText('no gap before the first loop').waitFor()
  })

  test('"Ask about this" of a section asks for that section', async () => {
    const page = await product.visit(`${car}?section=s2`)
    await page.getByRole('button', { name: 'Ask about this', exact: true }).first().click()
    await expect.poll(() => questionBox(page).inputValue()).toContain('Section 2')
    await page.keyboard.press('Enter')
    const answer = page.getByRole('article').last()
    await endOfAnswer(page).waitFor()
    await expect.poll(() => answer.textContent()).toContain('Section 2')
  })

  test('what a question was read as is shown, and changed by a choice near to it', async () => {
    const page = await product.visit(car)
    await askToTheEnd(page, 'where do I lose time')
    await page.getByRole('button', { name: 'where the time lies, change', exact: true }).click()
    await page.getByRole('menuitem', { name: 'whose onboard to watch', exact: true }).click()
    const again = page.getByRole('article').last()
    await again.getByRole('button', { name: 'whose onboard to watch, change', exact: true }).click()
    await page.getByLabel('Something else', { exact: true }).selectOption('best-lap')
    await page.getByRole('dialog').getByRole('button', { name: 'Ask', exact: true }).click()
    const last = page.getByRole('article').last()
    await last.getByRole('button', { name: 'best lap, change', exact: true }).waitFor()
    await last.getByText(/^Your best lap was/).waitFor()
  })

  test.each(['A4', 'Letter'])('the debrief is one page of %s', async (format) => {
    const page = await product.visit(`${car}/debrief`)
    await page.getByRole('article', { name: 'Debrief', exact: true }).waitFor()
    await page.waitForLoadState('networkidle')
    expect(pagesOf(await page.pdf({ format }))).toBe(1)
  })

  test('a page count of the printed debrief would see a second page', async () => {
    const page = await product.visit(`${car}/debrief`)
    await page.getByRole('article', { name: 'Debrief', exact: true }).waitFor()
    expect(pagesOf(await page.pdf({ format: 'A6' }))).toBeGreaterThan(1)
  })
})

/** As a browser tells of a tap: Chromium's own would look for what is near by itself, others do not. */
async function tapAt(page: Page, { x, y }: { readonly x: number; readonly y: number }) {
  const tap = { clientX: x, clientY: y, pointerType: 'touch', bubbles: true }
  await page.evaluate(
    `document.elementFromPoint(${x}, ${y}).dispatchEvent(new PointerEvent('click', ${JSON.stringify(tap)}))`,
  )
}

async function topOf(page: Page, name: string): Promise<number> {
  const box = await page.getByRole('heading', { level: 2, name, exact: true }).boundingBox()
  return box?.y ?? Number.NaN
}

/** Chromium writes each page as an object of its own, uncompressed. */
function pagesOf(pdf: Buffer): number {
  return pdf.toString('latin1').match(/\/Type\s*\/Page\b(?!s)/g)?.length ?? 0
}
