import { describe, expect, test } from 'vitest'
import { hasChromium } from '../testing/chromium.ts'
import { openProduct, phone } from './product.fixture.ts'

const compare = '/races/barber-r1/cars/13/compare'

describe.skipIf(!hasChromium())('a race engineer compares', { timeout: 60_000 }, () => {
  const product = openProduct()

  test('two cars, then a lap of each, and shares what is shown', async () => {
    const page = await product.visit('/races/barber-r1/cars/13')
    await page.getByRole('link', { name: 'Compare', exact: true }).click()
    await page.getByLabel('With', { exact: true }).selectOption('22')
    await page.getByRole('heading', { level: 1, name: 'Car 13 and car 22', exact: true }).waitFor()
    await page.getByRole('heading', { name: 'The race', exact: true }).waitFor()
    await page.getByLabel('Laps of car 13', { exact: true }).selectOption('4')
    await page.getByLabel('Lap of car 22', { exact: true }).selectOption('6')
    const columns = ['Car 13, lap 4', 'Car 22, lap 6']
    for (const name of columns)
      await page.getByRole('columnheader', { name, exact: true }).waitFor()
    const shown = await page.getByRole('table').first().textContent()

    const shared = await product.visit(page.url().slice(product.origin().length), phone)
    for (const name of columns)
      await shared.getByRole('columnheader', { name, exact: true }).waitFor()
    await expect.poll(() => shared.getByRole('table').first().textContent()).toBe(shown)

    await page.goBack()
    await page.goBack()
    await page.getByRole('heading', { name: 'The race', exact: true }).waitFor()
  })

  test('on the map where one car is ahead of the other, and asks about a part of it', async () => {
    const page = await product.visit(`${compare}?with=22`)
    const map = page.getByRole('group', { name: /^Map of Barber.*gaps to car 22$/ })
    await map
      .getByRole('button', { name: /^Section 2.* (off|ahead of) car 22/ })
      .last()
      .press('Enter')
    await page.waitForURL(/section=s2/)
    await page.getByRole('button', { name: 'Ask about this', exact: true }).click()
    const box = page.getByRole('textbox', { name: 'Question to the coach', exact: true })
    await expect.poll(() => box.inputValue()).toBe('Compare me with car 22 in Section 2')
  })

  test('what is not like for like is said before any figure', async () => {
    const page = await product.visit(`${compare}?with=22&lap=1&withLap=6`)
    const unlike = page.getByRole('heading', { name: 'Not like for like', exact: true })
    const figures = page.getByRole('table').first()
    const [first, then] = [await unlike.boundingBox(), await figures.boundingBox()]
    expect(first?.y ?? Infinity).toBeLessThan(then?.y ?? 0)
  })

  test('a car and a lap that are not there are told as that', async () => {
    const page = await product.visit(`${compare}?with=999`)
    await page.getByText('There is no car 999 in this race.').waitFor()
    const lap = await product.visit(`${compare}?with=22&lap=99&withLap=6`)
    await lap.getByText('Car 13 did not do this lap.').waitFor()
  })

  test('the map lays a lap against another car, and the address keeps it', async () => {
    const page = await product.visit('/races/barber-r1/cars/13')
    await page.getByLabel('Against what', { exact: true }).selectOption('car-22')
    await page.waitForURL(/against=car-22/)
    await page.getByRole('region', { name: 'Sections against car 22', exact: true }).waitFor()
    await page.reload()
    await page.getByRole('region', { name: 'Sections against car 22', exact: true }).waitFor()
  })
})
