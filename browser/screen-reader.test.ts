import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { hasChromium } from '../testing/chromium.ts'
import { askToTheEnd } from './chat.fixture.ts'
import { flat, type Heard, heardOn } from './heard.fixture.ts'
import { type Device, desk, openProduct, phone } from './product.fixture.ts'

const car = '/races/barber-r1/cars/13'

/** What can be used, and what is only a picture to those who see it. */
const needName = new Set(['button', 'link', 'textbox', 'combobox', 'slider', 'listbox', 'option'])
const landmarks = new Set(['region', 'navigation', 'complementary', 'article', 'image', 'group'])

describe.skipIf(!hasChromium())('with a screen reader', { timeout: 60_000 }, () => {
  const product = openProduct()

  const views: readonly (readonly [string, Device])[] = [
    ['/', desk],
    ['/tracks/barber', desk],
    ['/races/barber-r1', desk],
    [`${car}?lap=5`, desk],
    [`${car}/weather`, desk],
    [`${car}/patterns`, desk],
    [`${car}/coaching`, desk],
    [`${car}/compare`, desk],
    [car, phone],
  ]
  test.each(views)(
    '%s has names, headings in order, and tables whose cells fit their headings',
    async (path, device) => {
      const page = await product.visit(path, device)
      await drawnToTheEnd(page)
      const heard = flat(await heardOn(page))
      expect(heard.filter(({ role, name }) => needName.has(role) && name === '')).toEqual([])
      // The races of a track are named by the heading that they begin with.
      expect(heard.filter((one) => landmarks.has(one.role) && nameOf(one) === '')).toEqual([])
      expect(heard.filter(({ role }) => role === 'table').flatMap(unevenRows)).toEqual([])
      expect(await skippedHeadings(page)).toEqual([])
    },
  )

  test('a car is read from whose it is to what can be asked, a lap of a list by its name', async () => {
    const page = await product.visit(car)
    await drawnToTheEnd(page)
    const heard = flat(await heardOn(page))
    const headings = heard.filter(({ role }) => role === 'heading').map(({ name }) => name)
    const order = [
      'Car 13 · Barber, Race 1',
      'Track',
      'Sections',
      'Laps',
      'Analysis: Sections',
      'Coach',
    ]
    expect(headings.filter((name) => order.includes(name))).toEqual(order)
    const links = heard.filter(({ role }) => role === 'link')
    expect(links.filter(({ name }) => /^lap \d+$/.test(name)).length).toBeGreaterThan(0)
    expect(links.filter(({ name }) => /^\d+$/.test(name))).toEqual([])
  })

  test('a race of the season is read as a sentence', async () => {
    const page = await product.visit('/')
    const links = flat(await heardOn(page)).filter(({ role }) => role === 'link')
    const race = links.find(({ name }) => name.startsWith('Race '))
    expect(race?.name).toMatch(
      /^Race 1 \d+ \w+ 2025 \d+ cars · \d+ laps\s?, fastest lap \d:\d\d\.\d{3} by car \d+, lap \d+\s?, air \d+.*°C, .*%$/,
    )
  })

  test('an answer is told once, when all of it is there', async () => {
    const page = await product.visit(car)
    await page.getByRole('textbox', { name: 'Question to the coach', exact: true }).waitFor()
    await page.evaluate(noteWhatIsTold)
    await askToTheEnd(page, 'where do I lose time')
    const told = () => page.evaluate('globalThis.told')
    await expect.poll(told).toHaveLength(1)
    expect(await told()).toEqual([expect.stringMatching(/^Coach: .+\.$/)])
    const heard = flat(await heardOn(page))
    const answer = heard.find(
      ({ role, name }) => role === 'article' && name === 'where do I lose time',
    )
    expect(
      flat(answer?.children ?? []).filter(({ role }) => role === 'button').length,
    ).toBeGreaterThan(3)
  })
})

/** Keeps each text that a live region in the chat comes to have; what is empty is not told. */
const noteWhatIsTold = `
  globalThis.told = []
  const live = '[role="status"], [role="alert"], [aria-live="polite"], [aria-live="assertive"], [role="log"]:not([aria-live="off"])'
  const before = new Map()
  new MutationObserver(() => {
    for (const region of document.querySelectorAll('#coach :is(' + live + ')')) {
      const text = region.textContent.trim()
      const known = before.has(region)
      // A region that comes with its text in it is not read out.
      // On a busy machine it may be told that the connection takes its time.
      const isAnswer = !text.startsWith('The service cannot be reached')
      if (known && isAnswer && before.get(region) !== text && text !== '') globalThis.told.push(text)
      before.set(region, text)
    }
  }).observe(document.body, { subtree: true, childList: true, characterData: true })
  document.body.append(document.createTextNode(''))
`

/** Also what is drawn only when somebody comes near. */
async function drawnToTheEnd(page: Page): Promise<void> {
  await page.getByRole('heading', { level: 1 }).first().waitFor()
  await page.waitForLoadState('networkidle')
  await page.keyboard.press('End')
  await page.waitForLoadState('networkidle')
}

/** An article is named by its heading, as people see it, and what opens by its own words. */
function nameOf({ role, name, children }: Heard): string {
  if (name !== '' || (role !== 'article' && role !== 'group')) return name
  const naming = children.find((one) => one.role === 'heading' || one.role === 'DisclosureTriangle')
  return naming?.name ?? ''
}

/** Rows that have more or fewer cells than there are headings, unless one stands for several. */
function unevenRows(table: Heard): readonly string[] {
  const rows = flat(table.children).filter(({ role }) => role === 'row')
  const cellsOf = (row: Heard) => row.children.filter(({ role }) => /cell|header/.test(role))
  const [head, ...others] = rows
  const columns = head === undefined ? 0 : cellsOf(head).length
  return others
    .filter((row) => cellsOf(row).length > columns)
    .map(
      (row) =>
        `${cellsOf(row).length} cells under ${columns} headings: ${cellsOf(row)[0]?.name ?? ''}`,
    )
}

/** An h3 belongs to an h2. */
async function skippedHeadings(page: Page): Promise<readonly string[]> {
  const levels = await page
    .locator('h1, h2, h3, h4, h5, h6')
    .evaluateAll((all) =>
      all.map((one) => ({ level: Number(one.tagName.charAt(1)), text: one.textContent })),
    )
  return levels.flatMap(({ level, text }, at) =>
    level - (levels[at - 1]?.level ?? 0) > 1 ? [text] : [],
  )
}
