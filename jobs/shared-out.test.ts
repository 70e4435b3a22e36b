import { expect, test } from 'vitest'
import { TrackId } from '#core/domain/ids.ts'
import type { MakeWeekend } from './make-weekend.ts'
import { sharedOut } from './shared-out.ts'

const done = { type: 'job', job: 'weather', writes: [], batches: [], notes: 0 } as const
const weekend = (track: string) => ({ trackId: TrackId.parse(track), isKnown: false, races: [] })

test('a thread is asked for two weekends at a time, this one for one', async () => {
  const asked: string[] = []
  const release = Promise.withResolvers<void>()
  const maker = (name: string): MakeWeekend =>
    async function* make({ trackId }) {
      asked.push(`${name} ${trackId}`)
      await release.promise
      yield done
    }
  const { make, atOnce } = sharedOut([maker('thread')], maker('here'))
  const run = async (track: string) => await Array.fromAsync(make(weekend(track), ['weather']))
  expect(atOnce).toBe(3)
  const made = [run('one'), run('two'), run('three')]
  await expect(run('four')).rejects.toThrow('more than 3 weekends were asked for at once')
  expect(asked).toEqual(['thread one', 'here two', 'thread three'])
  release.resolve()
  expect(await Promise.all(made)).toEqual([[done], [done], [done]])
  await run('five')
  expect(asked.length).toBe(4)
})

test('between the steps of this thread others are heard', async () => {
  const heard: string[] = []
  const { make } = sharedOut([], async function* here() {
    yield done
    heard.push('second step')
    yield done
  })
  setImmediate(() => heard.push('message'))
  await Array.fromAsync(make(weekend('one'), ['weather']))
  expect(heard).toEqual(['message', 'second step'])
})
