import { afterAll, beforeAll, expect, test } from 'vitest'
import { textOf } from '#core/composer/say.ts'
import type { PatternDocument } from '#core/protocol/documents/pattern-document.ts'
import type { Draft } from '../draft.ts'
import { type AskedSeason, openAskedSeason } from './race-answer-fixtures.ts'

let demo: AskedSeason

beforeAll(async () => {
  demo = await openAskedSeason()
}, 120_000)
afterAll(async () => await demo.close())

/** The first race whose field did at least ten laps and has official or provisional places. */
async function plainRace() {
  const races = await demo.season.races()
  const race = races.find(
    ({ classification, raceLaps }) => classification !== null && raceLaps >= 10,
  )
  if (race === undefined) throw new Error('the demo season has no race with results')
  return await demo.season.race(race.raceId)
}

const textsOf = (draft: Draft) => draft.sentences.map(textOf).join(' ')
const valueOf = (draft: Draft, id: string) => draft.facts.find((fact) => fact.id === id)?.value

test('the winner is the car in official position 1', async () => {
  const { race, patterns } = await plainRace()
  const winner = patterns.find(({ position }) => position === 1)?.car
  const draft = await demo.ask('position', { text: 'who won' }, { raceId: race.raceId })
  expect(textsOf(draft)).toContain(`Car ${winner} won`)
})

test('a partner gap at a lap is the difference of the two race times', async () => {
  const { race, patterns } = await plainRace()
  const [a, b] = patterns.filter(({ lapsDone }) => lapsDone >= 6)
  if (a === undefined || b === undefined) throw new Error('two cars are needed')
  const scope = { raceId: race.raceId, car: a.car, cars: [a.car, b.car], lap: 5 }
  const draft = await demo.ask('gaps', { text: `gap to ${b.car} on lap 5` }, scope)
  const expected = Number(a.laps['5']?.elapsedMs) - Number(b.laps['5']?.elapsedMs)
  expect(draft.facts.find(({ id }) => id === draft.asked[0])?.value).toBe(expected)
  expect(textsOf(draft)).toContain(expected >= 0 ? 'behind car' : 'ahead of car')
})

test('in a comparison the car with the smaller pace is the quicker one, by the difference', async () => {
  const { race, patterns } = await plainRace()
  const paced = patterns.filter(({ lap }) => lap.paceMs !== null)
  for (const [index, a] of paced.slice(0, 6).entries()) {
    const b = paced[index + 1]
    if (b === undefined) continue
    const scope = { raceId: race.raceId, car: a.car, cars: [b.car] }
    const draft = await demo.ask('compare-cars', { text: `compare me with ${b.car}` }, scope)
    const gap = Number(a.lap.paceMs) - Number(b.lap.paceMs)
    expect(draft.facts.find(({ id }) => id === draft.asked[0])?.value).toBeCloseTo(gap, 9)
    const [first, second] = gap > 0 ? [b, a] : [a, b]
    expect(textsOf(draft)).toMatch(
      new RegExp(`Car ${first.car} was .* quicker than car ${second.car} `),
    )
  }
})

test('the tenth by pace is what a top ten takes', async () => {
  const { race, patterns } = await plainRace()
  const paces = patterns.flatMap(({ lap }) => lap.paceMs ?? []).toSorted((a, b) => a - b)
  const own = patterns.find(({ lap }) => lap.paceMs !== null)
  if (own === undefined) throw new Error('a car with a pace is needed')
  const draft = await demo.ask(
    'pace-needed',
    { text: 'what do I need a lap for top ten?' },
    { raceId: race.raceId, car: own.car },
  )
  expect(draft.facts.find(({ id }) => id === draft.asked[0])?.value).toBe(paces[9])
})

test('the ranking by average counts cars with five green laps, the quickest first', async () => {
  const { race, patterns } = await plainRace()
  const mean = ({ laps }: PatternDocument) => {
    const times = Object.values(laps).flatMap(({ isClean, timeMs }) =>
      isClean && timeMs.lap !== undefined ? [timeMs.lap] : [],
    )
    return times.length < 5 ? undefined : times.reduce((sum, one) => sum + one, 0) / times.length
  }
  const [best] = patterns
    .flatMap((pattern) => ({ car: pattern.car, ms: mean(pattern) ?? Infinity }))
    .toSorted((a, b) => a.ms - b.ms)
  const draft = await demo.ask(
    'ranking',
    { text: 'top 3', figure: 'mean' },
    { raceId: race.raceId },
  )
  const id = `ml_pattern_recommendations/${race.raceId}_${best?.car}#clean.meanMs`
  expect(draft.asked[0]).toBe(id)
  expect(Number(valueOf(draft, id))).toBeCloseTo(best?.ms ?? 0, 6)
})

