import { afterAll, beforeAll, expect, test } from 'vitest'
import { textOf } from '#core/composer/say.ts'
import { type AskedSeason, openAskedSeason } from '../race-answer-fixtures.ts'

let demo: AskedSeason

beforeAll(async () => {
  demo = await openAskedSeason()
}, 120_000)
afterAll(async () => await demo.close())

const races = async () =>
  (await demo.season.races()).map(({ raceId, trackId }) => ({ raceId, trackId }))
const asked = async (intent: string, text: string) =>
  await Promise.all(
    (await races()).map(async (scope) =>
      (await demo.ask(intent, { text }, scope)).sentences.map(textOf),
    ),
  )
const before = (texts: readonly string[], one: RegExp, other: RegExp) => {
  const [first, second] = [one, other].map((words) => texts.findIndex((text) => words.test(text)))
  return first === undefined || second === undefined || first < 0 || second < 0
    ? undefined
    : first < second
}
/** In the races that have both, and at least one has. */
const everywhere = (told: readonly (boolean | undefined)[]) =>
  [...new Set(told)].filter((one) => one !== undefined)

test('who won most and who lost most is told in the order asked', async () => {
  const won = await asked('movers', 'who made up the most places and who lost the most')
  expect(everywhere(won.map((texts) => before(texts, /places won/, /lost:/)))).toEqual([true])
  const lost = await asked('movers', 'who lost the most places and who made up the most')
  expect(everywhere(lost.map((texts) => before(texts, /places won/, /lost:/)))).toEqual([false])
})

test('yellow laps and restarts are told in the order asked', async () => {
  const yellow = await asked('flags', 'how many yellow laps were there when was the restart')
  expect(everywhere(yellow.map((texts) => before(texts, /leader had/, /restart/)))).toEqual([true])
  const restart = await asked('flags', 'when was the restart and how many yellow laps')
  expect(everywhere(restart.map((texts) => before(texts, /leader had/, /restart/)))).toEqual([
    false,
  ])
})

test('of a lap without sections the lap is told first, and whether it lacks any', async () => {
  for (const { raceId, trackId } of await races()) {
    const { patterns } = await demo.season.race(raceId)
    const [pattern] = patterns
    const entry = Object.values(pattern?.laps ?? {}).find(({ lap }) => lap > 2)
    if (pattern === undefined || entry === undefined) throw new Error('the demo has no laps')
    const isWhole = (['s1', 's2', 's3'] as const).every((one) => entry.timeMs[one] !== undefined)
    const scope = { raceId, trackId, car: pattern.car, lap: entry.lap }
    const draft = await demo.ask(
      'data-quality',
      { text: `lap ${entry.lap} has no sectors, broken or what` },
      scope,
    )
    const [first] = draft.sentences.map(textOf)
    expect(first).toContain(`lap ${entry.lap}`)
    expect(first?.startsWith('Nothing is missing there')).toBe(isWhole)
  }
})
