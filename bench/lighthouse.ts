import type { ChildProcess } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import lighthouse, { type Flags } from 'lighthouse'
import * as z from 'zod'
import { chromiumPath, launchChromium } from '../testing/chromium.ts'
import { freePort, startService } from './service.ts'

/** A phone opens each of them from a link that somebody shared. */
const views = [
  ['season', '/'],
  ['race', '/races/barber-r1'],
  ['car', '/races/barber-r1/cars/13'],
] as const

const goals = [
  ['performance', 95],
  ['accessibility', 100],
  ['best-practices', 95],
] as const
const mostScriptBytes = 250_000
const shownTimes = [
  'first-contentful-paint',
  'largest-contentful-paint',
  'total-blocking-time',
  'cumulative-layout-shift',
]

const Requests = z.object({
  items: z.array(z.object({ resourceType: z.string().optional(), url: z.string() })),
})

type Judged = { readonly row: string; readonly isGood: boolean }

const { text, isGood } = await judgeAll()
process.stdout.write(`${text}\n`)
if (!isGood) {
  const wanted = goals.map(([id, least]) => `${id} ${least}`).join(', ')
  process.stderr.write(
    `The goals are ${wanted}, and at most ${mostScriptBytes / 1000} kB of script.\n`,
  )
  process.exitCode = 1
}

/** The dashboard on the demo season, as Lighthouse's phone sees it: a slow network and processor, as it computes them. */
async function judgeAll(): Promise<{ readonly text: string; readonly isGood: boolean }> {
  const path = chromiumPath()
  if (path === undefined) throw new Error('No Chromium: name one with CHROMIUM')
  const folder = await mkdtemp(join(tmpdir(), 'kaizenlap-lighthouse-'))
  const processes: ChildProcess[] = []
  const port = await freePort()
  const browser = await launchChromium([`--remote-debugging-port=${port}`], path)
  const judged: Judged[] = []
  try {
    const origin = await startService(folder, processes)
    for (const [name, path] of views) judged.push(await judge(name, `${origin}${path}`, port))
  } finally {
    await browser.close()
    for (const each of processes) each.kill()
    await rm(folder, { recursive: true })
  }
  const head = `| view | ${[...goals.map(([id]) => id), 'script', ...shownTimes].join(' | ')} |`
  const rule = `|${' --- |'.repeat(1 + goals.length + 1 + shownTimes.length)}`
  const load = `Load of the machine at the end: ${loadavg()[0]?.toFixed(1) ?? '?'}`
  return {
    text: [head, rule, ...judged.map(({ row }) => row), load].join('\n'),
    isGood: judged.every(({ isGood }) => isGood),
  }
}

async function judge(name: string, url: string, port: number): Promise<Judged> {
  const flags: Flags = { port, logLevel: 'error', onlyCategories: goals.map(([id]) => id) }
  const result = await lighthouse(url, flags)
  if (result === undefined) throw new Error(`Lighthouse says nothing of ${url}`)
  const { categories, audits } = result.lhr
  const scores = goals.map(([id]) => Math.round((categories[id]?.score ?? 0) * 100))
  const bytes = await scriptBytes(audits['network-requests']?.details)
  const times = shownTimes.map((id) => audits[id]?.displayValue ?? '–')
  return {
    row: `| ${[name, ...scores, `${Math.ceil(bytes / 1000)} kB`, ...times].join(' | ')} |`,
    isGood:
      bytes <= mostScriptBytes && goals.every(([, least], place) => (scores[place] ?? 0) >= least),
  }
}

/** Of all scripts that the view loaded: their compressed bytes, as the service gives them. */
async function scriptBytes(requests: unknown): Promise<number> {
  const scripts = Requests.parse(requests).items.filter(
    ({ resourceType }) => resourceType === 'Script',
  )
  const sizes = await Promise.all(
    scripts.map(async ({ url }) => {
      const answer = await fetch(url, { method: 'HEAD', headers: { 'Accept-Encoding': 'br' } })
      return z.coerce.number().positive().parse(answer.headers.get('content-length'))
    }),
  )
  return sizes.reduce((sum, bytes) => sum + bytes, 0)
}
