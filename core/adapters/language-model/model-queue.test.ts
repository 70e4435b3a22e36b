import { setImmediate as settled } from 'node:timers/promises'
import { expect, test } from 'vitest'
import type { LanguageModel, ModelEvent } from '#core/ports/language-model.ts'
import { question } from './model-server-fixtures.ts'
import { withQueue } from './model-queue.ts'
import { scriptedModel, stop } from './scripted-model-fixtures.ts'

/** Listens to an answer, and keeps what was heard so far. */
function listen(model: LanguageModel) {
  const caller = new AbortController()
  const heard: ModelEvent[] = []
  const listening = async () => {
    for await (const event of model.stream(question({ signal: caller.signal }))) heard.push(event)
  }
  return { heard, caller, whole: listening() }
}

const queued = (...places: readonly number[]) => places.map((place) => ({ type: 'queued', place }))

test('as many as the model takes go on at once, and who waits is told each step', async () => {
  const { model, calls } = scriptedModel()
  const queue = withQueue(model, { concurrency: 2, longestQueue: 9 })
  const all = Array.from({ length: 5 }, () => listen(queue))
  await settled()
  expect(calls).toHaveLength(2)
  expect(all.map(({ heard }) => heard)).toEqual([[], [], queued(1), queued(2), queued(3)])

  calls[1]?.finish(stop)
  await settled()
  expect(calls).toHaveLength(3)
  expect(all.map(({ heard }) => heard)).toEqual([[], [stop], queued(1), queued(2, 1), queued(3, 2)])

  for (let done = 0; done < 5; done++) {
    for (const call of calls) call.finish(stop)
    await settled()
  }
  await Promise.all(all.map(({ whole }) => whole))
  expect(all.map(({ heard }) => heard.at(-1))).toEqual([stop, stop, stop, stop, stop])
})

test('who gives up while waiting makes room, and never reaches the model', async () => {
  const { model, calls } = scriptedModel()
  const queue = withQueue(model, { concurrency: 1, longestQueue: 9 })
  const [first, second, third] = [listen(queue), listen(queue), listen(queue)]
  await settled()
  second.caller.abort()
  await second.whole
  await settled()
  expect(second.heard).toEqual([...queued(1), { type: 'end', reason: 'aborted' }])
  expect(third.heard).toEqual(queued(2, 1))
  calls[0]?.finish(stop)
  await first.whole
  await settled()
  calls[1]?.finish(stop)
  await third.whole
  expect(calls).toHaveLength(2)
})

test('an abort while it is answered lets the next one in', async () => {
  const { model, calls } = scriptedModel()
  const queue = withQueue(model, { concurrency: 1, longestQueue: 9 })
  const [first, second] = [listen(queue), listen(queue)]
  await settled()
  first.caller.abort()
  await first.whole
  await settled()
  calls[1]?.finish(stop)
  await second.whole
  expect(second.heard).toEqual([...queued(1), stop])
})

test('a consumer that leaves while it waits leaves no gap in the queue', async () => {
  const { model, calls } = scriptedModel()
  const queue = withQueue(model, { concurrency: 1, longestQueue: 9 })
  const first = listen(queue)
  for await (const event of queue.stream(question())) {
    expect(event).toEqual({ type: 'queued', place: 1 })
    break
  }
  const third = listen(queue)
  await settled()
  expect(third.heard).toEqual(queued(1))
  calls[0]?.finish(stop)
  await first.whole
  await settled()
  calls[1]?.finish(stop)
  await third.whole
})

test('who would wait too long is sent away at once', async () => {
  const { model, calls } = scriptedModel()
  const queue = withQueue(model, { concurrency: 1, longestQueue: 1 })
  const [first, second, third] = [listen(queue), listen(queue), listen(queue)]
  await third.whole
  expect(third.heard).toMatchObject([{ type: 'end', fault: { kind: 'busy' } }])
  calls[0]?.finish(stop)
  await first.whole
  await settled()
  calls[1]?.finish(stop)
  await second.whole
})
