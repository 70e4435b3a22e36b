import { countCited } from '#core/composer/cited-names.ts'
import type { CoachedCar } from '#core/composer/coached-car.ts'
import { exact, fact, listed, short } from '#core/composer/say.ts'
import type { Fact } from '#core/domain/fact.ts'
import type { Sentence } from '#core/protocol/documents/sentence.ts'
import { computedFact } from '../computed-fact.ts'
import { numberOf, numberPattern } from '../understanding/number-text.ts'
import { raceNamed } from './in-race.ts'
import { placeOf } from './result-place.ts'

const upTo: readonly (readonly [RegExp, number])[] = [
  [/\bwins?\b|\bwon\b|\bvictor/i, 1],
  [/\bpodiums?\b/i, 3],
]
const top = new RegExp(`\\btop[ -]?(${numberPattern})s?\\b`, 'i')
const mean = /\b(?:average|mean|avg)\b/i

/** Wins, podiums, top tens and the mean place of a car number, where they were asked for. */
export function countedResults(
  cars: readonly CoachedCar[],
  keep: (fact: Fact) => Fact,
  text: string,
): { readonly sentences: readonly Sentence[]; readonly asked: readonly Fact[] } {
  const named = numberOf(top.exec(text.toLowerCase())?.[1] ?? '')
  const limit = named ?? upTo.find(([pattern]) => pattern.test(text))?.[1]
  const counted = limit === undefined ? undefined : within(cars, keep, limit)
  const middle = mean.test(text)
    ? keep(computedFact('mean', cars.map(placeOf), 'number', 'Mean place of this car number'))
    : undefined
  return {
    sentences: [
      ...(counted?.sentences ?? []),
      ...(middle === undefined ? [] : [fact`Its mean place is ${exact(middle)}.`]),
    ],
    asked: [...(counted?.asked ?? []), ...(middle === undefined ? [] : [middle])],
  }
}

function within(cars: readonly CoachedCar[], keep: (fact: Fact) => Fact, limit: number) {
  const found = cars.filter((car) => Number(placeOf(car).value) <= limit)
  const [did, none] =
    limit === 1
      ? ['won ', 'won none']
      : limit === 3
        ? ['was on the podium of ', 'was on no podium']
        : ['was that far up in ', 'was never that far up']
  const [car] = cars
  if (found.length === 0)
    return {
      sentences: car === undefined ? [] : [fact`Car ${short(car.own('car'))} ${none}.`],
      asked: [],
    }
  const count = keep(computedFact('count', found.map(placeOf), 'count', 'Races up to that place'))
  return {
    sentences: [
      fact`Car ${car === undefined ? '' : short(car.own('car'))} ${did}${countCited(count, 'race')}: ${listed(found.map(raceNamed))}.`,
    ],
    asked: [count],
  }
}
