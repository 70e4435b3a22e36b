import { countCited } from '#core/composer/cited-names.ts'
import type { CoachedCar } from '#core/composer/coached-car.ts'
import { exact, fact, listed, type Piece, short } from '#core/composer/say.ts'
import type { Fact } from '#core/domain/fact.ts'
import type { Sentence } from '#core/protocol/documents/sentence.ts'
import { computedFact } from '../../computed-fact.ts'
import { numberOf, numberPattern } from '../../understanding/entities/number-text.ts'
import { lapsOf, raceNamed } from '../in-race.ts'
import { placeOf } from '../race/result-place.ts'

const upTo: readonly (readonly [RegExp, number])[] = [
  [/\bwins?\b|\bwon\b|\bvictor/i, 1],
  [/\bpodiums?\b/i, 3],
]
const top = new RegExp(`\\btop[ -]?(${numberPattern})s?\\b`, 'i')
const outside = /\boutside\b|\bout of the top\b|\bnot\b|n'?t\b|\bmiss(?:ed|ing)?\b/i
const mean = /\b(?:average|mean|avg)\b/i

/** Wins, podiums, top tens and the mean place of a car number, where they were asked for. */
export function countedResults(
  cars: readonly CoachedCar[],
  keep: (fact: Fact) => Fact,
  text: string,
): {
  readonly sentences: readonly Sentence[]
  readonly asked: readonly Fact[]
  /** "Did 88 ever win?" */
  readonly verdict: boolean | undefined
} {
  const named = numberOf(top.exec(text.toLowerCase())?.[1] ?? '')
  const limit = named ?? upTo.find(([pattern]) => pattern.test(text))?.[1]
  const isOutside = limit !== undefined && outside.test(text)
  const counted =
    limit === undefined
      ? undefined
      : isOutside
        ? beyond(cars, keep, limit)
        : within(cars, keep, limit)
  const [first] = cars
  const middle = mean.test(text)
    ? keep(computedFact('mean', cars.map(placeOf), 'number', 'Mean place of this car number'))
    : undefined
  const led = /\b(?:laps? led|led|lead|leading|in front)\b/i.test(text)
    ? lapsLed(cars, keep)
    : undefined
  return {
    verdict: counted && counted.asked.length > 0,
    sentences: [
      ...(led?.sentences ?? []),
      ...(counted?.sentences ?? []),
      ...(middle === undefined || first === undefined
        ? []
        : [fact`The mean place of ${exact(first.own('car'))} is ${exact(middle)}.`]),
    ],
    asked: [
      ...(led?.asked ?? []),
      ...(counted?.asked ?? []),
      ...(middle === undefined ? [] : [middle]),
    ],
  }
}

/** The laps that a car number led at the line, over its races. */
function lapsLed(cars: readonly CoachedCar[], keep: (fact: Fact) => Fact) {
  const [car] = cars
  if (car === undefined) return undefined
  const each = cars.flatMap((one) => {
    const laps = lapsOf(one.pattern).filter(({ position }) => position === 1)
    const facts = laps.map(({ lap }) => one.own(`laps.${lap}.lap`))
    const label = `Car ${one.pattern.car}: laps led at the line`
    return facts.length === 0
      ? []
      : [{ one, facts, n: keep(computedFact('count', facts, 'count', label)) }]
  })
  const who: Piece = ['Car ', short(car.own('car'))]
  if (each.length === 0)
    return { sentences: [fact`${who} led at the end of no lap of them.`], asked: [] }
  const all = each.flatMap(({ facts }) => facts)
  const sum = keep(computedFact('count', all, 'count', 'Laps led at the line over the season'))
  const told = each.map(({ one, n }): Piece => [exact(n), ' in ', raceNamed(one)])
  return {
    sentences: [fact`${who} led at the end of ${countCited(sum, 'lap')}: ${listed(told)}.`],
    asked: [sum],
  }
}

/** "How often was 46 outside the top ten?" */
function beyond(cars: readonly CoachedCar[], keep: (fact: Fact) => Fact, limit: number) {
  const [car] = cars
  const found = cars.filter((one) => Number(placeOf(one).value) > limit)
  const who: Piece = ['Car ', car === undefined ? '' : short(car.own('car'))]
  const places = found.map(placeOf)
  if (places.length === 0) return { sentences: [fact`${who} was never further down.`], asked: [] }
  const count = keep(computedFact('count', places, 'count', 'Races below that place'))
  const told = found.map((one): Piece => [raceNamed(one), ' (', exact(placeOf(one)), ')'])
  return {
    sentences: [
      fact`${who} was further down than that in ${countCited(count, 'race')}: ${listed(told)}.`,
    ],
    asked: [count],
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
