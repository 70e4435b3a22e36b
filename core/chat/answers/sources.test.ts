import { afterAll, beforeAll, expect, test } from 'vitest'
import { textOf } from '#core/composer/say.ts'
import { findAnyFact } from '../find-any-fact.ts'
import { type DemoAnswers, demoAnswers } from './car-answers-fixture.ts'
import { sources } from './talk/sources.ts'

let demo: DemoAnswers

beforeAll(async () => {
  demo = await demoAnswers()
}, 120_000)

afterAll(async () => {
  await demo.close()
})

const find = async (id: string) =>
  await findAnyFact(async (...place) => await demo.reader.get(...place), id)

test.each(['mean-lap', 'best-lap', 'where-time', 'consistency', 'gap-to-composite', 'ideal-lap'])(
  'where the figures of %s come from is told with facts that open and read the same',
  async (intent) => {
    for (const car of demo.sample().slice(0, 12)) {
      const { facts, outcome } = await demo.answer(intent, car)
      const scope = { intents: [intent], raceId: car.raceId, trackId: car.trackId, car: car.car }
      const part = { intent: 'sources', text: 'how do you know that', scope }
      const history = [{ text: 'before', scope, outcome, facts }]
      const draft = await sources({ part, season: demo.season, history })
      const cited = draft.sentences.flatMap(({ parts }) => parts)
      const counts = cited.filter(({ factId }) => factId?.startsWith('computed:count('))
      const opened = await Promise.all(
        counts.map(async ({ factId = '' }) => (await find(factId))?.text),
      )
      expect(opened).toEqual(counts.map(({ text }) => text))
      const unopened = await Promise.all(
        cited.map(async ({ text, factId }) => {
          const isSound = factId === undefined ? !/\d/.test(text) : await find(factId)
          return isSound ? [] : [text]
        }),
      )
      expect(unopened.flat()).toEqual([])
    }
  },
)

test('a mean is told with how many laps it was computed from', async () => {
  const car = demo.cars.find(({ clean }) => clean.n > 8)
  if (car === undefined) throw new Error('no car with a mean')
  const { facts, outcome } = await demo.answer('mean-lap', car)
  const scope = { intents: ['mean-lap'], raceId: car.raceId, trackId: car.trackId, car: car.car }
  const part = { intent: 'sources', text: 'how do you know that', scope }
  const history = [{ text: 'before', scope, outcome, facts }]
  const draft = await sources({ part, season: demo.season, history })
  const said = draft.sentences.map(textOf)
  expect(said[0]).toContain(`was worked out from ${car.clean.n} other values`)
})
