import { exact, fact, listed, type Piece } from '#core/composer/say.ts'
import { lapAt, placeField } from '../in-race.ts'
import type { CarTelling, Written } from '../telling.ts'

/** "P on lap 1, lap 10 and at the end". */
export function placesOnLaps(telling: CarTelling, laps: readonly number[]): Written | undefined {
  const { ask, car, who, race } = telling
  const there = laps.filter((lap) => (lapAt(car.pattern, lap)?.position ?? null) !== null)
  if (there.length < 2) return undefined
  const places = there.map((lap) => car.own(`laps.${lap}.position`))
  const told = there.map((lap, at): Piece => [
    places[at] === undefined ? '' : exact(places[at]),
    ' on ',
    exact(car.own(`laps.${lap}.lap`)),
  ])
  const isToEnd = /\b(?:end|finish|flag|result)\b/i.test(ask.part.text)
  const end: readonly Piece[] = isToEnd ? [[exact(car.own(placeField(race))), ' at the end']] : []
  return {
    sentences: [fact`${who.Your} place at the line: ${listed([...told, ...end])}.`],
    asked: places,
    suggestions: ['My position lap by lap', 'Tell me the story of my race'],
  }
}
