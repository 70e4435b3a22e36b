import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { sheet, timingHeader, timingRow } from '#core/adapters/timing-fixtures.ts'
import { formatTime } from '#core/domain/time.ts'
import { hasChromium } from '../testing/chromium.ts'
import { newFolder } from '../testing/new-folder.ts'
import { runJobs } from '../testing/season-process.ts'
import type { TestSeason } from '../testing/test-season.ts'
import { openProduct } from './product.fixture.ts'

describe.skipIf(!hasChromium())('where something is missing', { timeout: 60_000 }, () => {
  const product = openProduct()

  test('a loop that failed: two sections, told on the race, the map and the laps', async () => {
    const page = await product.visit('/races/road-america-r1/cars/13')
    await page.getByText(/The loop between sections . and . failed in this race/).waitFor()
    const map = page.getByRole('group', { name: /^Map of Road America/ })
    await map
      .getByRole('button', { name: /^Sections \d and \d/ })
      .first()
      .waitFor()
    const race = await product.visit('/races/road-america-r1')
    await race
      .getByRole('region', { name: 'Data', exact: true })
      .getByText(/loop/)
      .first()
      .waitFor()
  })

  test('no weather: the verdict says so, and how the track moved stands', async () => {
    const page = await product.visit('/races/sonoma-r2/cars/13/weather')
    const weather = page.getByRole('region', { name: 'Analysis: Weather', exact: true })
    await weather
      .getByText(/no weather/i)
      .first()
      .waitFor()
    await expect.poll(() => weather.getByText('NaN').count()).toBe(0)
  })
})

describe.skipIf(!hasChromium())('a track that nobody knows', { timeout: 60_000 }, () => {
  const product = openProduct({ season: unknownTrack })

  test('is a ring with its sections by time, and that is said', async () => {
    const page = await product.visit('/')
    await page
      .getByRole('article')
      .getByRole('link', { name: /Race 1/ })
      .click()
    const field = page.getByRole('region', { name: 'Field', exact: true })
    await field.getByRole('link', { name: '13', exact: true }).click()
    await page.getByText(/The outline of this track is not known/).waitFor()
    await page.getByRole('group', { name: /as a ring with its sections by time/ }).waitFor()
  })

  test('a car with one lap has its lap, and no figure that needs more', async () => {
    const page = await product.visit('/')
    await page
      .getByRole('article')
      .getByRole('link', { name: /Race 1/ })
      .click()
    await page
      .getByRole('region', { name: 'Field', exact: true })
      .getByRole('link', { name: '5', exact: true })
      .click()
    await page.getByRole('heading', { level: 1, name: /^Car 5/ }).waitFor()
    await page.getByText(/1 lap, 0 green/).waitFor()
    const address = new URL(page.url()).pathname
    for (const path of [
      '',
      '/sections',
      '/weather',
      '/patterns',
      '/coaching',
      '/compare',
      '/debrief',
    ]) {
      await page.goto(`${product.origin()}${address}${path}`)
      await page.getByRole('heading', { level: 1 }).waitFor()
      await page.waitForLoadState('networkidle')
      const text = (await page.getByRole('main').textContent()) ?? ''
      expect(text).not.toMatch(/NaN|undefined|null|Infinity/)
    }
  })
})

/** A folder whose name no seed knows: two cars of eight laps, one that stopped after its first. */
async function unknownTrack(): Promise<TestSeason> {
  const folder = newFolder()
  const data = join(folder, 'data')
  await mkdir(join(data, 'lakeside-ring', 'Race 1'), { recursive: true })
  const rows = [
    ['13', 8],
    ['7', 8],
    ['5', 1],
  ] as const
  const laps = rows.flatMap(([car, count], place) =>
    Array.from({ length: count }, (_, at) => rowOf(car, at + 1, (at + 1) * 100_250 + place * 700)),
  )
  await writeFile(
    join(data, 'lakeside-ring', 'Race 1', '23_Analysis_Race 1.CSV'),
    sheet(timingHeader, ...laps),
  )
  const store = join(folder, 'season.db')
  await runJobs('season', `--data=${data}`, `--store=sqlite:${store}`)
  return { data, store }
}

function rowOf(car: string, lap: number, elapsedMs: number): string {
  return timingRow({
    NUMBER: car,
    LAP_NUMBER: String(lap),
    ELAPSED: formatTime(elapsedMs),
    HOUR: formatTime(13 * 3_600_000 + elapsedMs),
  })
}
