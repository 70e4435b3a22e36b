import { afterAll, beforeAll, expect, test } from 'vitest'
import { textOf } from '#core/composer/say.ts'
import type { PatternDocument } from '#core/protocol/documents/pattern-document.ts'
import { type AskedSeason, openAskedSeason } from './race-answer-fixtures.ts'
import { type DemoAnswers, demoAnswers, firstOf, textsOf } from './car-answers-fixture.ts'

let season: AskedSeason
let demo: DemoAnswers

beforeAll(async () => {
  season = await openAskedSeason()
  demo = await demoAnswers()
}, 120_000)
afterAll(async () => {
  await season.close()
  await demo.close()
})

const patternsOf = async () => {
  const races = await season.season.races()
  return await Promise.all(races.map(async ({ raceId }) => await season.season.race(raceId)))
}

test('who won and how close it was begins with who won', async () => {
  for (const { race, patterns } of await patternsOf()) {
    const winner = patterns.find(({ position }) => position === 1)
    if (winner === undefined) continue
    const text = 'who won and how close was it?'
    const draft = await season.ask('gaps', { text }, { raceId: race.raceId })
    expect(firstOf(draft)).toMatch(new RegExp(`^Car ${winner.car} won Race`))
  }
})

test('cars on the lead lap are counted first, and every other car is named with its laps', async () => {
  for (const { race, patterns } of await patternsOf()) {
    const text = 'how many cars finished on the lead lap'
    const draft = await season.ask('lapped', { text }, { raceId: race.raceId })
    const [all, fewer] = [
      patterns.filter(({ lapsDone }) => lapsDone === race.raceLaps),
      patterns.filter(({ lapsDone }) => lapsDone < race.raceLaps),
    ]
    expect(firstOf(draft)).toMatch(new RegExp(`^${all.length} of ${patterns.length} cars`))
    const second = textsOf(draft)[1] ?? ''
    for (const { car, lapsDone } of fewer) expect(second).toContain(`car ${car} (${lapsDone})`)
  }
})

test('the most consistent come by steadiness, and an equal highest score is said of all that have it', async () => {
  for (const { race, patterns } of await patternsOf()) {
    if (Object.keys(race.classes).length > 1) continue
    const text = 'who was most consistent'
    const asked = { text, figure: 'consistency-score' }
    const draft = await season.ask('ranking', asked, { raceId: race.raceId })
    const byRank = patterns
      .filter(({ steadyMs }) => steadyMs !== null)
      .toSorted((a, b) => (a.steadyMs ?? 0) - (b.steadyMs ?? 0))
    const [first, second] = byRank
    expect(firstOf(draft)).toMatch(new RegExp(`: car ${first?.car} ±[^,]*, car ${second?.car} ±`))
    const most = Math.max(...byRank.map(({ consistencyScore }) => consistencyScore ?? 0))
    const equal = byRank.filter(({ consistencyScore }) => consistencyScore === most)
    const tie = textsOf(draft).find((said) => said.startsWith('The highest consistency score'))
    expect(tie !== undefined).toBe(equal.length > 1)
    for (const { car } of equal.length > 1 ? equal : [])
      expect(tie).toMatch(new RegExp(`\\b${car}\\b`))
  }
})

test('the track or the driver: the first sentence says which', async () => {
  for (const { race, patterns, weather } of await patternsOf())
    for (const { car, trend } of patterns.slice(0, 4)) {
      const change = Object.values(weather.field)[0]?.trackChange ?? undefined
      if (trend === null || change === undefined || Object.keys(race.classes).length > 1) continue
      const text = 'did the track come to us or did I drive better?'
      const draft = await season.ask('track-or-me', { text }, { raceId: race.raceId, car })
      const came = change.hasChanged && change.quickestLap > change.slowestLap
      const isBetter = trend.verdict === 'improving'
      const whose = came && isBetter ? 'Both' : came ? 'The track' : isBetter ? 'You' : 'Neither'
      expect(firstOf(draft)).toMatch(new RegExp(`^${whose}: `))
    }
})

