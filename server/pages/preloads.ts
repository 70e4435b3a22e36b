import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import * as z from 'zod'
import { pagePaths } from '#core/protocol/pages.ts'
import { escapeHtml } from './html.ts'

type Params = Readonly<Record<string, string | undefined>>

const raceAt = ({ raceId = '' }: Params) => `/api/races/${raceId}`
const carAt = ({ car = '', ...params }: Params) => `${raceAt(params)}/cars/${car}`

/** What every page begins with, in pieces: client/src/main.ts. */
const frame = 'src/begin.tsx'

/** What the views that people open from a link need first. The client's queries have the same addresses. */
const needs = [
  {
    pattern: patternOf('season'),
    source: 'src/season/season-view.tsx',
    answers: () => ['/api/races?limit=500', '/api/tracks?limit=500'],
  },
  {
    pattern: patternOf('race'),
    source: 'src/race/race-view.tsx',
    answers: (params: Params) =>
      ['', '/composite', '/cars?limit=500'].map((of) => `${raceAt(params)}${of}`),
  },
  { pattern: patternOf('car'), source: 'src/car/car-view.tsx', answers: answersOfCar },
]

function patternOf(view: keyof typeof pagePaths) {
  return new URLPattern({ pathname: pagePaths[view] })
}

function answersOfCar(params: Params): readonly string[] {
  const track = (params['raceId'] ?? '').replace(/-r[0-9]+$/, '')
  return [
    raceAt(params),
    `/api/tracks/${track}`,
    ...['/patterns', '/sections', '/laps?limit=500'].map((of) => `${carAt(params)}${of}`),
  ]
}

const Manifest = z.record(
  z.string(),
  z.object({
    file: z.string(),
    imports: z.array(z.string()).default([]),
    assets: z.array(z.string()).default([]),
  }),
)
type Manifest = z.infer<typeof Manifest>

/** The build's own list of what imports what; undefined where there is none. */
export async function readManifest(folder: string): Promise<Manifest | undefined> {
  try {
    return Manifest.parse(
      JSON.parse(await readFile(join(folder, '.vite', 'manifest.json'), 'utf8')),
    )
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
    throw error
  }
}

/** The scripts of a module and of all that it imports, but for those known already. */
export function scriptsOf(
  manifest: Manifest,
  source: string,
  known: ReadonlySet<string> = new Set(scriptsOf(manifest, 'index.html', new Set())),
): readonly string[] {
  return [...reachedFrom(manifest, source, new Set())]
    .flatMap((name) => manifest[name]?.file ?? [])
    .filter((file) => !known.has(file))
}

function reachedFrom(manifest: Manifest, name: string, seen: Set<string>): ReadonlySet<string> {
  if (seen.has(name)) return seen
  seen.add(name)
  for (const each of manifest[name]?.imports ?? []) reachedFrom(manifest, each, seen)
  return seen
}

/**
 * Links that have a browser fetch the font and a view's code at once, and its answers where they are not in the
 * page.
 */
export function preloadLinks(manifest: Manifest, path: string, isDrawn: boolean): string {
  const fonts = (manifest['index.html']?.assets ?? [])
    .filter((file) => file.endsWith('.woff2'))
    .map(
      (file) =>
        `<link rel="preload" as="font" type="font/woff2" crossorigin href="/${escapeHtml(file)}">`,
    )
  const { source, answers } = viewAt(path) ?? { source: undefined, answers: [] }
  const scripts = new Set(
    [frame, ...(source === undefined ? [] : [source])].flatMap((name) => scriptsOf(manifest, name)),
  )
  const code = [...scripts].map(
    (file) => `<link rel="modulepreload" crossorigin href="/${escapeHtml(file)}">`,
  )
  const fetched = (isDrawn ? [] : answers).map(
    (address) => `<link rel="preload" as="fetch" crossorigin href="${escapeHtml(address)}">`,
  )
  return [...fonts, ...code, ...fetched].join('\n')
}

function viewAt(path: string) {
  for (const { pattern, source, answers } of needs) {
    const params = pattern.exec({ pathname: path })?.pathname.groups
    if (params !== undefined) return { source, answers: answers(params) }
  }
  return undefined
}
