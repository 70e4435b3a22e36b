import { exact, fact, listed, note, type Piece } from '#core/composer/say.ts'
import { raceNamed } from '../in-race.ts'
import { aboutRace } from '../telling.ts'
import { orderAsked } from './field-orders.ts'
import { inOrder, mostCars } from './ranked-cars.ts'

/** "Rank 13, 22 and 31 by steadiness": these alone. */
export const rankNamed = aboutRace((telling) => {
  const { ask, race } = telling
  const { scope, figure, text } = ask.part
  const order = orderAsked(figure, text)
  const own = scope.car === undefined ? undefined : telling.carIn(scope.car)
  const named = new Set<string>(scope.cars)
  const cars = inOrder(telling, order, own?.key ?? mostCars(telling)).filter(({ car }) =>
    named.has(car.pattern.car),
  )
  if (cars.length === 0)
    return {
      outcome: 'not-in-data',
      sentences: [note`None of these cars has that figure.`],
      suggestions: ['What is missing in the data?'],
    }
  const list = cars.map(({ car, value }): Piece => [
    exact(car.own('car')),
    ' ',
    order.told?.(value) ?? exact(value),
  ])
  return {
    sentences: [
      fact`${order.words}, ${raceNamed(race)}, of these cars: ${listed(list)}.`,
      cars.length < named.size
        ? note`The others that you named lack the figure, or are of another class.`
        : undefined,
    ],
    asked: cars.map(({ value }) => value),
    suggestions: ['Rank everybody', 'Who won?'],
  }
})
