import { carsCited } from '#core/composer/cited-names.ts'
import { exact, fact, hypothesis, note } from '#core/composer/say.ts'
import type { PatternDocument } from '#core/protocol/documents/pattern-document.ts'
import { raceNamed } from './in-race.ts'
import { finished, onRoad } from './position.ts'
import { aboutCar, type CarTelling } from './telling.ts'

/** Why the official place is another one than that on the road. */
export const whyPosition = aboutCar((telling) => {
  const { car, who, race } = telling
  const { position: official, positionOnRoad } = car.pattern
  const road = car.own('positionOnRoad')
  if (race.race.classification === null) return onRoad(telling)
  if (official === null) return finished(telling)
  const place = car.own('position')
  if (official === positionOnRoad)
    return {
      sentences: [
        fact`For ${who.you} the two agree in ${raceNamed(race)}: ${exact(place)} in the ${exact(race.ofRace('classification'))} results, and ${exact(road)} on the road.`,
        othersMoved(telling),
      ],
      asked: [place, road],
      suggestions: ['Tell me the story of my race', 'Was my pace better than my result?'],
    }
  return {
    sentences: [
      fact`${who.You} crossed the line ${exact(road)} on the road and stand${who.You === 'You' ? '' : 's'} ${exact(place)} in the ${exact(race.ofRace('classification'))} results of ${raceNamed(race)}.`,
      note`The results sheet gives no reason for the difference.`,
      official > positionOnRoad
        ? hypothesis`A penalty or a decision of the stewards may be behind it.`
        : hypothesis`A penalty to cars ahead, or a decision of the stewards, may be behind it.`,
      note`The stewards' documents would tell; they are not part of the data.`,
    ],
    asked: [place, road],
    suggestions: ['Did they take one of my laps?', 'Who won?', 'Tell me the story of my race'],
  }
})

/** Cars whose place in the results is another than on the road, where there are few. */
function othersMoved({ race, carIn }: CarTelling) {
  const moved = race.patterns.filter(
    ({ position: official, positionOnRoad }: PatternDocument) =>
      official !== null && official > positionOnRoad,
  )
  if (moved.length === 0 || moved.length > 4) return undefined
  const cars = moved.flatMap(({ car }) => carIn(car)?.own('car') ?? [])
  const further = cars.length === 1 ? 'stands' : 'stand'
  return fact`Elsewhere ${carsCited(cars)} ${further} further down in the results than on the road.`
}
