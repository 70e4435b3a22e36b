import { afterAll, beforeAll, expect, test } from 'vitest'
import { type AskedSeason, openAskedSeason } from './race-answer-fixtures.ts'
import { allAnswers } from './all-answers.ts'
import { noLapOfThatName } from '../ask-back.ts'

let demo: AskedSeason

beforeAll(async () => {
  demo = await openAskedSeason()
}, 120_000)
afterAll(async () => await demo.close())

async function ask(intent: string, text: string, scope: object) {
  const answer = allAnswers.get(intent)
  if (answer === undefined) throw new Error(`nobody answers ${intent}`)
  const part = { intent, text, scope: { ...scope, intents: [intent] } }
  return await answer({ part, season: demo.season, history: [] })
}

test('a question about a car that is not named has the cars of its race to click', async () => {
  const [race] = await demo.season.races()
  const { raceId, trackId } = race ?? {}
  const draft = await ask('mean-lap', 'my mean lap', { raceId, trackId })
  expect(draft.outcome).toBe('asked-back')
  expect(draft.suggestions).toEqual(
    race?.cars.map(({ car }) => ({
      label: `Car ${car}`,
      text: 'my mean lap',
      context: { trackId, raceId, car },
    })),
  )
})

test.each(['compare-races', 'season-results', 'improved', 'several-cars'])(
  '%s asks for its cars with choices',
  async (intent) => {
    const [race] = await demo.season.races()
    const draft = await ask(intent, 'and now?', { raceId: race?.raceId, trackId: race?.trackId })
    expect(draft.outcome).toBe('asked-back')
    expect(draft.suggestions.length).toBeGreaterThan(1)
  },
)

test('the highest speed at the trap needs no car', async () => {
  for (const { raceId, trackId } of await demo.season.races()) {
    const { patterns } = await demo.season.race(raceId)
    const speeds = patterns.flatMap(({ laps }) =>
      Object.values(laps).flatMap(({ topSpeedKph }) => topSpeedKph ?? []),
    )
    const draft = await ask('top-speed', 'who had the highest top speed', { raceId, trackId })
    const shown = draft.facts.find(({ id }) => id === draft.asked[0])?.value
    expect(shown).toBe(speeds.length === 0 ? undefined : Math.max(...speeds))
  }
})

test('a lap that the car did not do is no question back', () => {
  expect(noLapOfThatName('best').outcome).toBe('not-in-data')
  expect(noLapOfThatName('previous')).toMatchObject({
    outcome: 'asked-back',
    suggestions: [{ text: 'My best lap' }, { text: 'My last lap' }],
  })
})
