import type { Locator, Page } from 'playwright-core'

/** Where a question is typed. */
export function questionBox(page: Page): Locator {
  return page.getByRole('textbox', { name: 'Question to the coach', exact: true })
}

/** What stands below an answer that has ended; of the last one, where there are several. */
export function endOfAnswer(page: Page): Locator {
  return page.getByRole('group', { name: 'This answer was', exact: true }).last()
}

export async function ask(page: Page, question: string): Promise<void> {
  await questionBox(page).fill(question)
  await page.keyboard.press('Enter')
}

/** Asks, and waits until the answer has ended. */
export async function askToTheEnd(page: Page, question: string): Promise<void> {
  await ask(page, question)
  await endOfAnswer(page).waitFor()
}
