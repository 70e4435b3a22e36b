import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import * as z from 'zod'
import { startFirestoreEmulator } from '../testing/firestore-emulator.ts'
import { medianOf, measure } from './measured-process.ts'
import { freePort, untilAnswered } from './service.ts'

const runs = 3
const connections = 4
const carsOfRace = 8

type Settings = Readonly<Record<string, string>>
/** What a store took for one request after the other, sorted. */
type Times = readonly number[]

/**
 * A season published in Firestore's emulator, and REST from there, both as ratios to the embedded store in the
 * same run. Each address is asked of a service that was just started: for the first time, when it has to read
 * the store, and again.
 */
export async function benchFirestore(realFolder: string | undefined): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'kaizenlap-bench-'))
  const processes: ChildProcess[] = []
  const emulator = await startFirestoreEmulator()
  try {
    const data = realFolder ?? (await demoData(folder))
    const embedded = { STORE: `sqlite:${join(folder, 'season.db')}` }
    const published = await publish(data, embedded, emulator.host)
    const settings = firestoreSettings(emulator.host, runs - 1)
    const onEmbedded = { ...embedded, FIRESTORE_EMULATOR_HOST: '' }
    const addresses = await addressesOf(await startOn(onEmbedded, processes))
    const services = [
      await startOn(onEmbedded, processes),
      await startOn(settings, processes),
    ] as const
    return [
      `${realFolder === undefined ? 'demo' : 'real'} season, ${runs} runs`,
      'publish           seconds  embedded  ratio',
      published,
      '',
      `${connections} connections`,
      'REST                p50 ms  p95 ms  embedded p95  ratio',
      ...(await benchAddresses(services, addresses)),
    ].join('\n')
  } finally {
    for (const child of processes) child.kill()
    await emulator.stop()
    await rm(folder, { recursive: true, force: true })
  }
}

function firestoreSettings(host: string, run: number) {
  return {
    STORE: 'firestore',
    GOOGLE_CLOUD_PROJECT: `bench-${run}`,
    FIRESTORE_EMULATOR_HOST: host,
  }
}

async function demoData(folder: string): Promise<string> {
  const data = join(folder, 'demo')
  await measure('jobs/demo-season/main.ts', [`--out=${data}`, '--seed=1', '--scale=1'])
  return data
}

/** In turn, each time into an empty database. */
async function publish(data: string, embedded: Settings, host: string): Promise<string> {
  const [ours, theirs]: [number[], number[]] = [[], []]
  for (let run = 0; run < runs; run++) {
    theirs.push((await season(data, embedded)).seconds)
    ours.push((await season(data, firestoreSettings(host, run))).seconds)
  }
  const ratio = medianOf(ours.map((seconds, run) => seconds / (theirs[run] ?? Number.NaN)))
  return [
    'season'.padEnd(16),
    medianOf(ours).toFixed(1).padStart(9),
    medianOf(theirs).toFixed(1).padStart(10),
    ratio.toFixed(1).padStart(7),
  ].join('')
}

async function season(data: string, settings: Settings) {
  return await measure('jobs/main.ts', ['season', '--data', data], settings)
}

async function startOn(settings: Settings, processes: ChildProcess[]): Promise<string> {
  const port = await freePort()
  processes.push(
    spawn(process.execPath, ['--import', './compile-cache.js', 'server/main.ts'], {
      env: {
        // oxlint-disable-next-line node/no-process-env -- a process of its own needs the rest of it
        ...process.env,
        ...settings,
        PORT: String(port),
        REQUESTS_PER_MINUTE: '0',
        SURFACE: 'public',
      },
      stdio: ['ignore', 'ignore', 'inherit'],
    }),
  )
  const url = `http://127.0.0.1:${port}`
  await untilAnswered(`${url}/health`)
  // It is healthy before it has read ahead what cars are shown with, which takes a part of a second.
  await sleep(1000)
  await untilAnswered(`${url}/health`)
  return url
}

async function benchAddresses(
  [embedded, firestore]: readonly [string, string],
  addresses: readonly string[],
): Promise<string[]> {
  const lines: string[] = []
  for (const name of ['for the first time', 'again']) {
    const theirs = await askAll(embedded, addresses)
    const ours = await askAll(firestore, addresses)
    lines.push(
      [
        name.padEnd(18),
        at(ours, 0.5).toFixed(1).padStart(8),
        at(ours, 0.95).toFixed(1).padStart(8),
        at(theirs, 0.95).toFixed(1).padStart(14),
        (at(ours, 0.95) / at(theirs, 0.95)).toFixed(1).padStart(7),
      ].join(''),
    )
  }
  return [`${addresses.length} addresses`, ...lines]
}

const Races = z.object({ races: z.array(z.object({ raceId: z.string() })) })
const Cars = z.object({ cars: z.array(z.object({ car: z.string() })) })

/** What a dashboard asks for, of all races and some cars of each. */
async function addressesOf(service: string): Promise<string[]> {
  const read = async (path: string): Promise<unknown> => (await fetch(`${service}${path}`)).json()
  const found: string[] = []
  for (const { raceId } of Races.parse(await read('/api/races')).races) {
    const race = `/api/races/${raceId}`
    found.push(race, `${race}/cars`, `${race}/composite`, `${race}/weather`, `${race}/field`)
    for (const { car } of Cars.parse(await read(`${race}/cars`)).cars.slice(0, carsOfRace)) {
      const ends = ['laps', 'laps/5', 'sections', 'patterns', 'coaching']
      found.push(...ends.map((end) => `${race}/cars/${car}/${end}`))
    }
  }
  return found
}

async function askAll(service: string, addresses: readonly string[]): Promise<Times> {
  const times: number[] = []
  const queue = addresses.values()
  const askOn = async () => {
    for (const address of queue) {
      const askedAt = performance.now()
      const answer = await fetch(`${service}${address}`)
      await answer.arrayBuffer()
      times.push(performance.now() - askedAt)
      // A car may have driven no fifth lap.
      if (!answer.ok && answer.status !== 404) throw new Error(`${address}: ${answer.status}`)
    }
  }
  await Promise.all(Array.from({ length: connections }, askOn))
  return times.toSorted((a, b) => a - b)
}

function at(times: Times, share: number): number {
  return times[Math.ceil(share * times.length) - 1] ?? Number.NaN
}
