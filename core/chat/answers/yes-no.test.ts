import { afterAll, beforeAll, expect, test } from 'vitest'
import { note, textOf } from '#core/composer/say.ts'
import { type DemoAnswers, demoAnswers, firstOf } from './car-answers-fixture.ts'
import { type AskedSeason, openAskedSeason } from './race-answer-fixtures.ts'
import { answering, asksYesNo } from './yes-no.ts'

let demo: DemoAnswers
let season: AskedSeason

beforeAll(async () => {
  demo = await demoAnswers()
  season = await openAskedSeason()
}, 120_000)
afterAll(async () => {
  await demo.close()
  await season.close()
})

test.each([
  ['did I fade?', true],
  ['and was I lapped?', true],
  ["wasn't 13 quicker?", true],
  ['was it the track or me?', false],
  ['did it matter or not?', true],
  ['how did I do?', false],
])('%s wants a yes or a no: %s', (text, wants) => {
  expect(asksYesNo(text)).toBe(wants)
})

test.each([
  ['did I fade?', false, 'No: you held level.'],
  ['did I fade?', 'unknown', 'The laps cannot tell: you held level.'],
  ['how was my trend?', false, 'You held level.'],
] as const)('%s with %s begins as asked', (text, verdict, said) => {
  expect(textOf(answering(text, verdict, note`You held level.`))).toBe(said)
})

test('a trend is confirmed only by its own verdict', async () => {
  for (const car of demo.cars.slice(0, 40)) {
    if (car.trend === null) continue
    const faded = await demo.answer('trend', car, { text: 'did I fade?' })
    expect(firstOf(faded)).toMatch(car.trend.verdict === 'fading' ? /^Yes: you/ : /^No: you/)
    const better = await demo.answer('trend', car, { text: 'did I get quicker?' })
    expect(firstOf(better)).toMatch(car.trend.verdict === 'improving' ? /^Yes: you/ : /^No: you/)
  }
})

test('who was quicker is told only where the ranges of the paces are apart', async () => {
  const field = demo.cars.filter(({ raceId }) => raceId === demo.cars[0]?.raceId)
  const paced = field.filter(({ lap }) => lap.paceLowMs !== null && lap.paceHighMs !== null)
  const told = new Set<string>()
  for (const a of paced)
    for (const b of paced.slice(0, 6)) {
      if (a.car === b.car || a.carClass !== b.carClass) continue
      const scope = { raceId: a.raceId, car: a.car, cars: [b.car] }
      const draft = await season.ask(
        'compare-cars',
        { text: `was I quicker than ${b.car}?` },
        scope,
      )
      const isSurely = Number(a.lap.paceHighMs) < Number(b.lap.paceLowMs)
      const isNot = Number(a.lap.paceLowMs) > Number(b.lap.paceHighMs)
      const word = isSurely ? 'Yes' : isNot ? 'No' : 'The laps cannot tell'
      told.add(word)
      const lead = draft.sentences.map(textOf).find((said) => said.includes('on pace'))
      expect(lead?.startsWith(`${word}: `)).toBe(true)
    }
  expect(told.size).toBeGreaterThan(1)
})
