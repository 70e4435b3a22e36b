import { rankCited } from '#core/composer/cited-names.ts'
import type { CoachedCar } from '#core/composer/coached-car.ts'
import { exact, fact, listed, note, type Piece, short } from '#core/composer/say.ts'
import { placeFieldOf, placeOf } from '../race/result-place.ts'
import type { Written } from '../telling.ts'

const raceIn = ({ ofRace }: CoachedCar): Piece => ['Race ', exact(ofRace('raceNumber'))]

/** "How was it for car 12 at Sonoma?": its place and its pace in each race there. */
export function resultsAtTrack(cars: readonly CoachedCar[]): Written {
  const [first] = cars
  if (first === undefined)
    return { outcome: 'not-in-data', sentences: [note`That car was in no race there.`] }
  const places = cars.map((car): Piece => [
    exact(placeOf(car)),
    placeFieldOf(car) === 'position' ? '' : ' on the road',
    ' in ',
    raceIn(car),
  ])
  const paced = cars.filter(({ pattern }) => pattern.lap.paceRank !== null)
  const paces = paced.map((car): Piece => [
    rankCited(car.own('lap.paceRank'), car.own('lap.paceOf')),
    ' in ',
    raceIn(car),
  ])
  return {
    sentences: [
      fact`At ${first.track.shortName} car ${short(first.own('car'))} was ${listed(places)}.`,
      paces.length === 0 ? undefined : fact`By pace it was ${listed(paces)}.`,
    ],
    asked: cars.map(placeOf),
    suggestions: cars.map(({ race }) => ({
      label: `Race ${race.raceNumber}`,
      text: `How did car ${first.pattern.car} do in race ${race.raceNumber}?`,
      context: { trackId: race.trackId, raceId: race.raceId, car: first.pattern.car },
    })),
  }
}
