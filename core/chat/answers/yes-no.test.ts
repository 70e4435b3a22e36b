import { afterAll, beforeAll, expect, test } from 'vitest'
import { note, textOf } from '#core/composer/say.ts'
import { type DemoAnswers, demoAnswers, firstOf } from './car-answers-fixture.ts'
import { type AskedSeason, openAskedSeason } from './race-answer-fixtures.ts'
import { amongRanked, answering, asksYesNo } from './yes-no.ts'

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
  ['tell me whether I faded', true],
  ['could you tell me if my pace was good?', true],
  ['quick one: am I consistent', true],
  ['lap 9 was my best, right?', true],
  ['should I watch 72?', true],
  ['tell me about 72', false],
  ['what if I had pitted?', false],
  ['if I put it all in one lap, what time is that?', false],
])('%s wants a yes or a no: %s', (text, wants) => {
  expect(asksYesNo(text)).toBe(wants)
})

test.each([
  ['did I fade?', false, 'No: you held level.'],
  ['did I fade?', 'unknown', 'The laps cannot tell: you held level.'],
  ['did I fade?', 'barely-no', 'No, though not beyond chance: you held level.'],
  ['how was my trend?', false, 'You held level.'],
] as const)('%s with %s begins as asked', (text, verdict, said) => {
  expect(textOf(answering(text, verdict, note`You held level.`))).toBe(said)
})

test.each([
  [1, 9, true],
  [3, 9, true],
  [4, 9, 'middling'],
  [6, 9, 'middling'],
  [7, 9, false],
  [null, 9, undefined],
  [1, 2, undefined],
])('the %s. of %d is among the best: %s', (rank, of, verdict) => {
  expect(amongRanked(rank, of)).toBe(verdict)
})

test.each([
  ['Lap 8 counts.', 'Yes: lap 8 counts.'],
  ['Section 2 is close.', 'Yes: Section 2 is close.'],
  ['P5 in Race 1.', 'Yes: P5 in Race 1.'],
  ['A tow may have helped.', 'Yes: a tow may have helped.'],
])('%s keeps only the capitals of names', (sentence, said) => {
  expect(textOf(answering('is it?', true, note`${sentence}`))).toBe(said)
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

test('who was quicker is told, and where the ranges of the paces overlap that this is chance', async () => {
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
      const isApart =
        Number(a.lap.paceHighMs) < Number(b.lap.paceLowMs) ||
        Number(a.lap.paceLowMs) > Number(b.lap.paceHighMs)
      const isQuicker = Number(a.lap.paceMs) < Number(b.lap.paceMs)
      const word = `${isQuicker ? 'Yes' : 'No'}${isApart ? '' : ', though not beyond chance'}`
      told.add(word)
      const lead = draft.sentences.map(textOf).find((said) => said.includes('on pace'))
      expect(lead?.startsWith(`${word}: `)).toBe(true)
    }
  expect(told.size).toBeGreaterThan(1)
})
