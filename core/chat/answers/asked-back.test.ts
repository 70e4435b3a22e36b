import { afterAll, beforeAll, expect, test } from 'vitest'
import { type AskedSeason, openAskedSeason } from './race-answer-fixtures.ts'
import { allAnswers } from './all-answers.ts'
import { noLapOfThatName } from '../ask-back.ts'
import { partnerChoices } from './car-choices.ts'

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

test.each(['improved', 'composite', 'field-figures', 'several-cars', 'target-met'])(
  '%s says that a filter changes nothing of it',
  async (intent) => {
    const [race] = await demo.season.races()
    const [car, other] = race?.cars.map((one) => one.car) ?? []
    const place = { raceId: race?.raceId, trackId: race?.trackId, car, cars: [car, other] }
    const texts = async (scope: object) =>
      (await ask(intent, 'and now', scope)).sentences.map(({ parts }) =>
        parts.map(({ text }) => text).join(''),
      )
    const notice = 'This one is over the whole race: it is not computed for chosen laps.'
    expect(await texts({ ...place, filter: { without: [8] } })).toContain(notice)
    expect(await texts(place)).not.toContain(notice)
  },
)

test('a partner that only the driver knows has the other cars of the race to click', async () => {
  const [race] = await demo.season.races()
  const [car, other] = race?.cars.map((one) => one.car) ?? []
  if (race === undefined || car === undefined) throw new Error('the demo season has races')
  const scope = { intents: ['compare-cars'], raceId: race.raceId, car }
  const choices = await partnerChoices({
    part: { intent: 'compare-cars', text: 'compare me with my teammate?', scope },
    season: demo.season,
    history: [],
  })
  expect(choices).toHaveLength(race.cars.length - 1)
  expect(choices[0]).toEqual({
    label: `Car ${other}`,
    text: `compare me with my teammate: car ${other}`,
  })
})

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
