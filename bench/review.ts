import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { freePort, startService, untilAnswered } from './service.ts'
import { storeAnswers } from './stored-answers.ts'

const token = 'a-token-for-the-benchmark'
const rounds = 100
const warmUps = 10
/** What a coach must not wait longer than. */
const limitMs = 100

/** What coaches ask: the path with its filters, or the next of the queue. */
const questions: readonly (readonly [string, string])[] = [
  ['queue, oldest first', '/api/coach/answers?state=open'],
  ['queue, the next one claimed', 'next'],
  ['queue of a race', '/api/coach/answers?state=open&raceId=barber-r1'],
  ['newest of all', '/api/coach/answers?order=newest'],
  ['a frequent word', '/api/coach/answers?words=word0'],
  ['a rare word', '/api/coach/answers?words=word4900'],
  ['two frequent words', '/api/coach/answers?words=word0+word1'],
  ['five words', '/api/coach/answers?words=word0+word1+word2+word3+word40'],
  ['words that nothing has', '/api/coach/answers?words=word0+nowhere'],
  [
    'frequent filters, few fit',
    '/api/coach/answers?state=judged&verdict=wrong&outcome=not-in-data&raceId=vir-r2',
  ],
  [
    'words, race, outcome, days',
    `/api/coach/answers?words=word3&raceId=vir-r1&outcome=answered&from=${dayAgo(40)}`,
  ],
  ['filters that exclude each other', '/api/coach/answers?outcome=answered&reason=not-in-data'],
  ['the whole range, a full page', '/api/coach/answers?limit=500&outcome=answered'],
  ['progress', '/api/coach/progress'],
]

function dayAgo(days: number): string {
  return new Date(Date.now() - days * 24 * 60 * 60 * 1000).toISOString().slice(0, 10)
}

/**
 * How long a coach waits for queue, search and filters with many answers stored, over real HTTP: p50 and p95, and
 * p95 as a ratio to a bare Koa route that sends the same bytes.
 */
export async function benchReview(answers: number): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'kaizenlap-bench-'))
  const processes: ChildProcess[] = []
  try {
    const startedAt = performance.now()
    storeAnswers(join(folder, 'season-conversations.db'), answers, (stored) =>
      process.stderr.write(`${stored.toLocaleString('en-GB')} answers stored\n`),
    )
    const seconds = (performance.now() - startedAt) / 1000
    const service = await startService(folder, processes, { SURFACE: 'all', COACH_TOKEN: token })
    const coach = await signIn(service)
    const asked = []
    for (const [name, path] of questions) asked.push({ name, ask: coach.asking(path) })
    const floor = await startFloor(folder, processes, asked)
    const lines = [
      `${answers.toLocaleString('en-GB')} answers stored in ${seconds.toFixed(0)} s; ${rounds} requests each`,
      `question                           p50 ms   p95 ms  bare p95   ratio`,
    ]
    const slow: string[] = []
    for (const [index, { name, ask }] of asked.entries()) {
      const ours = await timesOf(ask)
      const bare = await timesOf(() => fetch(`${floor}/${index}`))
      if (ours.p95 >= limitMs) slow.push(name)
      const numbers = [ours.p50, ours.p95, bare.p95, ours.p95 / bare.p95]
      lines.push(name.padEnd(32) + numbers.map((ms) => ms.toFixed(2).padStart(9)).join(''))
    }
    lines.push(
      slow.length === 0 ? `all under ${limitMs} ms` : `NOT under ${limitMs} ms: ${slow.join(', ')}`,
    )
    return lines.join('\n')
  } finally {
    for (const child of processes) child.kill()
    await rm(folder, { recursive: true, force: true })
  }
}

type Ask = () => Promise<Response>

async function signIn(service: string) {
  const headers = { 'X-KaizenLap-Coach': '1', 'Content-Type': 'application/json' }
  const body = JSON.stringify({ token })
  const answer = await fetch(`${service}/api/coach/sign-in`, { method: 'POST', headers, body })
  const cookie = answer.headers.getSetCookie()[0]?.split(';')[0] ?? ''
  if (!answer.ok) throw new Error(`not signed in: ${await answer.text()}`)
  const next: Ask = () =>
    fetch(`${service}/api/coach/next`, {
      method: 'POST',
      headers: { ...headers, cookie },
      body: '{}',
    })
  return {
    asking: (path: string): Ask =>
      path === 'next' ? next : () => fetch(service + path, { headers: { cookie } }),
  }
}

/** The same answers from a route that does nothing. */
async function startFloor(
  folder: string,
  processes: ChildProcess[],
  asked: readonly { readonly ask: Ask }[],
): Promise<string> {
  const files: string[] = []
  for (const [index, { ask }] of asked.entries()) {
    const file = join(folder, `${index}.json`)
    await writeFile(file, new Uint8Array(await (await ask()).arrayBuffer()))
    files.push(file)
  }
  const port = await freePort()
  const args = ['bench/bare-route.ts', String(port), ...files]
  processes.push(spawn(process.execPath, args, { stdio: 'inherit' }))
  const url = `http://127.0.0.1:${port}`
  await untilAnswered(`${url}/0`)
  return url
}

async function timesOf(ask: Ask): Promise<{ readonly p50: number; readonly p95: number }> {
  const times: number[] = []
  for (let round = 0; round < warmUps + rounds; round++) {
    const askedAt = performance.now()
    const answer = await ask()
    await answer.arrayBuffer()
    if (!answer.ok) throw new Error(`answered with ${answer.status}`)
    if (round >= warmUps) times.push(performance.now() - askedAt)
  }
  const sorted = times.toSorted((a, b) => a - b)
  const at = (share: number) => sorted[Math.ceil(share * sorted.length) - 1] ?? Number.NaN
  return { p50: at(0.5), p95: at(0.95) }
}
