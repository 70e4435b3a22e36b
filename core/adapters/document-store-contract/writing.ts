import { expect, test } from 'vitest'
import { newestUnpublished } from '#core/ports/document-store.ts'
import type { Stores } from './place.ts'
import { noCounts, requestOf, seasonDocuments, writeSeason } from './season.ts'

/** A job that runs again writes the same documents over its own. */
export function writing({ first }: Stores): void {
  test('a run that is gone on with keeps what was written, and the same id replaces', async () => {
    const before = await first().beginRun(requestOf('a'))
    await before.write('races', seasonDocuments('old', 3))
    await before.end()
    const waiting = newestUnpublished(await first().generations())
    expect(waiting).toMatchObject({ runId: 'a', state: 'waiting' })
    const run = await first().beginRun({ ...requestOf('a'), job: 'sections' })
    expect(run.generation).toBe(before.generation)
    await run.write('races', seasonDocuments('new', 2))
    expect(await run.counts()).toEqual({ ...noCounts, races: 3 })
    const reader = await first().open(run.generation)
    expect(reader.generation).toMatchObject({ state: 'writing', job: 'sections' })
    const { documents } = await reader.list('races', { limit: 10 })
    expect(documents.map(({ document }) => document['runId'])).toEqual(['new', 'new', 'old'])
  })

  test('no run waits when the newest is published', async () => {
    const run = await first().beginRun(requestOf('a'))
    await run.publish(noCounts)
    expect(newestUnpublished(await first().generations())).toBeUndefined()
  })

  test('a batch is written whole or not at all', async () => {
    const run = await first().beginRun(requestOf('a'))
    const batch = [...seasonDocuments('a', 3), { id: 'not/an id', document: {} }]
    await expect(run.write('races', batch)).rejects.toThrow("'not/an id'")
    expect(await run.counts()).toEqual(noCounts)
  })
}

/** Nothing stale stays. */
export function removing({ first }: Stores): void {
  test('clearing removes a collection, or what has a prefix, and nothing beside it', async () => {
    const run = await first().beginRun(requestOf('a'))
    const ids = ['barber-r1_1_s1', 'barber-r1_13_s1', 'barber-r2_1_s1']
    const documents = ids.map((id) => ({ id, document: {} }))
    await run.write('races', documents)
    await run.write('tracks', documents)
    await run.clear('races', 'barber-r1_1_')
    const reader = await first().open(run.generation)
    const left = await reader.list('races', { limit: 10 })
    expect(left.documents.map(({ id }) => id)).toEqual(ids.slice(1))
    await run.clear('races')
    expect(await run.counts()).toEqual({ ...noCounts, tracks: 3 })
  })

  test('an abandoned run leaves nothing and lets the next one in', async () => {
    const run = await first().beginRun(requestOf('a'))
    await writeSeason(run)
    await run.abandon()
    await run.end()
    expect(await first().generations()).toEqual([])
    const next = await first().beginRun(requestOf('a'))
    expect(next.generation).toBeGreaterThan(run.generation)
    expect(await next.counts()).toEqual(noCounts)
  })
}
