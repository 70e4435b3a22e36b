import { mkdir, mkdtemp, readFile, rm, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openSqliteDocumentStore } from '#core/adapters/sqlite-document-store.ts'
import { type RunningService, runService } from '../fixtures/running-service.ts'
import { publishSeason } from '../fixtures/season-documents.ts'
import { openBuiltClient } from './built-client.ts'

let folder: string
let service: RunningService

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'client-'))
  await mkdir(join(folder, 'assets'))
  await writeFile(
    join(folder, 'index.html'),
    '<head><script nonce="__CSP_NONCE__" src="/x.js"></script></head>',
  )
  await mkdir(join(folder, '.vite'))
  await writeFile(
    join(folder, '.vite', 'manifest.json'),
    JSON.stringify({
      'index.html': { file: 'assets/main-1a2b.js', imports: ['_parts.js'] },
      '_parts.js': { file: 'assets/parts-3c4d.js' },
      'src/car/car-view.tsx': { file: 'assets/car-5e6f.js', imports: ['_parts.js', '_map.js'] },
      '_map.js': { file: 'assets/map-7a8b.js' },
    }),
  )
  await writeFile(join(folder, 'assets', 'main-1a2b.js'), 'let plain')
  await writeFile(join(folder, 'secret.txt'), 'not for the web')
  const store = openSqliteDocumentStore(':memory:')
  await publishSeason(store, 'run-1')
  service = await runService(store, { client: openBuiltClient(folder) })
})
afterAll(async () => {
  await service.stop()
  await rm(folder, { recursive: true })
})

const nonceIn = (text: string | null) => /nonce[-=]"?([A-Za-z0-9+/=]+)/.exec(text ?? '')?.[1]

test('every view is a page whose scripts carry the nonce of that answer alone', async () => {
  const first = await service.get('/races/barber-r1/cars/13/weather')
  const second = await service.get('/')
  for (const answer of [first, second]) {
    expect(answer.status).toBe(200)
    expect(answer.headers.get('cache-control')).toBe('no-store')
    const policy = answer.headers.get('content-security-policy')
    expect(policy).toContain("default-src 'none'")
    expect(policy).not.toContain('unsafe')
    expect(nonceIn(await answer.text())).toBe(nonceIn(policy))
  }
  expect(nonceIn(first.headers.get('content-security-policy'))).not.toBe(
    nonceIn(second.headers.get('content-security-policy')),
  )
})

test('the page of a car names the scripts and answers that its view begins with', async () => {
  const page = await (await service.get('/races/barber-r1/cars/13?lap=5')).text()
  const links = [...page.matchAll(/<link rel="(\w+)"[^>]* href="([^"]+)">/g)]
  expect(links.map(([, rel, href]) => `${rel} ${href}`)).toEqual([
    'modulepreload /assets/car-5e6f.js',
    'modulepreload /assets/map-7a8b.js',
    'preload /api/races/barber-r1',
    'preload /api/tracks/barber',
    'preload /api/races/barber-r1/cars/13/patterns',
    'preload /api/races/barber-r1/cars/13/sections',
    'preload /api/races/barber-r1/cars/13/laps?limit=500',
  ])
  for (const [, , href = ''] of links.filter(([, rel]) => rel === 'preload')) {
    expect((await service.get(href)).status).toBe(200)
  }
})

test('what is written in an address is never markup', async () => {
  const page = await (await service.get('/races/%22%3E%3Cscript%3E/cars/13')).text()
  expect(page).not.toContain('"><script>/')
})

test('an address without a view is a page that says so, with 404, but for programs', async () => {
  const page = await service.get('/paddock', { headers: { accept: 'text/html' } })
  expect(page.status).toBe(404)
  expect(await page.text()).toContain('<script')
  const answer = await service.get('/paddock', { headers: { accept: 'application/json' } })
  expect(answer.status).toBe(404)
  expect(answer.headers.get('content-type')).toContain('json')
})

test('built files are kept for ever, others are not served', async () => {
  const script = await service.get('/assets/main-1a2b.js')
  expect(script.headers.get('cache-control')).toBe('max-age=31536000,immutable')
  expect(script.headers.get('content-type')).toContain('javascript')
  expect(await script.text()).toBe('let plain')
  expect((await service.get('/assets/..%2fsecret.txt')).status).toBe(404)
  expect((await service.get('/secret.txt')).status).toBe(404)
})

test('a page that was built anew is served at once', async () => {
  const page = join(folder, 'index.html')
  const before = await readFile(page, 'utf8')
  await writeFile(page, before.replace('/x.js', '/y.js'))
  await utimes(page, new Date(), new Date(Date.now() + 5000))
  expect(await (await service.get('/')).text()).toContain('/y.js')
})
