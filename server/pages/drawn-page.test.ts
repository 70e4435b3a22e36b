import { copyFile, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openSqliteDocumentStore } from '#core/adapters/sqlite-document-store.ts'
import { pageStartId, readPageStart } from '#core/protocol/drawn-page.ts'
import type { DocumentStore } from '#core/ports/document-store.ts'
import { demoSeason } from '../../testing/test-season.ts'
import { type RunningService, runService } from '../fixtures/running-service.ts'
import { publishSeason } from '../fixtures/season-documents.ts'
import { openBuiltClient } from './built-client.ts'

const phone = 'Mozilla/5.0 (Linux; Android 15) AppleWebKit/537.36 Chrome/140.0 Mobile Safari/537.36'
const desk = 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/140.0 Safari/537.36'

let folder = ''
let store: DocumentStore
let service: RunningService

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'drawn-'))
  const file = join(folder, 'season.db')
  await copyFile((await demoSeason()).store, file)
  store = openSqliteDocumentStore(file)
  service = await runService(store, { client: openBuiltClient('dist') })
}, 120_000)
afterAll(async () => {
  await service.stop()
  await store.close()
  await rm(folder, { recursive: true })
})

const pageAt = async (path: string, agent = phone) =>
  await (await service.get(path, { headers: { 'User-Agent': agent, Accept: 'text/html' } })).text()
const startIn = (page: string) => page.split(`id="${pageStartId}">`)[1]?.split('</script>')[0]
const viewIn = (page: string) => /<main[^]*<\/main>/.exec(page)?.[0] ?? ''
const textIn = (page: string) =>
  viewIn(page)
    .replaceAll(/<!--.*?-->/g, '')
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll(/ +/g, ' ')

describe('what can be read before any script runs', () => {
  test.each([
    ['/', 'Barber Motorsports Park'],
    ['/tracks/barber', 'Barber Motorsports Park'],
    ['/races/barber-r1', 'Best-case composite'],
    ['/races/barber-r1/cars/13', 'Work on'],
    ['/races/barber-r1/cars/13/weather', 'Car 13 · Barber, Race 1'],
    ['/races/barber-r1/cars/13/compare', 'The race'],
    ['/races/barber-r1/cars/13/debrief', 'Car 13'],
  ])('%s holds "%s"', async (path, words) => {
    expect(textIn(await pageAt(path))).toContain(words)
  })

  test('the figures are those of the answers, and the scripts get the answers with them', async () => {
    const page = await pageAt('/races/barber-r1')
    const race: unknown = await (await service.get('/api/races/barber-r1')).json()
    const { device, answers } = readPageStart(startIn(page) ?? '')
    expect(device).toBe('phone')
    expect(answers).toContainEqual([['/api/races/barber-r1'], race])
    expect(page).not.toContain('rel="preload" as="fetch"')
  })

  test('a lap of the address is the lap that is drawn', async () => {
    const median = await pageAt('/races/barber-r1/cars/13', desk)
    const lap = await pageAt('/races/barber-r1/cars/13?lap=8', desk)
    expect(viewIn(lap)).not.toBe(viewIn(median))
    expect(textIn(lap)).toContain('Lap 8')
  })

  test('a phone gets the four lines, a desk the headline figures', async () => {
    const path = '/races/barber-r1/cars/13'
    expect(textIn(await pageAt(path, phone))).not.toContain('Half of the laps within')
    expect(textIn(await pageAt(path, desk))).toContain('Half of the laps within')
  })
})

test('its styles carry the nonce of the policy, and no element has a style of its own', async () => {
  const answer = await service.get('/races/barber-r1', { headers: { 'User-Agent': phone } })
  const page = await answer.text()
  const nonce = /'nonce-([^']+)'/.exec(answer.headers.get('content-security-policy') ?? '')?.[1]
  const styles = [...page.matchAll(/<style\b[^>]*>/g)].map(([tag]) => tag)
  expect(styles.length).toBeGreaterThan(1)
  for (const tag of styles) expect(tag).toContain(`nonce="${nonce}"`)
  expect(page).not.toMatch(/<[^>]+ style="/)
})

test('its code is asked for once it is on the screen: no tag of the page fetches a script before', async () => {
  const page = await pageAt('/races/barber-r1/cars/13')
  const sources = [...page.matchAll(/<(?:script|link)\b[^>]* (?:src|href)="([^"]+\.js)"/g)]
  expect(sources.map(([, url]) => url)).toEqual(['/colour-scheme.js'])
  expect(page).toMatch(/requestAnimationFrame[^]*"\/assets\/car-view-[^]*"\/assets\/index-/)
})

test('what an address holds is text and never markup', async () => {
  const hostile = '</script><script>alert(1)</script>'
  const page = await pageAt(`/races/barber-r1/cars/13?lap=8&section=${hostile}&against=${hostile}`)
  expect(page).not.toContain('<script>alert')
})

test.each(['/races/barber-r9', '/races/barber-r1/cars/999', '/quality', '/paddock'])(
  '%s is left to the browser, which says what is the matter',
  async (path) => {
    const page = await pageAt(path)
    expect(page).toContain('<div id="loading">')
    expect(startIn(page)).toBeUndefined()
  },
)

test('many who open one page wait for one drawing, and more pages than are drawn at a time are sent all the same', async () => {
  const paths = Array.from({ length: 12 }, (_, lap) => `/races/barber-r1/cars/13?lap=${lap + 1}`)
  const same = Array.from({ length: 12 }, () => '/races/barber-r2')
  const pages = await Promise.all([...paths, ...same].map((path) => pageAt(path)))
  expect(new Set(pages.slice(paths.length).map(viewIn)).size).toBe(1)
  for (const page of pages) expect(page).toContain('</html>')
})

test('who has not signed in is shown nothing that the API would not tell', async () => {
  const coaches = await runService(store, { isForCoaches: true })
  const page = await (await coaches.get('/races/barber-r1')).text()
  expect(startIn(page)).toBeUndefined()
  await coaches.stop()
})

test('a season that is published anew is drawn anew', async () => {
  const own = openSqliteDocumentStore(':memory:')
  await publishSeason(own, 'run-1', { races: ['barber-r1'] })
  const running = await runService(own)
  const linksTo = async (race: string) =>
    (await (await running.get('/')).text()).includes(`/races/${race}"`)
  expect(await linksTo('barber-r2')).toBe(false)
  await publishSeason(own, 'run-2')
  expect(await linksTo('barber-r2')).toBe(true)
  await running.stop()
})
