import { afterAll, beforeAll, expect, test } from 'vitest'
import { textOf } from '#core/composer/say.ts'
import type { PatternDocument } from '#core/protocol/documents/pattern-document.ts'
import { type AskedSeason, openAskedSeason } from '../race-answer-fixtures.ts'

let demo: AskedSeason

beforeAll(async () => {
  demo = await openAskedSeason()
}, 120_000)
afterAll(async () => await demo.close())

/** The quickest lap after the opening one, over all laps of all cars. */
function quickestOf(patterns: readonly PatternDocument[]) {
  const laps = patterns.flatMap(({ car, laps: entries }) =>
    Object.values(entries).flatMap(({ lap, timeMs }) =>
      lap > 1 && timeMs.lap !== undefined ? [{ car, lap, timeMs: timeMs.lap }] : [],
    ),
  )
  return laps.toSorted((a, b) => a.timeMs - b.timeMs)[0]
}

test('the fastest lap of each race is told with its car and its lap', async () => {
  for (const { raceId, trackId } of await demo.season.races()) {
    const { patterns } = await demo.season.race(raceId)
    const quickest = quickestOf(patterns)
    const draft = await demo.ask(
      'fastest-lap',
      { text: 'who had the fastest lap' },
      { raceId, trackId },
    )
    const asked = draft.asked.map((id) => draft.facts.find((fact) => fact.id === id)?.value)
    expect(asked).toEqual([quickest?.timeMs, quickest?.car, quickest?.lap])
    expect(draft.sentences.length).toBe(1)
  }
})

test('the best lap of the asker stands beside it, with how far it is off', async () => {
  for (const { raceId, trackId, cars } of await demo.season.races()) {
    const { patterns } = await demo.season.race(raceId)
    const quickest = quickestOf(patterns)
    const other = cars.find(({ car }) => car !== quickest?.car)?.car
    const own = patterns.find(({ car }) => car === other)?.bestLap?.lapTimeMs
    if (other === undefined || own === undefined || quickest === undefined) continue
    const scope = { raceId, trackId, car: other }
    const draft = await demo.ask('fastest-lap', { text: 'fastest lap of the race' }, scope)
    const gap = draft.facts.find(({ id }) => id.startsWith('computed:difference('))
    expect(gap?.value).toBe(own - quickest.timeMs)
    expect(draft.sentences.map(textOf)[1]).toContain(`${gap?.text} off it`)
  }
})

test('who drove it is told so, and a car without a best lap has none', async () => {
  for (const { raceId, trackId } of await demo.season.races()) {
    const { patterns } = await demo.season.race(raceId)
    const car = quickestOf(patterns)?.car
    if (car === undefined) throw new Error(`${raceId} has no fastest lap`)
    const text = 'who had the fastest lap'
    const mine = await demo.ask('fastest-lap', { text }, { raceId, trackId, car })
    expect(mine.sentences.map(textOf).join(' ')).toMatch(/; that was you\.$/)
    const bare = patterns.find(({ bestLap }) => bestLap === null)
    if (bare === undefined) continue
    const none = await demo.ask('fastest-lap', { text }, { raceId, trackId, car: bare.car })
    expect(none.sentences.map(textOf)[1]).toMatch(/^You have no best lap/)
  }
})
