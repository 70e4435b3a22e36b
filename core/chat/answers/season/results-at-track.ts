import { rankCited } from '#core/composer/cited-names.ts'
import type { CoachedCar } from '#core/composer/coached-car.ts'
import { exact, fact, listed, note, type Piece, short } from '#core/composer/say.ts'
import { placeFieldOf, placeOf } from '../race/result-place.ts'
import type { Written } from '../telling.ts'

const raceIn = ({ ofRace }: CoachedCar): Piece => ['Race ', exact(ofRace('raceNumber'))]

/** "Was car 22 in both races here?", "did car 50 race at VIR?" */
export const asksIfThere =
  /^(?:and |so |but )*(?:was|were|did|has|is|am|do) (?:i|we|he|she|it|(?:car |#|number |the )*\d+)\b.*\b(?:in|race[ds]?|run|ran|start(?:ed)?|enter(?:ed)?|there|at|drive|driven|take part|compete)\b/i

/** "How was it for car 12 at Sonoma?": its place and its pace in each race there. */
export function resultsAtTrack(cars: readonly CoachedCar[], text: string): Written {
  const [first] = cars
  if (first === undefined)
    return {
      outcome: 'not-in-data',
      verdict: asksIfThere.test(text) ? false : undefined,
      sentences: [note`That car was in no race there.`],
    }
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
    verdict: asksIfThere.test(text) ? cars.length > 1 || !/\bboth\b/i.test(text) : undefined,
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