test('laps compared give the difference as driven, slower or quicker', async () => {
  const { race, patterns } = await plainRace()
  for (const pattern of patterns.filter(({ lapsDone }) => lapsDone > 7).slice(0, 5)) {
    const [a, b] = [pattern.laps['5']?.timeMs.lap, pattern.laps['7']?.timeMs.lap]
    if (a === undefined || b === undefined) continue
    const scope = { raceId: race.raceId, car: pattern.car, laps: [7, 5] }
    const draft = await demo.ask('compare-laps', { text: 'lap 7 vs lap 5' }, scope)
    expect(draft.facts.find(({ id }) => id === draft.asked[0])?.value).toBe(b - a)
    expect(textsOf(draft)).toContain(b > a ? 'slower' : 'quicker')
  }
})

test('all places of a car number are told, with the caution that a number is not a person', async () => {
  const races = await demo.season.races()
  const car = races[0]?.cars[0]?.car
  if (car === undefined) throw new Error('a car is needed')
  const draft = await demo.ask('season-results', { text: 'my results of the season' }, { car })
  const raced = races.filter(({ cars }) => cars.some((one) => one.car === car))
  expect(draft.asked).toHaveLength(raced.length)
  expect(textsOf(draft)).toContain('A number is not a person')
})

test('the closest race has the smallest gap between the first two on its last lap', async () => {
  const races = await demo.season.races()
  const margins = await Promise.all(
    races.map(async ({ raceId }) => {
      const { patterns } = await demo.season.race(raceId)
      const last = Math.max(...patterns.map(({ lapsDone }) => lapsDone))
      const times = patterns
        .flatMap(({ laps }) => laps[String(last)]?.elapsedMs ?? [])
        .toSorted((a, b) => a - b)
      return (times[1] ?? Infinity) - (times[0] ?? 0)
    }),
  )
  const draft = await demo.ask('closest-race', { text: 'which race was the closest' }, {})
  expect(draft.facts.find(({ id }) => id === draft.asked[0])?.value).toBe(Math.min(...margins))
})

test.each([
  ['braking', 'not-in-data'],
  ['tyres', 'not-in-data'],
  ['driver-name', 'not-in-data'],
  ['prediction', 'not-in-data'],
  ['injection', 'off-topic'],
  ['off-topic', 'off-topic'],
])('%s is %s, in a few sentences', async (intent, outcome) => {
  const { race } = await plainRace()
  const draft = await demo.ask(
    intent,
    { text: 'x' },
    { raceId: race.raceId, ...(race.cars[0] && { car: race.cars[0].car }) },
  )
  expect(draft.outcome).toBe(outcome)
  expect(draft.sentences.length).toBeLessThanOrEqual(3)
})

test('a note on the data keeps the dash of a second car with one number', async () => {
  const races = await demo.season.races()
  const alike = races.find(({ cars }) => cars.some(({ car }) => car.includes('-')))
  if (alike === undefined) throw new Error('two cars printed alike are needed')
  const draft = await demo.ask('data-quality', { text: 'x' }, { raceId: alike.raceId })
  const notes = draft.facts.filter(({ id }) => id.endsWith('.text'))
  expect(notes.map(({ text }) => text)).toEqual(notes.map(({ value }) => value))
  expect(notes.map(({ text }) => text).join(' ')).toContain('-2')
})

test('the best single time of a section stands beside the quickest on pace, first where it is asked for', async () => {
  const [race] = await demo.season.races()
  if (race === undefined) throw new Error('no race')
  const { raceId, trackId } = race
  const { patterns } = await demo.season.race(raceId)
  const times = patterns.flatMap(({ laps }) =>
    Object.values(laps).flatMap(({ timeMs }) => timeMs.s1 ?? []),
  )
  const scope = { raceId, trackId, section: 's1' } as const
  const draft = await demo.ask('fastest-where', { text: 'who set the best first sector' }, scope)
  const cited = draft.sentences[0]?.parts.flatMap(({ factId }) => factId ?? []) ?? []
  const values = cited.map((id) => draft.facts.find((fact) => fact.id === id)?.value)
  expect(values).toContain(Math.min(...times))
})
