import { expect, test } from 'vitest'
import { exact, fact, textOf } from '#core/composer/say.ts'
import type { Fact } from '#core/domain/fact.ts'
import { toldOfTheCar } from './spoken-of.ts'

const carFact = (number: string): Fact => ({
  id: `ml_pattern_recommendations/barber-r1_${number}#car`,
  label: 'Car',
  value: number,
  unit: 'car',
  text: `car ${number}`,
  short: number,
  document: {
    collection: 'ml_pattern_recommendations',
    id: `barber-r1_${number}`,
    field: 'car',
  },
})
const [mine, other] = [carFact('5'), carFact('41')]
const followed: Fact = {
  ...other,
  id: 'ml_pattern_recommendations/barber-r1_5#laps.3.followed.car',
}

const said = (...sentences: Parameters<typeof toldOfTheCar>[0]) =>
  toldOfTheCar(sentences, mine).map(textOf).join(' ')

test('a car is named once and is "it" from there on', () => {
  expect(said(fact`Your best was quick; your median was not.`, fact`You were early.`)).toBe(
    "Car 5's best was quick; its median was not. It was early.",
  )
})

test.each([
  [fact`Your speed was high; the highest was by ${exact(other)}; your median was low.`],
  [fact`Your speed was high, behind ${exact(followed)}; your median was low.`],
])('behind another car its figures have its number again, never "its": %#', (sentence) => {
  expect(said(sentence)).toContain("; car 5's median was low.")
})

test('nor does a sentence after one with another car begin with "it"', () => {
  expect(said(fact`You followed ${exact(other)}.`, fact`Your median was low.`)).toBe(
    "Car 5 followed car 41. Car 5's median was low.",
  )
})

test('the number of the car itself makes it "it"', () => {
  expect(said(fact`So ${exact(mine)} won.`, fact`Your median was low.`)).toBe(
    'So car 5 won. Its median was low.',
  )
})