test('a lap without section times is told with the note that says why', async () => {
  let found = 0
  for (const { race, patterns } of await patternsOf())
    for (const { code, laps, text: why } of race.dataQuality) {
      const [at] = laps
      const pattern = patterns.find(({ car }) => car === at?.car)
      if (at === undefined || code !== 'sections-missing' || pattern === undefined) continue
      const scope = { raceId: race.raceId, lap: at.lap }
      const text = `why does lap ${at.lap} have no section times`
      const draft = await season.ask('data-quality', { text }, scope)
      expect(textsOf(draft)).toContain(why)
      found += 1
      if (sectionTimes(pattern, at.lap) > 0) continue
      const own = await demo.answer('lap-apart', pattern, {
        text: `why don't I have sections on lap ${at.lap}`,
        scope: { lap: at.lap },
      })
      expect(textsOf(own)).toContain(why)
    }
  expect(found).toBeGreaterThan(0)
})

const sectionTimes = ({ laps }: PatternDocument, lap: number) =>
  ['s1', 's2', 's3'].filter((id) => Object.keys(laps[lap]?.timeMs ?? {}).includes(id)).length

test('steady laps or raw speed: the worse rank of the two comes first', async () => {
  const cars = demo.cars.filter(
    ({ lap, steadyRank, consistencyScore }) =>
      lap.paceGapMs !== null && steadyRank !== null && consistencyScore !== null,
  )
  for (const car of cars.slice(0, 20)) {
    const draft = await demo.answer('consistency', car, {
      text: 'is it down to steady laps or raw speed',
    })
    const [pace, steady] = [car.lap.paceRank ?? 0, car.steadyRank ?? 0]
    const lead =
      pace === steady ? 'Both alike' : pace > steady ? 'Raw speed more' : 'Steadiness more'
    expect(firstOf(draft).startsWith(lead)).toBe(true)
    expect(draft.sentences.length).toBeLessThanOrEqual(5)
    expect(textOf(draft.sentences[1] ?? { kind: 'note', author: 'composer', parts: [] })).not.toBe(
      '',
    )
  }
})

test('what a car is good at goes by whole sections, the halves stand beside them', async () => {
  for (const one of demo.cars) {
    const sections = Object.entries(one.sections)
      .flatMap(([id, { paceGapMs }]) => (paceGapMs === null ? [] : [[id, paceGapMs] as const]))
      .toSorted(([, a], [, b]) => a - b)
      .map(([id]) => `Section ${id.slice(1)}`)
    if (sections.length < 3 || Object.keys(one.subSections).length === 0) continue
    const draft = await demo.answer('strengths', one, { text: 'what am I good at' })
    const [first = '', second = '', third = ''] = textsOf(draft)
    expect(`${first} ${second}`.match(/Section \d/g)).toEqual(sections)
    expect(third).toMatch(/^Of the half sections/)
  }
})

test('a car that an earlier question named is not "you" in the next answer', async () => {
  const [car] = demo.cars
  if (car === undefined) throw new Error('no car')
  const { season: facts } = demo
  const scope = { raceId: car.raceId, trackId: car.trackId, car: car.car, intents: ['consistency'] }
  const part = { intent: 'consistency', text: 'consistency?', scope }
  const past = { scope, outcome: 'answered', facts: [] } as const
  const { carAnswers } = await import('./car-answers.ts')
  const answer = new Map(carAnswers).get('consistency')
  if (answer === undefined) throw new Error('no answer')
  const ask = async (text: string) =>
    textsOf(await answer({ part, season: facts, history: [{ ...past, text }] })).join(' ')
  expect(await ask(`best lap of ${car.car}`)).not.toMatch(/\byour?\b/i)
  expect(await ask('my best lap')).toMatch(/\byour?\b/i)
})
