import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { hasChromium } from '../testing/chromium.ts'
import { askToTheEnd, endOfAnswer } from './chat.fixture.ts'
import { type Device, openProduct, phone } from './product.fixture.ts'

const run = promisify(execFile)
const token = 'a-token-for-the-first-coach'
/** What the service refuses here: who is not signed in, what cannot be shown, what another has. */
const refused = /status of (400|401|409)/

describe.skipIf(!hasChromium())('coaches and drivers', { timeout: 60_000 }, () => {
  const product = openProduct({
    environment: {
      SURFACE: 'all',
      COACH_TOKEN: token,
      REVIEW_SHARE: '1',
      REVIEW_SHARE_FOR_TWO: '0',
    },
  })

  async function signedIn(key = token, device?: Device): Promise<Page> {
    const page = await product.visit('/coach', device, { expected: refused })
    await page.getByLabel(/^Token/).fill(key)
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: 'Queue', exact: true }).waitFor()
    return page
  }

  /** A driver at car 13 who asks something, and is not content. */
  async function driverWhoFlags(question: string): Promise<Page> {
    const page = await product.visit('/races/barber-r1/cars/13')
    await askToTheEnd(page, question)
    await endOfAnswer(page).getByRole('button', { name: 'Wrong', exact: true }).click()
    // The form that has opened, not the box for the next question.
    const answer = page.getByRole('article').last()
    await answer.getByRole('button', { name: 'Send', exact: true }).click()
    return page
  }

  test('a driver flags, a coach corrects by keyboard alone, the driver sees it without reloading', async () => {
    const question = 'how steady was I'
    const driver = await driverWhoFlags(question)
    const coach = await signedIn()
    await coach.keyboard.press('n')
    await coach.getByRole('article').getByText(question).waitFor()
    await coach.keyboard.press('3')
    await coach.keyboard.press('w')
    await coach.keyboard.press('e')
    await coach.keyboard.type('> Look at the onboard first.')
    await coach
      .getByRole('list', { name: 'As the driver will read it', exact: true })
      .getByText('✓')
      .waitFor()
    await coach.keyboard.press('Control+Enter')
    await coach.getByText(/^Saved .*the driver sees it$/).waitFor()
    await driver.getByText('Look at the onboard first.').waitFor()
    await expect.poll(() => driver.getByRole('deletion').count()).toBeGreaterThan(0)
    await coach.keyboard.press('Escape')
    await coach.keyboard.press('u')
    await driver.getByText('Look at the onboard first.').waitFor({ state: 'detached' })
  })

  test('a correction whose number is in no fact is not taken', async () => {
    await driverWhoFlags('what was my best lap')
    const coach = await signedIn()
    await coach.keyboard.press('n')
    await coach.getByRole('button', { name: /^Wrong/ }).click()
    await coach.keyboard.press('e')
    await coach.keyboard.type('Your best lap was 1:01.234.')
    await coach
      .getByRole('list', { name: 'As the driver will read it', exact: true })
      .getByText('✕')
      .waitFor()
    await coach.keyboard.press('Control+Enter')
    await coach
      .getByRole('alert')
      .getByText(/cannot be shown/)
      .waitFor()
  })

  test('two coaches at once never have the same answer', async () => {
    await driverWhoFlags('where do I lose time')
    await driverWhoFlags('who should I watch')
    // Another name when it is tried again.
    const name = `Second ${crypto.randomUUID().slice(0, 8)}`
    const added = await run(process.execPath, ['server/coach-command/main.ts', 'add', name], {
      // oxlint-disable-next-line node/no-process-env -- a process of its own needs the rest of it
      env: { ...process.env, STORE: product.store() },
    })
    const second = /[\w-]{20,}/.exec(added.stdout)?.[0] ?? ''
    const [one, other] = [await signedIn(), await signedIn(second)]
    await Promise.all([one.keyboard.press('n'), other.keyboard.press('n')])
    await Promise.all([one.waitForURL(/answers/), other.waitForURL(/answers/)])
    expect(new URL(one.url()).pathname).not.toBe(new URL(other.url()).pathname)
    await other.goto(one.url())
    await other
      .getByRole('alert')
      .getByText(/Another coach has this answer now/)
      .waitFor()
  })

  test('on a phone the queue leads to an answer and back', async () => {
    await driverWhoFlags('what was the weather like')
    const coach = await signedIn(token, phone)
    await coach
      .getByRole('list', { name: 'Answers', exact: true })
      .getByRole('link')
      .first()
      .click()
    await coach.getByRole('region', { name: 'Judgment', exact: true }).waitFor()
    await coach.getByRole('link', { name: '‹ Queue', exact: true }).click()
    await coach.getByRole('heading', { name: 'Queue', exact: true }).waitFor()
  })

  test('nobody gets past the sign-in with a wrong token', async () => {
    const page = await product.visit('/coach/audit', undefined, { expected: refused })
    await page.getByLabel(/^Token/).fill('not-the-token-at-all-really')
    await page.keyboard.press('Enter')
    await page.getByRole('alert').getByText('This token signs nobody in.').waitFor()
    await expect.poll(() => page.getByRole('heading', { name: 'Log' }).count()).toBe(0)
  })
})
