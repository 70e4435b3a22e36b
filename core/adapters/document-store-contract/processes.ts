import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as sleep } from 'node:timers/promises'
import { expect, onTestFinished, test } from 'vitest'
import type { Place, Stores } from './place.ts'
import { countsIn, publishSeason, requestOf, runsIn, seasonCounts, storedRuns } from './season.ts'

/** One run at a time; the lock of a dead process is free. */
export function locks({ first, other, place }: Stores): void {
  test('a second run in the same process is refused', async () => {
    const run = await first().beginRun(requestOf('a'))
    const second = other()
    const message = 'Run a is in progress: job season'
    await expect(first().beginRun(requestOf('b'))).rejects.toThrow(message)
    await expect(second.beginRun(requestOf('b'))).rejects.toThrow(message)
    await run.end()
    const next = await second.beginRun(requestOf('b'))
    await next.end()
    await second.close()
  })

  test('a second process is refused, and told which run is first, until the first dies', async () => {
    const writer = await started(place().startWriter('hold', 'first-run'))
    await expect(first().beginRun(requestOf('second'))).rejects.toMatchObject({
      name: 'RunInProgress',
      message: expect.stringMatching(
        `^Run first-run is in progress: job sections, since 20.*Z, process ${writer.pid}`,
      ),
    })
    await killed(writer, place())
    const run = await first().beginRun(requestOf('second'))
    expect(await storedRuns(first())).toEqual(['second'])
    await run.end()
  })

  test('the run of a dead process can be gone on with', async () => {
    await killed(await started(place().startWriter('hold', 'first-run')), place())
    const run = await first().beginRun(requestOf('first-run'))
    expect((await run.counts()).ml_section_recommendations).toBe(100)
    await run.end()
  })
}

/** A process may die at any moment. */
export function deaths({ first, other, place }: Stores): void {
  test('killed at many moments, the published season is whole each time', async () => {
    await publishSeason(first(), 'before')
    const { kills = 20 } = place()
    const reader = other()
    let unfinished = 0
    for (let moment = 0; moment < kills; moment += 1) {
      // One kill after another.
      // oxlint-disable no-await-in-loop
      const writer = await started(place().startWriter('seasons', `moment-${moment}`))
      await sleep((moment * 140) / kills)
      await killed(writer, place())
      const season = await reader.current()
      expect(season && (await runsIn(season))).toEqual([season?.generation.runId])
      expect(season && (await countsIn(season))).toEqual(seasonCounts)
      const stored = await reader.generations()
      unfinished += stored.filter(({ state }) => state === 'writing').length
      // oxlint-enable no-await-in-loop
    }
    // Else all kills fell between two runs, and nothing was proven.
    expect(unfinished).toBeGreaterThan(0)
    await reader.close()
    await publishSeason(first(), 'after')
    const stored = await first().generations()
    expect(stored.map(({ state }) => state)).toEqual(['published', 'published'])
    expect(stored.at(-1)?.runId).toBe('after')
  })
}

/** A process that has begun, and is killed at the latest when the test ends. */
export async function started(writer: ChildProcess): Promise<ChildProcess> {
  onTestFinished(() => {
    writer.kill('SIGKILL')
  })
  if (writer.stdout) await once(writer.stdout, 'data')
  return writer
}

/** Kills the process, and waits until the store may know. */
export async function killed(writer: ChildProcess, { deathSeenAfterMs = 0 }: Place): Promise<void> {
  const exit = once(writer, 'exit')
  writer.kill('SIGKILL')
  expect(await exit).toEqual([null, 'SIGKILL'])
  await sleep(deathSeenAfterMs)
}
