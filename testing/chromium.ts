import { existsSync } from 'node:fs'
import { type Browser, chromium } from 'playwright-core'

// oxlint-disable-next-line node/no-process-env -- tests have no main that reads it for them
const { CHROMIUM, CI } = process.env

/** Chromium without windows: the same pages for half the work. */
const shell = '/usr/bin/chromium-headless-shell'

const usualPlaces = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
]

/** Where a Chromium is: as CHROMIUM says, else in the usual places. */
export function chromiumPath(): string | undefined {
  return firstOf([CHROMIUM ?? '', ...usualPlaces])
}

/** Where one is that is enough for tests. */
function headlessPath(): string | undefined {
  return firstOf([CHROMIUM ?? '', shell, ...usualPlaces])
}

function firstOf(paths: readonly string[]): string | undefined {
  return paths.find((path) => path !== '' && existsSync(path))
}

/** Whether journeys can be tested. Says how to get a browser where not; where CI is set, that is a fault. */
export function hasChromium(): boolean {
  if (headlessPath() !== undefined) return true
  const how = 'apt-get install chromium-headless-shell, or name one with CHROMIUM'
  if (CI !== undefined) throw new Error(`No Chromium for the tests in a browser: ${how}`)
  process.stderr.write(`No Chromium: tests in a browser are skipped. ${how}\n`)
  return false
}

export async function launchChromium(
  more: readonly string[] = [],
  path: string | undefined = headlessPath(),
): Promise<Browser> {
  return await chromium.launch({
    executablePath: path ?? '',
    args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', ...more],
  })
}
