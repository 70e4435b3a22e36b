import { countCited } from '#core/composer/cited-names.ts'
import type { CoachedCar } from '#core/composer/coached-car.ts'
import { exact, fact, listed, note, type Piece, short } from '#core/composer/say.ts'
import { computedFact } from '../../computed-fact.ts'
import { endAsked } from './field-end.ts'
import { inResultOrder, lapAt, lapsOf, placeField, positionNamed, raceNamed } from '../in-race.ts'
import type { RaceTelling, Written } from '../telling.ts'

const shownOnLap = 5

/** Who was where at the end of a lap: the place that was named, else the first ones. */
export function whoOnLap(telling: RaceTelling, lap: number): Written {
  const { race, carIn, ask } = telling
  const order = race.patterns
    .flatMap((pattern) => {
      const position = lapAt(pattern, lap)?.position ?? undefined
      const car = carIn(pattern.car)
      return position === undefined || car === undefined ? [] : [{ car, position }]
    })
    .toSorted((a, b) => a.position - b.position)
  const isOrder = /order|top|positions|classification|standings|everyone/i.test(ask.part.text)
  const place = isOrder ? undefined : (positionNamed(ask.part.text) ?? 1)
  const found = order.find(({ position }) => position === place)?.car
  if (order.length === 0 || (place !== undefined && found === undefined))
    return {
      outcome: 'not-in-data',
      sentences: [note`The sheet of ${raceNamed(race)} has no car there at the end of that lap.`],
    }
  const at = (car: CoachedCar, field: string) => car.own(`laps.${lap}.${field}`)
  const suggestions = ['What happened on that lap?', 'Who won?']
  if (found === undefined) {
    const { count } = endAsked(ask.part.text, 'less-is-better', shownOnLap)
    const shown = order.slice(0, count)
    const told = shown.map(({ car }): Piece => [
      exact(at(car, 'position')),
      ' ',
      exact(car.own('car')),
    ])
    const [first] = shown
    return {
      sentences: [first && fact`At the end of ${exact(at(first.car, 'lap'))}: ${listed(told)}.`],
      asked: shown.map(({ car }) => at(car, 'position')),
      suggestions,
    }
  }
  const entry = lapAt(found.pattern, lap)
  const next = order.find(({ position }) => position === (place ?? 0) + 1)?.car
  const isBehind = (entry?.ahead ?? null) !== null && (entry?.intervalMs ?? null) !== null
  return {
    sentences: [
      fact`Car ${short(found.own('car'))} was ${exact(at(found, 'position'))} at the end of ${exact(at(found, 'lap'))}${isBehind ? [', ', exact(at(found, 'intervalMs')), ' behind ', exact(at(found, 'ahead'))] : ''}.`,
      next && lapAt(next.pattern, lap)?.intervalMs
        ? fact`Behind it came ${exact(next.own('car'))}, by ${exact(at(next, 'intervalMs'))}.`
        : undefined,
    ],
    asked: [found.own('car'), at(found, 'position')],
    suggestions,
  }
}

/** The cars that led at a line, and at how many, the most first. */
export function lapsLed({ race, carIn, keep }: RaceTelling) {
  return race.patterns
    .flatMap((pattern) => {
      const car = carIn(pattern.car)
      const laps = lapsOf(pattern).filter(({ position }) => position === 1)
      if (car === undefined || laps.length === 0) return []
      const facts = laps.map(({ lap }) => car.own(`laps.${lap}.lap`))
      const label = `Car ${pattern.car}: laps led at the line`
      return [{ car, n: keep(computedFact('count', facts, 'count', label)) }]
    })
    .toSorted((a, b) => Number(b.n.value) - Number(a.n.value))
}

/** The last in the result. */
export function whoWasLast({ race, carIn }: RaceTelling): Written {
  const field = placeField(race)
  const last = inResultOrder(race).findLast((pattern) => pattern[field] !== null)
  const car = last && carIn(last.car)
  if (car === undefined)
    return {
      outcome: 'not-in-data',
      sentences: [note`There is no order of this race in the data.`],
    }
  return {
    sentences: [
      fact`Last in ${raceNamed(race)} was ${exact(car.own('car'))}: ${exact(car.own(field))}, after ${countCited(car.own('lapsDone'), 'lap')}.`,
    ],
    asked: [car.own('car'), car.own(field)],
    suggestions: ['Who did not finish?', 'Who won?'],
  }
}
