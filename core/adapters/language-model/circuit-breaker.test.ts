import { expect, test } from 'vitest'
import { type ModelEvent, OutOfPatience } from '#core/ports/language-model.ts'
import { withCircuitBreaker } from './circuit-breaker.ts'
import { answerOf, question } from './model-server-fixtures.ts'
import { failed, scriptedModel, stop } from './scripted-model-fixtures.ts'

function breaker() {
  const clock = { now: 0 }
  const { model, calls } = scriptedModel()
  const changes: boolean[] = []
  const changed = (isOpen: boolean) => void changes.push(isOpen)
  const options = { failures: 3, restMs: 1000, now: () => clock.now, changed }
  const careful = withCircuitBreaker(model, options)
  const ask = async (...events: readonly ModelEvent[]) => {
    const answer = answerOf(careful)
    calls.at(-1)?.finish(...events)
    return (await answer).end
  }
  return { careful, calls, clock, ask, changes }
}

const resting = { reason: 'error', fault: { kind: 'resting' } }

test('a model that fails three times in a row is left alone', async () => {
  const { calls, ask } = breaker()
  for (let times = 0; times < 3; times++) await ask(failed('late'))
  expect(await ask(stop)).toMatchObject(resting)
  expect(calls).toHaveLength(3)
})

test('an answer in between begins the count anew', async () => {
  const { ask } = breaker()
  await ask(failed('late'))
  await ask(failed('late'))
  await ask(stop)
  await ask(failed('late'))
  await ask(failed('late'))
  expect(await ask(stop)).toEqual(stop)
})

test.each([failed('too-long'), failed('refused'), { type: 'end', reason: 'aborted' } as const])(
  '$reason $fault.kind says nothing against the model',
  async (end) => {
    const { ask } = breaker()
    for (let times = 0; times < 9; times++) await ask(end)
    expect(await ask(stop)).toEqual(stop)
  },
)

test('a model that callers lost patience with is left alone, one whose callers left is not', async () => {
  const { careful, calls } = breaker()
  const abandon = async (reason?: Error) => {
    const caller = new AbortController()
    const answer = answerOf(careful, { ...question(), signal: caller.signal })
    caller.abort(reason)
    calls.at(-1)?.finish({ type: 'end', reason: 'aborted' })
    return (await answer).end
  }
  for (let times = 0; times < 5; times++) await abandon()
  for (let times = 0; times < 3; times++)
    expect(await abandon(new OutOfPatience())).toMatchObject({ reason: 'aborted' })
  expect(await abandon()).toMatchObject(resting)
})

test('after its rest one request tries it, and the others do not wait for that', async () => {
  const { careful, calls, clock, ask } = breaker()
  for (let times = 0; times < 3; times++) await ask(failed('server'))
  clock.now = 999
  expect(await ask()).toMatchObject(resting)
  clock.now = 1000
  const first = answerOf(careful)
  expect((await answerOf(careful)).end).toMatchObject(resting)
  calls.at(-1)?.finish(stop)
  expect((await first).end).toEqual(stop)
  expect(await ask(stop)).toEqual(stop)
})

test('a try that fails begins a new rest', async () => {
  const { clock, ask } = breaker()
  for (let times = 0; times < 3; times++) await ask(failed('server'))
  clock.now = 1500
  expect(await ask(failed('server'))).toMatchObject({ fault: { kind: 'server' } })
  clock.now = 2499
  expect(await ask(stop)).toMatchObject(resting)
  clock.now = 2500
  expect(await ask(stop)).toEqual(stop)
})

test('a try that is aborted leaves the next one to the next', async () => {
  const { careful, clock, ask } = breaker()
  for (let times = 0; times < 3; times++) await ask(failed('server'))
  clock.now = 1000
  const caller = new AbortController()
  const tried = answerOf(careful, question({ signal: caller.signal }))
  caller.abort()
  expect((await tried).end).toEqual({ type: 'end', reason: 'aborted' })
  expect(await ask(stop)).toEqual(stop)
})

test('that it opens is told once, and that it closes when the model is back', async () => {
  const { ask, clock, changes } = breaker()
  for (let times = 0; times < 3; times++) await ask(failed('late'))
  clock.now = 1000
  await ask(failed('late'))
  expect(changes).toEqual([true])
  clock.now = 2000
  await ask(stop)
  expect(changes).toEqual([true, false])
  await ask(stop)
  expect(changes).toEqual([true, false])
})
