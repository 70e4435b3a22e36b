import { expect, test } from 'vitest'
import { collections } from '#core/ports/document-store.ts'
import type { Stores } from './place.ts'
import {
  countsIn,
  noCounts,
  publishSeason,
  requestOf,
  runsIn,
  seasonCounts,
  seasonDocuments,
  sheet,
  storedRuns,
  writeSeason,
} from './season.ts'

/** A season appears whole, once its counts are right, and only if it is the newest. */
export function publishing({ first, other }: Stores): void {
  test('a new store has no season', async () => {
    expect(await first().current()).toBeUndefined()
    expect(await first().generations()).toEqual([])
  })

  test('a season is read by others at the moment it is published, all of it', async () => {
    const reading = other()
    const run = await first().beginRun(requestOf('a'))
    await writeSeason(run)
    expect(await reading.current()).toBeUndefined()
    const info = await run.publish(seasonCounts)
    const reader = await reading.current()
    expect(reader?.generation).toEqual(info)
    expect(info).toMatchObject({ runId: 'a', state: 'published', job: 'season' })
    expect(reader && (await countsIn(reader))).toEqual(seasonCounts)
    await reading.close()
  })

  test.each(collections)('a wrong count of %s is refused and nothing changes', async (name) => {
    await publishSeason(first(), 'a')
    const run = await first().beginRun(requestOf('b'))
    await writeSeason(run)
    const wrong = { ...seasonCounts, [name]: seasonCounts[name] + 1 }
    await expect(run.publish(wrong)).rejects.toThrow(
      `${name} has ${seasonCounts[name]} of ${wrong[name]} documents`,
    )
    expect((await first().current())?.generation.runId).toBe('a')
    await run.publish(seasonCounts)
    expect((await first().current())?.generation.runId).toBe('b')
  })

  test('an older run never replaces a newer one', async () => {
    const older = await first().beginRun(requestOf('older'))
    await older.end()
    const newer = await first().beginRun(requestOf('newer'))
    // The older run as another process sees it that was stopped while it held the store.
    await newer.publish(noCounts)
    await newer.end()
    expect(await storedRuns(first())).toEqual(['newer'])
    await expect(older.publish(noCounts)).rejects.toThrow('older is ended')
    expect((await first().current())?.generation.runId).toBe('newer')
  })

  test('a published run is never written again', async () => {
    const run = await first().beginRun(requestOf('a'))
    await run.publish(noCounts)
    await expect(run.write('tracks', seasonDocuments('a', 1))).rejects.toThrow('a is published')
    await run.end()
    await expect(first().beginRun(requestOf('a'))).rejects.toThrow('a is published')
    expect(await (await first().current())?.count('tracks')).toBe(0)
  })
}

/** Who reads keeps what he reads, as long as it is one of the last two. */
export function keeping({ first, other }: Stores): void {
  test('a reader holds its generation while a newer is published', async () => {
    const reading = other()
    await publishSeason(first(), 'a')
    const reader = await reading.current()
    await publishSeason(first(), 'b')
    expect(reader && (await runsIn(reader))).toEqual(['a'])
    const newer = await reading.current()
    expect(newer && (await runsIn(newer))).toEqual(['b'])
    await reading.close()
  })

  test('the last two published generations are kept', async () => {
    const reading = other()
    await publishSeason(first(), 'a')
    const reader = await reading.current()
    const own = await first().current()
    await publishSeason(first(), 'b')
    await publishSeason(first(), 'c')
    expect(await storedRuns(first())).toEqual(['b', 'c'])
    const gone = { name: 'GenerationGone' }
    await expect(reader?.get('tracks', 'barber-r1_0000')).rejects.toMatchObject(gone)
    await expect(reader?.list('tracks', { limit: 5 })).rejects.toMatchObject(gone)
    await expect(reader?.count('tracks')).rejects.toMatchObject(gone)
    await expect(reader?.sourceLine(sheet, 2)).rejects.toMatchObject(gone)
    await expect(own?.getText('tracks', 'barber-r1_0000')).rejects.toMatchObject(gone)
    await reading.close()
  })

  test('publishing removes unpublished runs that are older', async () => {
    const run = await first().beginRun(requestOf('left-over'))
    await writeSeason(run)
    await run.end()
    await publishSeason(first(), 'b')
    expect(await storedRuns(first())).toEqual(['b'])
  })

  test('a season is still there when the store is opened again', async () => {
    const before = other()
    await publishSeason(before, 'a')
    await before.close()
    const reader = await first().current()
    expect(reader && (await runsIn(reader))).toEqual(['a'])
    expect(reader && (await countsIn(reader))).toEqual(seasonCounts)
  })
}
