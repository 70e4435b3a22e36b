import { expect, test } from 'vitest'
import type { Stores } from './place.ts'
import { noCounts, publishSeason, requestOf, runsIn, seasonCounts, storedRuns } from './season.ts'

/** The way back from a bad season. */
export function goingBack({ first, other }: Stores): void {
  test('the generation before is read again by others, whole, and forward once more', async () => {
    const reading = other()
    await publishSeason(first(), 'good')
    const good = await reading.current()
    await publishSeason(first(), 'bad')
    const bad = await reading.current()
    const info = await first().activate(good?.generation.generation ?? 0, seasonCounts)
    expect(info).toEqual(good?.generation)
    const back = await reading.current()
    expect(back?.generation).toEqual(good?.generation)
    expect(back && (await runsIn(back))).toEqual(['good'])
    expect(bad && (await runsIn(bad))).toEqual(['bad'])
    expect(await storedRuns(first())).toEqual(['good', 'bad'])
    await first().activate(bad?.generation.generation ?? 0, seasonCounts)
    expect((await reading.current())?.generation.runId).toBe('bad')
    await reading.close()
  })

  test('the next season is published over what is read, which stays in place of the bad one', async () => {
    await publishSeason(first(), 'good')
    await publishSeason(first(), 'bad')
    const [good] = await first().generations()
    await first().activate(good?.generation ?? 0, seasonCounts)
    await publishSeason(first(), 'next')
    expect((await first().current())?.generation.runId).toBe('next')
    expect(await storedRuns(first())).toEqual(['good', 'next'])
  })
}

/** What is gone back to only if it may be, and whoever writes meanwhile. */
export function notGoingBack({ first, other }: Stores): void {
  test('what is not whole, not published or not stored is not gone back to', async () => {
    const wrong = { ...seasonCounts, races: seasonCounts.races + 1 }
    await publishSeason(first(), 'a')
    await publishSeason(first(), 'b')
    const [a] = await first().generations()
    await expect(first().activate(a?.generation ?? 0, wrong)).rejects.toThrow('races has 2 of 3')
    const run = await first().beginRun(requestOf('c'))
    await run.end()
    await expect(first().activate(run.generation, noCounts)).rejects.toThrow('never published')
    await expect(first().activate(99, noCounts)).rejects.toMatchObject({ name: 'RunRefused' })
    expect((await first().current())?.generation.runId).toBe('b')
  })

  test('a season is gone back to while another is made, which is published all the same', async () => {
    await publishSeason(first(), 'good')
    await publishSeason(first(), 'bad')
    const writing = other()
    const run = await writing.beginRun(requestOf('next'))
    const [good] = await first().generations()
    await first().activate(good?.generation ?? 0, seasonCounts)
    await run.publish(noCounts)
    await run.end()
    expect((await first().current())?.generation.runId).toBe('next')
    expect(await storedRuns(first())).toEqual(['good', 'next'])
    await writing.close()
  })
}
