import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, test } from 'vitest'
import { hasChromium } from '../testing/chromium.ts'
import { askToTheEnd } from './chat.fixture.ts'
import { type Device, desk, openProduct, phone } from './product.fixture.ts'

const token = 'a-token-for-the-first-coach'
const car = '/races/barber-r1/cars/13'

/** Every view of the dashboard, by its address. */
const views = [
  '/',
  '/tracks/barber',
  '/races/barber-r1',
  '/races/road-america-r1',
  '/races/sonoma-r2',
  `${car}?lap=5&section=s2`,
  `${car}/sections`,
  `${car}/weather`,
  `${car}/patterns`,
  `${car}/coaching`,
  `${car}/compare`,
  `${car}/compare?lap=5&withLap=6`,
  `${car}/debrief`,
  '/quality',
]

const question = 'where do I lose time'

const coachViews = ['/coach', '/coach/insights', '/coach/audit']

/** Nobody is signed in at first; some addresses lead nowhere. */
const refused = /status of (401|404)/

describe.skipIf(!hasChromium())('axe finds no violation', { timeout: 60_000 }, () => {
  const product = openProduct({
    environment: { SURFACE: 'all', COACH_TOKEN: token, REVIEW_SHARE: '1' },
  })

  test.each(views)('%s', async (path) => {
    const page = await product.visit(path, calm(desk))
    await settled(page)
    expect(await violationsInAllLooks(page)).toEqual([])
  })

  test('the chat, with an answer, a fact and the form for feedback open', async () => {
    const page = await product.visit(car, calm(desk))
    await askToTheEnd(page, question)
    await page.getByRole('button', { name: 'Unclear', exact: true }).last().click()
    expect(await violationsInBothSchemes(page)).toEqual([])
    await page.getByRole('button', { name: 'where the time lies, change', exact: true }).click()
    await page.getByRole('menuitem').first().waitFor()
    expect(await violationsInBothSchemes(page)).toEqual([])
    await page.keyboard.press('Escape')
    await page.getByRole('article').last().getByRole('button', { name: / s$/ }).first().click()
    await page.getByRole('dialog').getByRole('heading').first().waitFor()
    expect(await violationsInBothSchemes(page)).toEqual([])
  })

  test('the chat on a phone, full screen', async () => {
    const page = await product.visit(car, calm(phone))
    await page.getByRole('button', { name: 'Ask the coach', exact: true }).click()
    await askToTheEnd(page, question)
    expect(await violationsInBothSchemes(page)).toEqual([])
  })

  test('whatever the keyboard reaches shows it', async () => {
    const page = await product.visit(car, calm(desk))
    await settled(page)
    await page.evaluate('scrollTo(0, 0)')
    const unseen = new Set<unknown>()
    for (let step = 0; step < 60; step++) {
      await page.keyboard.press('Tab')
      unseen.add(await page.evaluate(unseenFocus))
    }
    expect([...unseen]).toEqual([''])
  })

  test.each(['/paddock', '/races/barber-r9', `${car}0`, `${car}0/compare`])(
    '%s, which is not there',
    async (path) => {
      const page = await product.visit(path, calm(desk), { expected: refused })
      await settled(page)
      expect(await violationsInAllLooks(page)).toEqual([])
    },
  )

  describe('for coaches', () => {
    beforeAll(async () => {
      const page = await product.visit(car)
      await askToTheEnd(page, question)
    })

    test('the sign-in', async () => {
      const page = await product.visit('/coach', calm(desk), { expected: refused })
      await settled(page)
      expect(await violationsInAllLooks(page)).toEqual([])
    })

    test('the queue, an answer, its conversation, insights and the log', async () => {
      const page = await product.visit('/coach', calm(desk), { expected: refused })
      await page.getByLabel(/^Token/).fill(token)
      await page.keyboard.press('Enter')
      await page.getByRole('heading', { name: 'Queue', exact: true }).waitFor()
      const link = page
        .getByRole('list', { name: 'Answers', exact: true })
        .getByRole('link')
        .first()
      const answer = (await link.getAttribute('href')) ?? ''
      await link.click()
      const whole = page.getByRole('link', { name: 'Print', exact: true })
      const conversation = (await whole.getAttribute('href')) ?? ''
      for (const path of [...coachViews, answer, conversation]) {
        await page.goto(`${product.origin()}${path}`)
        await settled(page)
        expect(await violationsInAllLooks(page)).toEqual([])
      }
    })
  })
})

/** What has the focus, where nothing is drawn around it for that; '' where something is. */
const unseenFocus = `(() => {
  const one = document.activeElement
  const isMarked = (element) => getComputedStyle(element).outlineStyle !== 'none'
  // A list of the system is marked by its frame, a slider by its thumb; parts of plots draw their own marks.
  const isDrawn = one.matches('body, svg *, [role="listbox"], input[type="range"], textarea')
  return isDrawn || isMarked(one) || isMarked(one.parentElement) ? '' : one.outerHTML.slice(0, 120)
})()`

/** Without movement: colours half way between two schemes are nobody's. */
function calm(device: Device): Device {
  return { ...device, isCalm: true }
}

/** Also what is drawn only when somebody comes near. */
async function settled(page: Page): Promise<void> {
  await page.getByRole('heading', { level: 1 }).first().waitFor()
  await page.waitForLoadState('networkidle')
  await page.keyboard.press('End')
  await page.waitForLoadState('networkidle')
}

/** As a desk and a phone show it, light and dark. */
async function violationsInAllLooks(page: Page): Promise<readonly string[]> {
  const found: string[] = []
  for (const { width, height } of [desk, phone]) {
    await page.setViewportSize({ width, height })
    await page.waitForLoadState('networkidle')
    found.push(...(await violationsInBothSchemes(page)))
  }
  return found
}

/** What is there is the same in both; its colours are not. */
async function violationsInBothSchemes(page: Page): Promise<readonly string[]> {
  await page.emulateMedia({ colorScheme: 'light' })
  const light = await violations(page)
  await page.emulateMedia({ colorScheme: 'dark' })
  return [...light, ...(await violations(page, 'color-contrast'))]
}

/** `Rule: what it is about`, and where. */
async function violations(page: Page, ...rules: readonly string[]): Promise<readonly string[]> {
  const { violations: found } = await new AxeBuilder({ page })
    .setLegacyMode()
    // What passes is not told of: to tell it takes longer than to look.
    .options({
      resultTypes: ['violations'],
      ...(rules.length > 0 && { runOnly: { type: 'rule', values: [...rules] } }),
    })
    .analyze()
  return found.flatMap(({ id, help, nodes }) =>
    nodes.map(
      ({ target, any }) => `${id}: ${help} · ${target.join(' ')} · ${any[0]?.message ?? ''}`,
    ),
  )
}
