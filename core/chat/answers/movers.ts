import type { CoachedCar } from '#core/composer/coached-car.ts'
import { exact, fact, listed, note, type Piece } from '#core/composer/say.ts'
import { computedFact } from '../computed-fact.ts'
import { placesCited, raceNamed } from './in-race.ts'
import { placeOf } from './result-place.ts'
import { aboutRace, type RaceTelling } from './telling.ts'

const carsNamed = 3

/** Who won and who lost most places, from the end of lap 1, the first order that the sheet has, to the result. */
export const movers = aboutRace((telling) => {
  const moved = telling.race.patterns.flatMap(({ car }) => {
    const found = telling.carIn(car)
    return found === undefined ? [] : (movedBy(telling, found) ?? [])
  })
  const order = moved.toSorted((a, b) => b.won - a.won)
  const up = order.filter(({ won }) => won > 0).slice(0, carsNamed)
  const down = order
    .filter(({ won }) => won < 0)
    .slice(-carsNamed)
    .toReversed()
  const isLoser = /\blos|drop|fell|back|worst|down/i.test(telling.ask.part.text)
  const sentences = [
    up.length === 0
      ? undefined
      : fact`Most places won in ${raceNamed(telling.race)}: ${listed(up.map(({ said }) => said))}.`,
    down.length === 0 ? undefined : fact`Most lost: ${listed(down.map(({ said }) => said))}.`,
  ]
  if (up.length + down.length === 0)
    return {
      outcome: 'not-in-data',
      sentences: [note`The sheet of ${raceNamed(telling.race)} has no order to count places from.`],
    }
  return {
    sentences: [
      ...(isLoser ? sentences.toReversed() : sentences),
      note`Counted from the end of lap one: the starting grid is not in the timing.`,
    ],
    asked: (isLoser ? down : up).map(({ places }) => places),
    suggestions: ['Who won?', 'Tell me the story of my race'],
  }
})

/** "car 71 13 places (P19 to P6)" */
function movedBy({ keep }: RaceTelling, car: CoachedCar) {
  const end = placeOf(car)
  if (car.pattern.story.positionAfterLap1 === null || typeof end.value !== 'number')
    return undefined
  const start = car.own('story.positionAfterLap1')
  const label = `Car ${car.pattern.car}: places from lap 1 to the end`
  const places = computedFact('difference', [start, end], 'places', label)
  const won = Number(places.value)
  if (won === 0) return undefined
  const said: Piece = [
    exact(car.own('car')),
    ' ',
    placesCited(keep(places)),
    ' (',
    exact(start),
    ' to ',
    exact(end),
    ')',
  ]
  return { won, places, said }
}
