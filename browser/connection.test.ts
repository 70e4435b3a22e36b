import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { hasChromium } from '../testing/chromium.ts'
import { ask, askToTheEnd, endOfAnswer } from './chat.fixture.ts'
import { type Gate, openGate } from './gate.fixture.ts'
import { openProduct, takenOver } from './product.fixture.ts'

const car = '/races/barber-r1/cars/13'
/** What a browser says where nobody answers. */
const unreached = /ERR_|WebSocket|Failed to (load|fetch)|dynamically imported/

describe.skipIf(!hasChromium())('a connection that breaks', { timeout: 60_000 }, () => {
  const product = openProduct()
  let gate: Gate
  beforeAll(async () => {
    gate = await openGate(product.origin())
  })
  afterAll(async () => await gate.shut())

  test('in the middle of an answer loses and doubles nothing', async () => {
    const whole = await product.visit(car)
    const expected = await answerTo(whole, 'where do I lose time')
    expect(expected.length).toBeGreaterThan(2)

    const page = await product.visit(car, undefined, { expected: unreached })
    const cuts = await cutAfterFirstSentence(page)
    await page.reload()
    expect(await answerTo(page, 'where do I lose time')).toEqual(expected)
    expect(cuts()).toBe(1)
    await page.reload()
    await endOfAnswer(page).waitFor()
    await expect.poll(() => page.getByRole('article').count()).toBe(1)
  })

  test('to a service that is gone is told, and comes back by itself', async () => {
    const page = await product.visit('/', undefined, { expected: unreached })
    await page.goto(`${gate.origin}/races/barber-r1`)
    await takenOver(page)
    await page.getByRole('heading', { level: 1, name: /Barber/ }).waitFor()
    await page
      .getByText(/written by|without a model|composed/i)
      .first()
      .waitFor()
    await gate.shut()
    await page.getByText('The service cannot be reached; trying again.').waitFor()
    await ask(page, 'who was quickest')
    await page.getByText('Waits for the connection').waitFor()
    // What was seen before is still there.
    await page.getByRole('heading', { level: 1, name: /Barber/ }).waitFor()
    await gate.open()
    await endOfAnswer(page).waitFor()
    await expect.poll(() => page.getByText('The service cannot be reached').count()).toBe(0)
  })

  test('a view that cannot be had says what to do, and is drawn when the service is back', async () => {
    const page = await product.visit('/', undefined, { expected: unreached })
    await page.goto(`${gate.origin}/races/barber-r1`)
    await takenOver(page)
    const field = page.getByRole('region', { name: 'Field', exact: true })
    await field.getByRole('link', { name: '13', exact: true }).click()
    await page.getByRole('heading', { level: 1, name: /^Car 13/ }).waitFor()
    await page.goBack()
    await gate.shut()
    await field.getByRole('link', { name: '22', exact: true }).click()
    const told = page.getByRole('alert').filter({ hasText: 'The service cannot be reached' })
    await told.getByRole('button', { name: 'Try again', exact: true }).waitFor()
    await gate.open()
    await page.getByRole('heading', { level: 1, name: /^Car 22/ }).waitFor()
  })
})

/** The lines of an answer, as they stand when it has ended. */
async function answerTo(page: Page, question: string): Promise<readonly string[]> {
  await askToTheEnd(page, question)
  // The name of the race comes with the list of races, which may be later than the answer.
  await page.getByText(/^Understood: .*Race 1/).waitFor()
  return await page.getByRole('article').getByRole('paragraph').allTextContents()
}

/** From the next load on, the socket breaks once, when a first sentence has come. */
async function cutAfterFirstSentence(page: Page): Promise<() => number> {
  let cuts = 0
  await page.routeWebSocket(/\/chat/, (near) => {
    const far = near.connectToServer()
    far.onMessage((message) => {
      near.send(message)
      if (cuts > 0 || !String(message).includes('"type":"sentence"')) return
      cuts++
      void far.close()
      void near.close({ code: 1012, reason: 'cut' })
    })
  })
  return () => cuts
}
