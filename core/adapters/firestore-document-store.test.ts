import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { setTimeout as sleep } from 'node:timers/promises'
import { Firestore } from '@google-cloud/firestore'
import { OAuth2Client } from 'google-auth-library'
import { beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { compileCache } from '../../testing/compile-cache.ts'
import { hasEmulator, lentEmulator, newProject } from '../../testing/lent-emulator.ts'
import {
  countsIn,
  noCounts,
  publishSeason,
  requestOf,
  runsIn,
  seasonCounts,
  seasonDocuments,
  storedRuns,
} from './document-store-contract/season.ts'
import { documentStoreContract } from './document-store.contract.ts'
import { connectFirestore } from './firestore-database.ts'
import { createFirestoreDocumentStore, type FirestoreTimes } from './firestore-document-store.ts'

const writer = fileURLToPath(new URL('./firestore-document-store.writer.ts', import.meta.url))
// A process that is alive tells so in time, on a machine that does other things too.
const leaseMs = 1_500
const at = '2026-03-01T10:00:00.000Z'
const encoder = new TextEncoder()
const times = { leaseMs, graceMs: 0, pointerKeptMs: 0 }

describe.skipIf(!hasEmulator)('with the emulator', () => {
  let emulator: string
  beforeAll(async () => {
    emulator = await lentEmulator()
  })

  documentStoreContract('Firestore', () => {
    const project = newProject()
    return {
      open: () => createFirestoreDocumentStore(connectFirestore({ project, emulator }), times),
      startWriter: (mode, name) =>
        spawn(
          process.execPath,
          [...compileCache, writer, mode, emulator, project, name, String(leaseMs)],
          { stdio: ['ignore', 'pipe', 'inherit'] },
        ),
      deathSeenAfterMs: leaseMs + 100,
      kills: 5,
    }
  })

  const openStore = (project: string, change: Partial<FirestoreTimes> = {}) => {
    const store = createFirestoreDocumentStore(connectFirestore({ project, emulator }), {
      ...times,
      ...change,
    })
    onTestFinished(() => store.close())
    return store
  }

  test('documents longer than one of Firestore come back byte by byte, and go with their parts', async () => {
    const store = openStore(newProject())
    const run = await store.beginRun(requestOf('a'))
    const long = JSON.stringify({ text: '4–6 ✓ 𝄞 "'.repeat(150_000) })
    expect(Buffer.byteLength(long)).toBeGreaterThan(2 ** 21)
    const texts = ['a', 'b', 'c'].map((id) => ({ id, text: long }))
    await run.writeEncoded(
      'races',
      texts.map(({ id, text }) => ({ id, utf8: encoder.encode(text) })),
    )
    const reader = await store.open(run.generation)
    expect(await reader.getText('races', 'b')).toBe(long)
    expect(await reader.listText('races', { limit: 9 })).toEqual({ documents: texts })
    expect(await reader.count('races')).toBe(3)
    await run.writeEncoded('races', [{ id: 'b', utf8: encoder.encode('{}') }])
    expect(await reader.getText('races', 'b')).toBe('{}')
    await run.clear('races', 'a')
    await run.writeEncoded('races', [{ id: 'a', utf8: encoder.encode('{}') }])
    expect(await reader.getText('races', 'a')).toBe('{}')
  })

  test('what is asked for in one turn is one request', async () => {
    const project = newProject()
    await publishSeason(openStore(project), 'a')
    const connected = connectFirestore({ project, emulator })
    let requests = 0
    const ask: typeof connected.ask = (work, withinMs) => {
      requests += 1
      return connected.ask(work, withinMs)
    }
    const store = createFirestoreDocumentStore({ ...connected, ask }, times)
    onTestFinished(() => store.close())
    const reader = await store.open(1)
    requests = 0
    const ids = ['barber-r1_0000', 'barber-r1_0001', 'barber-r1_0000']
    const found = await Promise.all(ids.map((id) => reader.get('ml_section_recommendations', id)))
    expect(found.map((document) => document?.['n'])).toEqual([0, 1, 0])
    expect(requests).toBe(1)
  })

  test('what is under way ends before the connection does, and nothing begins after', async () => {
    const { firestore, ask, close } = connectFirestore({ project: newProject(), emulator })
    const read = () => ask(() => firestore.collection('generations').get())
    await read()
    const answer = read()
    await close()
    expect((await answer).empty).toBe(true)
    await expect(read()).rejects.toMatchObject({ name: 'StoreUnusable' })
  })

  test('who reads while seasons are published reads whole ones, to the end of each', async () => {
    const project = newProject()
    const [writing, reading] = [
      openStore(project, { graceMs: 1000 }),
      openStore(project, { graceMs: 1000 }),
    ]
    await publishSeason(writing, 'season-0')
    const first = await reading.current()
    const seen = new Set<string>()
    let isDone = false
    const readOn = async () => {
      while (!isDone) {
        const reader = await reading.current()
        const runs = reader && (await runsIn(reader))
        expect(runs).toEqual([reader?.generation.runId])
        seen.add(runs?.join() ?? '')
      }
    }
    const readFirst = async (): Promise<string> => {
      for (;;) {
        try {
          expect(first && (await runsIn(first))).toEqual(['season-0'])
        } catch (error) {
          return error instanceof Error ? error.name : String(error)
        }
      }
    }
    const readers = [readOn(), readFirst()] as const
    for (const n of [1, 2, 3]) await publishSeason(writing, `season-${n}`)
    isDone = true
    expect(await readers[1]).toBe('GenerationGone')
    await readers[0]
    expect(seen.size).toBeGreaterThan(1)
  })

  test('what a process left that died while it removed a season is removed by the next', async () => {
    const project = newProject()
    const store = openStore(project)
    await publishSeason(store, 'a')
    const { firestore, close } = connectFirestore({ project, emulator })
    onTestFinished(close)
    const left = firestore.doc('generations/99/races/barber-r1')
    await left.set({ text: '{}', more: 0 })
    await publishSeason(store, 'b')
    expect((await left.get()).exists).toBe(false)
  })

  test('a run that a newer published one has overtaken is refused', async () => {
    const project = newProject()
    const store = openStore(project)
    const run = await store.beginRun(requestOf('a'))
    const { firestore, close } = connectFirestore({ project, emulator })
    onTestFinished(close)
    const newer = { generation: 99, runId: 'z', state: 'published', job: 'season' }
    const by = { startedBy: 'process 2', startedAt: at, publishedAt: at }
    await firestore.doc('store/pointer').set({ ...newer, ...by })
    await expect(run.publish(noCounts)).rejects.toThrow('newer than a is already published')
    await run.end()
    await expect(store.beginRun(requestOf('a'))).rejects.toThrow('older than the published season')
  })

  test('a process that was silent too long writes no more once another has begun', async () => {
    const project = newProject()
    const [one, two] = [openStore(project, { leaseMs: 3_600_000 }), openStore(project)]
    const silent = await one.beginRun(requestOf('a'))
    await silent.write('races', seasonDocuments('a', 2))
    await sleep(leaseMs + 200)
    const run = await two.beginRun(requestOf('b'))
    expect(await storedRuns(two)).toEqual(['b'])
    await expect(silent.publish({ ...noCounts, races: 2 })).rejects.toMatchObject({
      name: 'RunRefused',
    })
    await run.publish(noCounts)
    expect((await two.current())?.generation.runId).toBe('b')
  })

  test('over REST, as on Google Cloud, it does the same', async () => {
    const authClient = new OAuth2Client()
    authClient.setCredentials({ access_token: 'owner' })
    const firestore = new Firestore({
      projectId: newProject(),
      host: emulator,
      ssl: false,
      preferRest: true,
      authClient,
    })
    const ask = <Result>(work: () => Promise<Result>) => work()
    const close = () => firestore.terminate()
    const store = createFirestoreDocumentStore({ firestore, isEmulator: true, ask, close }, times)
    onTestFinished(() => store.close())
    for (const name of ['a', 'b', 'c']) await publishSeason(store, name)
    const reader = await store.current()
    expect(reader && (await runsIn(reader))).toEqual(['c'])
    expect(reader && (await countsIn(reader))).toEqual(seasonCounts)
    expect(await storedRuns(store)).toEqual(['b', 'c'])
  })
})
