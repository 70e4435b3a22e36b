import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Fact } from '#core/domain/fact.ts'
import { CarNumber } from '#core/domain/ids.ts'
import { findFact } from '#core/protocol/facts/find-fact.ts'
import type { Draft } from '../draft.ts'
import { type Asking, faultsIn, type DemoAnswers, demoAnswers } from './car-answers-fixture.ts'
import { carAnswers } from './car-answers.ts'

const answers = new Map(carAnswers)
let demo: DemoAnswers

beforeAll(async () => {
  demo = await demoAnswers()
}, 120_000)

afterAll(async () => {
  await demo.close()
})

const askings: readonly Asking[] = [
  {},
  { text: 'how about lap 3?', scope: { lap: 3 } },
  { text: 'and in section 2?', scope: { section: 's2' } },
  { text: 'what about 1b?', scope: { section: 's1b' } },
  { text: 'without laps 1 and 5', scope: { filter: { without: [1, 5] } } },
  { text: 'after the restart', scope: { filter: { afterRestart: true } } },
  {
    text: 'without traffic, laps 4 to 9',
    scope: { filter: { withoutTraffic: true, fromLap: 4, toLap: 9 } },
  },
  { text: 'laps 3, 4 and 5', scope: { lap: 3, laps: [3, 4, 5] } },
  { text: 'who is it?', reference: 'own-best', figure: 'best' },
  { text: 'against the field', reference: 'field', figure: 'std' },
  { text: 'against the composite', reference: 'composite', figure: 'gap-to-composite' },
]

/** Ids of facts that do not open: in the store as they are told, or computed of what does open. */
async function notOpening(draft: Draft): Promise<readonly string[]> {
  const own = new Map(draft.facts.map((fact) => [fact.id, fact]))
  const find = async (id: string): Promise<Fact | undefined> =>
    id.startsWith('computed:') ? own.get(id) : await findFact(known, id)
  const missing: string[] = []
  for (const { id, text, document, operands = [] } of draft.facts) {
    if ((await find(id))?.text !== text) missing.push(id)
    for (const operand of document === null ? operands : [])
      if ((await find(operand)) === undefined) missing.push(operand)
  }
  return missing
}

const read = new Map<string, Promise<unknown>>()
/** The same few documents are asked for thousands of times. */
async function known(
  collection: Parameters<DemoAnswers['reader']['get']>[0],
  id: string,
): Promise<unknown> {
  const key = `${collection}/${id}`
  const found = read.get(key) ?? demo.reader.get(collection, id)
  read.set(key, found)
  return await found
}

describe('every answer', () => {
  test.each(carAnswers.map(([intent]) => intent))(
    '%s cites what it says',
    async (intent) => {
      for (const car of demo.sample())
        for (const asking of askings)
          expect(faultsIn(await demo.answer(intent, car, asking))).toEqual([])
    },
    120_000,
  )

  test.each(carAnswers.map(([intent]) => intent))(
    '%s rests on facts that open',
    async (intent) => {
      for (const car of demo.sample().filter((_, index) => index % 6 === 1))
        for (const asking of askings)
          expect(await notOpening(await demo.answer(intent, car, asking))).toEqual([])
    },
    120_000,
  )

  test.each(carAnswers.map(([intent]) => intent))(
    '%s asks back where the race is not known',
    async (intent) => {
      const write = answers.get(intent)
      const draft = await write?.({
        part: { intent, text: '', scope: { intents: [intent] } },
        season: demo.season,
        history: [],
      })
      expect(['asked-back', 'not-in-data']).toContain(draft?.outcome)
    },
  )

  test('a car that was not in the race is not answered for another', async () => {
    const [one] = demo.cars
    if (one === undefined) throw new Error('no cars')
    const draft = await demo.answer('best-lap', one, { scope: { car: CarNumber.parse('999') } })
    expect(draft.outcome).toBe('not-in-data')
    expect(draft.facts).toEqual([])
  })
})
