import { describe, expect, test } from 'vitest'
import { hasChromium } from '../testing/chromium.ts'
import { openProduct, phone } from './product.fixture.ts'

/** How far the page can be scrolled to the side. */
const sideways = 'document.documentElement.scrollWidth - document.documentElement.clientWidth'

describe.skipIf(!hasChromium())('the season and a race', { timeout: 30_000 }, () => {
  const product = openProduct()

  test('from the season to a race to a car, by links, and back by the browser', async () => {
    const page = await product.visit('/')
    await page.getByRole('heading', { level: 1, name: '2025 season', exact: true }).waitFor()
    await expect.poll(() => page.getByRole('article').count()).toBe(7)
    await page.getByText('Invented season: nobody drove these laps.').waitFor()
    await page
      .getByRole('article')
      .filter({ hasText: 'Barber' })
      .getByRole('link', { name: /Race 1/ })
      .click()
    await page.getByRole('heading', { level: 1, name: /Barber.*, Race 1/ }).waitFor()
    expect(new URL(page.url()).pathname).toBe('/races/barber-r1')
    await page
      .getByRole('region', { name: 'Field', exact: true })
      .getByRole('link', { name: '13', exact: true })
      .click()
    await page.getByRole('heading', { level: 1, name: /Car 13/ }).waitFor()
    await page.goBack()
    await page.getByRole('heading', { level: 1, name: /Barber.*, Race 1/ }).waitFor()
    await page.goBack()
    await page.getByRole('heading', { level: 1, name: '2025 season', exact: true }).waitFor()
  })

  test('the field sorts by any of its figures, missing ones last', async () => {
    const page = await product.visit('/races/barber-r1')
    const field = page.getByRole('region', { name: 'Field', exact: true })
    await field.getByRole('button', { name: 'Best lap', exact: true }).click()
    const heading = field.getByRole('columnheader', { name: 'Best lap', exact: true })
    await expect.poll(() => heading.getAttribute('aria-sort')).toBe('ascending')
    const times = await field.locator('tbody tr td:nth-child(3)').allTextContents()
    const timed = times.filter((time) => time !== '–')
    expect(timed.length).toBeGreaterThan(0)
    expect(timed).toEqual(timed.toSorted())
    expect(times.slice(timed.length).every((time) => time === '–')).toBe(true)
  })

  test('what the lap chart draws is in the address', async () => {
    const page = await product.visit('/races/barber-r1')
    const gaps = page.getByRole('button', { name: 'Gaps', exact: true })
    await gaps.click()
    await page.waitForURL(/chart=gaps/)
    await page.reload()
    await expect.poll(() => gaps.getAttribute('aria-pressed')).toBe('true')
  })

  test('a line and a point of the lap chart and a best section can be asked about, by keys as well', async () => {
    const page = await product.visit('/races/barber-r1')
    const box = page.getByRole('textbox', { name: 'Question to the coach', exact: true })
    await page.getByRole('button', { name: 'Ask about the best Section 2', exact: true }).click()
    await expect.poll(() => box.inputValue()).toBe('What was the best Section 2 of all cars?')

    await page.getByRole('heading', { name: 'Lap chart', exact: true }).scrollIntoViewIfNeeded()
    const chosen = page.getByRole('group', { name: 'What is chosen in the chart', exact: true })
    await chosen.getByLabel('Car in the chart', { exact: true }).selectOption('13')
    await chosen
      .getByRole('status')
      .getByText(/^Car 13: P\d+ after lap \d+$/)
      .waitFor()
    const ask = chosen.getByRole('button', { name: 'Ask about this', exact: true })
    await ask.press('Enter')
    await expect.poll(() => box.inputValue()).toBe('How did the race of car 13 go?')

    const line = page
      .getByRole('region', { name: 'Lap chart, positions', exact: true })
      .locator('svg')
    await line.first().click({ position: { x: 300, y: 120 } })
    await page.waitForURL(/car=\w+&lap=\d+/)
    // The address changes a moment before what is drawn.
    await expect
      .poll(async () => {
        await ask.click()
        return await box.inputValue()
      })
      .toMatch(/^What happened to car \w+ on lap \d+\?$/)
  })

  test('a race without weather says so; one with a failed loop has two sections', async () => {
    const page = await product.visit('/')
    const card = (name: string) => page.getByRole('article').filter({ hasText: name })
    await card('Sonoma').getByText('no weather').waitFor()
    await card('Road America').getByText('a timing loop failed: two sections').waitFor()
  })

  test('a race tells its weather in the list, and nothing of it breaks a line on any screen', async () => {
    const page = await product.visit('/')
    const races = page.getByRole('article').getByRole('link', { name: /^Race/ })
    await expect
      .poll(() => races.filter({ hasText: /°C, \d+(–\d+)? %/ }).count())
      .toBeGreaterThan(0)
    for (const width of [360, 390, 480, 700, 1000, 1200, 1440]) {
      await page.setViewportSize({ width, height: 740 })
      const heights = await races
        .locator('span:not(:has(span))')
        .evaluateAll((words) => words.map((one) => one.getBoundingClientRect().height))
      expect(Math.max(...heights)).toBeLessThan(24)
      await expect.poll(() => page.evaluate(sideways)).toBe(0)
    }
  })

  test.each(['/', '/tracks/barber', '/races/barber-r1', '/quality'])(
    '%s fits a phone of 360 px without sideways scrolling',
    async (path) => {
      const page = await product.visit(path, { ...phone, width: 360, height: 740 })
      await page.getByRole('heading', { level: 1 }).waitFor()
      await page.waitForLoadState('networkidle')
      await expect.poll(() => page.evaluate(sideways)).toBe(0)
    },
  )

  test('what is not in the season is told with what is near it', async () => {
    const page = await product.visit('/races/barber-r9', undefined, { expected: /404/ })
    await page.getByRole('heading', { name: 'Not in this season', exact: true }).waitFor()
    const nowhere = await product.visit('/paddock', undefined, { expected: /404/ })
    await nowhere.getByRole('heading', { name: 'No page at this address', exact: true }).waitFor()
  })

  test('a track has its sections on the map, who was fastest there, and both races', async () => {
    const page = await product.visit('/tracks/barber')
    const map = page.getByRole('group', { name: /^Map of Barber.*, driven clockwise$/ })
    const part = map.getByRole('button', {
      name: /^Section 2.*: .* km; fastest \d+\.\d{3} by car /,
    })
    await part.last().press('Enter')
    await page.waitForURL(/section=s2/)
    const both = page.getByRole('region', { name: /Race 1 beside .*Race 2$/ })
    await both.getByRole('rowheader', { name: 'Section 3', exact: true }).waitFor()
    await expect.poll(() => both.getByText(/^[+−]\d+\.\d{3}$/).count()).toBe(4)
  })

  test('units and colours are chosen once and kept', async () => {
    const page = await product.visit('/tracks/barber')
    await page.getByRole('button', { name: /Units/ }).click()
    await page.getByText(/ mi$/).first().waitFor()
    await page.getByRole('button', { name: /Colours/ }).click()
    await page.getByRole('button', { name: /Colours/ }).click()
    await page.reload()
    await page.getByText(/ mi$/).first().waitFor()
    await expect.poll(() => page.locator('html').getAttribute('data-scheme')).toBe('dark')
  })
})
