import { countCited, rankCited } from '#core/composer/cited-names.ts'
import type { CoachedCar } from '#core/composer/coached-car.ts'
import { exact, fact, listed, note, type Piece, short } from '#core/composer/say.ts'
import type { Fact } from '#core/domain/fact.ts'
import { computedFact } from '../../computed-fact.ts'
import { raceNamed } from '../in-race.ts'
import { placeFieldOf, placeOf } from '../race/result-place.ts'
import { caution } from './places-by-car.ts'
import type { RaceTelling, Written } from '../telling.ts'

const podium = 3

/** "Car 13 won 6 of 14 races and was on the podium of 11". */
export function summed(cars: readonly CoachedCar[], count: Fact, keep: RaceTelling['keep']) {
  const [first] = cars
  if (first === undefined) return undefined
  const upTo = (limit: number, label: string) => {
    const found = cars.map(placeOf).filter(({ value }) => Number(value) <= limit)
    return found.length === 0 ? undefined : keep(computedFact('count', found, 'count', label))
  }
  const who: Piece = ['Car ', short(first.own('car'))]
  const [wins, podiums] = [upTo(1, 'Wins'), upTo(podium, 'Podiums')]
  const of: Piece = [' of ', countCited(count, 'race')]
  if (podiums === undefined) {
    const best = cars.toSorted((a, b) => Number(placeOf(a).value) - Number(placeOf(b).value))[0]
    return fact`${who} was best ${best === undefined ? '' : [exact(placeOf(best)), ', in ', raceNamed(best)]}, of ${countCited(count, 'race')}.`
  }
  return wins === undefined
    ? fact`${who} was on the podium in ${exact(podiums)}${of}, without a win.`
    : fact`${who} won ${exact(wins)}${of} and was on the podium in ${exact(podiums)}.`
}

/** "Sonoma P2 and P3, COTA P6 and P2": the two races of each track in their order. */
export function inOrder(cars: readonly CoachedCar[]) {
  const tracks = Map.groupBy(cars, ({ race }) => race.trackId)
  const told = [...tracks.values()].map((ofTrack): Piece => [
    `${ofTrack[0]?.track.shortName ?? ''} `,
    listed(
      ofTrack.map((car): Piece => [
        exact(placeOf(car)),
        placeFieldOf(car) === 'position' ? '' : ' on the road',
        ofTrack.length > 1 ? '' : [' (Race ', exact(car.ofRace('raceNumber')), ')'],
      ]),
    ),
  ])
  return fact`Its places, race by race: ${told.flatMap((piece, at): Piece[] => (at === 0 ? [piece] : ['; ', piece]))}.`
}

/** Where a car number was best and worst against the field. */
export function byPace(cars: readonly CoachedCar[]): Written {
  const paced = cars
    .filter(({ pattern }) => pattern.lap.paceRank !== null)
    .toSorted(
      (a, b) =>
        (a.pattern.lap.paceRank ?? 0) / (a.pattern.lap.paceOf ?? 1) -
        (b.pattern.lap.paceRank ?? 0) / (b.pattern.lap.paceOf ?? 1),
    )
  const told = (car: CoachedCar): Piece => [
    rankCited(car.own('lap.paceRank'), car.own('lap.paceOf')),
    ' in ',
    raceNamed(car),
  ]
  const [best] = paced
  const worst = paced.at(-1)
  if (best === undefined || worst === undefined)
    return {
      outcome: 'not-in-data',
      sentences: [note`In no race has this car number enough green laps for a pace.`],
    }
  return {
    sentences: [
      fact`Against the field car ${short(best.own('car'))} was best by pace with ${told(best)}, and furthest down with ${told(worst)}.`,
      note`Ranks compare across tracks; gaps in seconds do not, as the laps differ in length.`,
      caution,
    ],
    asked: [best.own('lap.paceRank'), worst.own('lap.paceRank')],
    suggestions: ['What are my results of the season?', 'Where do I lose time?'],
  }
}

/** Points are not in the data; the places are. */
export function points(cars: readonly CoachedCar[]): Written {
  return {
    outcome: 'not-in-data',
    sentences: [note`Championship points are not in the data.`, inOrder(cars), caution],
    asked: cars.map(placeOf),
    suggestions: ['What was my best race of the season?'],
  }
}
