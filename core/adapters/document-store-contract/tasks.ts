import { expect, test } from 'vitest'
import type { DocumentStore } from '#core/ports/document-store.ts'
import type { Stores } from './place.ts'
import { killed, started } from './processes.ts'
import { noCounts, requestOf, seasonDocuments, storedRuns } from './season.ts'

async function stateOf(store: DocumentStore, runId: string): Promise<string | undefined> {
  return (await store.generations()).find((info) => info.runId === runId)?.state
}

const taskOf = (runId: string) => ({ ...requestOf(runId), isShared: true })

/** Tasks write one run side by side. */
export function tasks({ first, other, place }: Stores): void {
  test('tasks write one run together, and no other run gets in until the last has ended', async () => {
    const [second, third] = [other(), other()]
    const refused = { name: 'RunInProgress', message: expect.stringMatching('^Run a is in prog') }
    const one = await first().beginRun(taskOf('a'))
    const two = await second.beginRun(taskOf('a'))
    expect(two.generation).toBe(one.generation)
    await one.write('races', seasonDocuments('a', 3))
    await two.write('tracks', seasonDocuments('a', 2))
    expect(await one.counts()).toEqual({ ...noCounts, races: 3, tracks: 2 })
    await expect(third.beginRun(requestOf('b'))).rejects.toMatchObject(refused)
    await expect(third.beginRun(taskOf('b'))).rejects.toMatchObject(refused)
    await expect(third.beginRun(requestOf('a'))).rejects.toMatchObject(refused)
    await one.end()
    expect(await stateOf(third, 'a')).toBe('writing')
    await expect(third.beginRun(taskOf('b'))).rejects.toMatchObject(refused)
    await two.end()
    expect(await stateOf(third, 'a')).toBe('waiting')
    const next = await third.beginRun(requestOf('b'))
    await expect(second.beginRun(taskOf('a'))).rejects.toThrow('Run b is in progress')
    await next.end()
    await second.close()
    await third.close()
  })

  test('a task that died leaves the others at work, and is gone on with', async () => {
    const writer = await started(place().startWriter('task', 'a'))
    const run = await first().beginRun(taskOf('a'))
    await killed(writer, place())
    expect((await run.counts()).ml_section_recommendations).toBe(100)
    const second = other()
    await expect(second.beginRun(requestOf('b'))).rejects.toThrow('Run a is in progress')
    const again = await second.beginRun(taskOf('a'))
    await again.end()
    await run.end()
    expect(await stateOf(second, 'a')).toBe('waiting')
    await second.close()
  })
}

/** How the work of tasks ends. */
export function endsOfTasks({ first, other, place }: Stores): void {
  test('where all tasks died the next run removes what they left', async () => {
    await killed(await started(place().startWriter('task', 'a')), place())
    const run = await first().beginRun(taskOf('b'))
    expect(await storedRuns(first())).toEqual(['b'])
    await run.end()
  })

  test('what one task has published no other changes', async () => {
    const second = other()
    const [one, two] = [await first().beginRun(taskOf('a')), await second.beginRun(taskOf('a'))]
    await one.publish(noCounts)
    await expect(two.write('races', seasonDocuments('a', 1))).rejects.toThrow('a is published')
    await expect(two.clear('races')).rejects.toThrow('a is published')
    await expect(two.publish(noCounts)).rejects.toThrow('a is published')
    await one.end()
    await two.end()
    expect(await stateOf(second, 'a')).toBe('published')
    await expect(second.beginRun(taskOf('a'))).rejects.toThrow('a is published')
    await second.close()
  })
}

/** What a run keeps of itself. */
export function records({ first, other }: Stores): void {
  test('records of a run are read in order, replaced by id, kept with it and not counted', async () => {
    const run = await first().beginRun(requestOf('a'))
    await run.writeRecord('part_b', { done: false })
    await run.writeRecord('part_a', { done: true })
    await run.writeRecord('inputs', { files: ['a', 'b'] })
    await run.writeRecord('part_b', { done: true })
    expect(await run.counts()).toEqual(noCounts)
    await run.publish(noCounts)
    await run.end()
    const reading = other()
    const reader = await reading.current()
    expect(await reader?.records('part_')).toEqual([
      { id: 'part_a', document: { done: true } },
      { id: 'part_b', document: { done: true } },
    ])
    expect((await reader?.records())?.map(({ id }) => id)).toEqual(['inputs', 'part_a', 'part_b'])
    await reading.close()
  })

  test('records of an abandoned run are gone, and a later run has none of an earlier', async () => {
    const run = await first().beginRun(requestOf('a'))
    await run.writeRecord('inputs', { files: [] })
    await run.abandon()
    const next = await first().beginRun(requestOf('a'))
    expect(await (await first().open(next.generation)).records()).toEqual([])
    await next.end()
  })
}
