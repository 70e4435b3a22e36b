import { expect, test } from 'vitest'
import { correctedFigures } from './corrected-figures.ts'
import { car, cleanLaps } from './fixtures.ts'
import { onboard } from './onboard.ts'

/** Car n is 100 ms quicker in s1 than car n + 1, and scatters by the same on the same laps but car 2. */
const field = ['1', '2', '3', '4', '5', '6', '7'].flatMap((number, index) => {
  const scatter = number === '2' ? [0, 90, -90, 40, -40, 0] : [0, 0, 0, 0, 0, 0]
  return cleanLaps(
    number,
    scatter.map((ms) => ({ s1: 27_000 + 100 * index + ms })),
  )
})
const [am] = correctedFigures(field)
const watch = (number: string, isFree: (lapNumber: number) => boolean | undefined) =>
  am && onboard(am, 's1', car(number), (_, lapNumber) => isFree(lapNumber))

test('the next quicker car, on the free lap nearest to its own quick quarter', () => {
  expect(watch('3', () => true)).toMatchObject({
    car: '2',
    paceRank: 2,
    quickerByMs: 100,
    isSurelyQuicker: true,
    lap: { lapNumber: 6, isFree: true },
  })
})

test('a lap behind another car is passed over', () => {
  expect(watch('3', (lapNumber) => lapNumber !== 6)?.lap.lapNumber).toBe(2)
})

test('a lap that is known to be free goes before one of which nobody knows', () => {
  expect(watch('3', (lapNumber) => (lapNumber === 2 ? true : undefined))?.lap.lapNumber).toBe(2)
})

test('where no lap is free the best of them is shown and said to be in traffic', () => {
  expect(watch('3', () => false)?.lap).toMatchObject({ lapNumber: 6, isFree: false })
})

test('where nobody knows, nothing is said of it', () => {
  const lap = watch('3', () => undefined)?.lap
  expect(lap?.lapNumber).toBe(6)
  expect(lap && 'isFree' in lap).toBe(false)
})

test('nobody is quicker than the quickest, and a car without a pace has no next', () => {
  expect(watch('1', () => true)).toBeUndefined()
  expect(watch('99', () => true)).toBeUndefined()
  expect(am && onboard(am, 's2', car('3'), () => true)).toBeUndefined()
})
