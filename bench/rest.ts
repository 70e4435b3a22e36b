import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import autocannon from 'autocannon'
import { medianOf } from './measured-process.ts'
import { freePort, startService, untilAnswered } from './service.ts'

const routes = [
  ['sections of a lap', '/api/races/barber-r1/cars/13/laps/8'],
  ['cars of a race', '/api/races/barber-r1/cars'],
] as const
const connections = 80
const seconds = 5
const rounds = 3

type Load = { readonly perSecond: number; readonly p99Ms: number }

/**
 * Requests per second and p99 of two answers, as ratios to a bare Koa route that sends the same bytes,
 * each in a process of its own, loaded in turn from this one.
 */
export async function benchRest(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'kaizenlap-bench-'))
  const processes: ChildProcess[] = []
  try {
    const service = await startService(folder, processes)
    const files = await Promise.all(
      routes.map(async ([, path], index) => {
        const file = join(folder, `${index}.json`)
        await writeFile(file, await bytesAt(`${service}${path}`))
        return file
      }),
    )
    const bare = await startBare(files, processes)
    const lines = [
      `${connections} connections, ${rounds} × ${seconds} s each`,
      'route                req/s  bare req/s  ratio  p99 ms  bare p99 ms  ratio',
    ]
    for (const [index, [name, path]] of routes.entries())
      lines.push(await benchRoute(name, `${service}${path}`, `${bare}/${index}`))
    return lines.join('\n')
  } finally {
    for (const child of processes) child.kill()
    await rm(folder, { recursive: true, force: true })
  }
}

async function benchRoute(name: string, ours: string, bare: string): Promise<string> {
  const pairs: { readonly ours: Load; readonly bare: Load }[] = []
  await load(ours, 2)
  await load(bare, 2)
  for (let round = 0; round < rounds; round++)
    pairs.push({ bare: await load(bare, seconds), ours: await load(ours, seconds) })
  const figure = (of: (pair: (typeof pairs)[number]) => number) => medianOf(pairs.map(of))
  return [
    name.padEnd(18),
    figure((pair) => pair.ours.perSecond)
      .toFixed(0)
      .padStart(8),
    figure((pair) => pair.bare.perSecond)
      .toFixed(0)
      .padStart(12),
    figure((pair) => pair.ours.perSecond / pair.bare.perSecond)
      .toFixed(2)
      .padStart(7),
    figure((pair) => pair.ours.p99Ms)
      .toFixed(1)
      .padStart(8),
    figure((pair) => pair.bare.p99Ms)
      .toFixed(1)
      .padStart(13),
    figure((pair) => pair.ours.p99Ms / pair.bare.p99Ms)
      .toFixed(2)
      .padStart(7),
  ].join('')
}

async function load(url: string, duration: number): Promise<Load> {
  const result = await autocannon({ url, connections, duration })
  if (result.non2xx > 0 || result.errors > 0)
    throw new Error(`${url}: ${result.non2xx} answers were no 2xx, ${result.errors} failed`)
  return { perSecond: result.requests.average, p99Ms: result.latency.p99 }
}

async function startBare(files: readonly string[], processes: ChildProcess[]): Promise<string> {
  const port = await freePort()
  processes.push(
    spawn(process.execPath, ['bench/bare-route.ts', String(port), ...files], { stdio: 'inherit' }),
  )
  const url = `http://127.0.0.1:${port}`
  await untilAnswered(`${url}/0`)
  return url
}

async function bytesAt(url: string): Promise<Uint8Array> {
  const answer = await fetch(url, { headers: { 'accept-encoding': 'identity' } })
  return new Uint8Array(await answer.arrayBuffer())
}
