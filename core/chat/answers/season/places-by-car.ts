import { countCited } from '#core/composer/cited-names.ts'
import type { CoachedRace } from '#core/composer/coached-car.ts'
import { exact, fact, listed, note, type Piece, short } from '#core/composer/say.ts'
import type { Fact } from '#core/domain/fact.ts'
import type { CarNumber } from '#core/domain/ids.ts'
import { computedFact } from '../../computed-fact.ts'
import { numberOf, numberPattern } from '../../understanding/entities/number-text.ts'
import { placeOf } from '../race/result-place.ts'
import { carOfRace, type RaceTelling, type Written } from '../telling.ts'

const carsNamed = 5
/** A mean place over fewer races than this share of them says little beside the others. */
const leastShare = 0.5

/** Said wherever results of one number are put together. */
export const caution = note`A number is not a person: another driver may have had it at another track.`
export const suggestions = ['Which race was the closest?', 'What races are there?']

type Places = ReadonlyMap<CarNumber, { readonly car: Fact; readonly places: readonly Fact[] }>

/** The places of each car number over the season. */
export function placesByCar(
  races: readonly CoachedRace[],
  telling: Pick<RaceTelling, 'keep'>,
): Places {
  const found = new Map<CarNumber, { car: Fact; places: Fact[] }>()
  for (const race of races)
    for (const { car: number } of race.patterns) {
      const car = carOfRace(telling, race, number)
      if (car === undefined) continue
      const known = found.get(number) ?? { car: car.own('car'), places: [] }
      found.set(number, { ...known, places: [...known.places, placeOf(car)] })
    }
  return found
}

const places: readonly (readonly [RegExp, number, string])[] = [
  [/\bsecond\b|\brunners?[- ]?up\b|\bp2\b|\b2nd\b/i, 2, 'second place'],
  [/\bthird\b(?! of)|\bp3\b|\b3rd\b/i, 3, 'third place'],
]

/** "Who was second most often?" is of that place alone, "most podiums" of all up to it. */
function counted(text: string) {
  const isPodium = /podium|top three|top 3/i.test(text)
  const only = isPodium ? undefined : places.find(([pattern]) => pattern.test(text))
  if (only !== undefined)
    return { limit: only[1], noun: only[2], is: (place: number) => place === only[1] }
  const [, top = ''] =
    new RegExp(`\\btop[ -]?(${numberPattern})s?\\b`).exec(text.toLowerCase()) ?? []
  const named = isPodium ? undefined : numberOf(top)
  if (named !== undefined)
    return { limit: named, noun: `top-${top} result`, is: (place: number) => place <= named }
  const limit = isPodium ? 3 : 1
  return { limit, noun: isPodium ? 'podium' : 'win', is: (place: number) => place <= limit }
}

/** Who won most, was on most podiums, was second most often. */
export function byCount(all: Places, text: string, { keep }: Pick<RaceTelling, 'keep'>): Written {
  const { limit, noun, is } = counted(text)
  const order = [...all.values()]
    .map(({ car, places }) => ({ car, good: places.filter(({ value }) => is(Number(value))) }))
    .filter(({ good }) => good.length > 0)
    .toSorted((a, b) => b.good.length - a.good.length)
    .filter(({ good }, _, all) => good.length >= (all[carsNamed - 1]?.good.length ?? 0))
  const told = order.map(({ car, good }) => {
    const label = `Car ${String(car.value)}: races up to P${limit}`
    return { car, n: keep(computedFact('count', good, 'count', label)) }
  })
  const parts = told.map(({ car, n }): Piece => [exact(car), ' ', countCited(n, noun)])
  return {
    sentences: [
      fact`Most ${noun}${noun.endsWith('h') ? 'es' : 's'} of the season: ${listed(parts)}.`,
      caution,
    ],
    asked: told.map(({ n }) => n),
    suggestions,
  }
}

/** Points are not in the data; who won most is. */
export function withoutPoints({ sentences, ...wins }: Written): Written {
  return {
    ...wins,
    outcome: 'not-in-data',
    sentences: [note`Championship points are not in the data.`, ...sentences],
  }
}

export const ofStarts =
  /^(?!.*\b(?:w[io]n\w*|led|podiums?|points?)\b).*\b(?:did|ran|raced|rac(?:e|ing)|started|entered|took part|present|been)\b.*\b(?:every|all|each|most|whole)\b/i

/** Which numbers were in every race, or how many were in most. */
export function byStarts(all: Places, races: number, { keep }: Pick<RaceTelling, 'keep'>): Written {
  const always = [...all.values()].filter(({ places }) => places.length === races)
  const cars = always.map(({ car }) => car)
  if (cars.length === 0)
    return { sentences: [note`No car number was in every race of the season.`], asked: [] }
  const count = keep(computedFact('count', cars, 'count', 'Car numbers in every race'))
  return {
    sentences: [
      fact`${countCited(count, 'car number')} ran in every race of the season: ${listed(cars.map(short))}.`,
      caution,
    ],
    asked: [count, ...cars],
    suggestions,
  }
}

/** The best mean places. */
export function byMean(all: Places, races: number, { keep }: Pick<RaceTelling, 'keep'>): Written {
  const told = [...all.values()]
    .filter(({ places }) => places.length >= leastShare * races)
    .map(({ car, places }) => {
      const label = `Car ${String(car.value)}: mean place`
      const n = computedFact('count', places, 'count', `${label}, races`)
      return { car, n, mean: computedFact('mean', places, 'number', label) }
    })
    .toSorted((a, b) => Number(a.mean.value) - Number(b.mean.value))
    .slice(0, carsNamed)
  if (told.length === 0)
    return { outcome: 'not-in-data', sentences: [note`No car number is in enough races for that.`] }
  const parts = told.map(({ car, mean, n }): Piece => [
    exact(car),
    ' ',
    exact(keep(mean)),
    ' over ',
    countCited(keep(n), 'race'),
  ])
  return {
    sentences: [
      fact`Best mean place, of the numbers in half of the races or more: ${listed(parts)}.`,
      caution,
    ],
    asked: told.map(({ mean }) => mean),
    suggestions,
  }
}
