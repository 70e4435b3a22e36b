import type { CoachedRace } from '#core/composer/coached-car.ts'
import { countCited } from '#core/composer/cited-names.ts'
import { exact, fact, listed, note, type Piece } from '#core/composer/say.ts'
import type { CarNumber } from '#core/domain/ids.ts'
import type { Fact } from '#core/domain/fact.ts'
import { computedFact } from '../../computed-fact.ts'
import { inResultOrder, lapsOf, raceNamed } from '../in-race.ts'
import {
  byCount,
  byMean,
  byStarts,
  caution,
  ofStarts,
  placesByCar,
  suggestions,
  withoutPoints,
} from './places-by-car.ts'
import { carOfRace, type RaceTelling, type Written } from '../telling.ts'

const carsNamed = 5

/** "Who won the most races?": the car numbers of the season side by side. */
export function asksWhich(text: string): boolean {
  const isWho =
    /\b(?:who|who'?s|whose|which (?:car|number)|what (?:car|number)|any(?:one|body))\b/i.test(text)
  const isMost = /^(?:the )?(?:best|most|highest|lowest)\b|\bwinners?\b/i.test(text.trim())
  return (isWho || isMost) && !/\b(?:i|me|my|mine)\b/i.test(text) && !/\d/.test(text)
}

export function byCar(
  races: readonly CoachedRace[],
  telling: Pick<RaceTelling, 'keep'>,
  text: string,
): Written {
  if (/\bboth\b|\bdouble\b|\bsw[ae]pt?\b|\btwice\b/i.test(text))
    return bothOfWeekend(races, telling)
  if (
    /\bwinners\b|\b(?:every|each|all)\b.*\braces?\b.*\bw[io]n|\bw[io]n\w*\b.*\b(?:every|each|all|what)\b/i.test(
      text,
    )
  )
    return winners(races, telling, text)
  if (/\bpoints?\b|championship|standings|\btitle\b/i.test(text))
    return withoutPoints(byCount(placesByCar(races, telling), 'wins', telling))
  if (ofStarts.test(text)) return byStarts(placesByCar(races, telling), races.length, telling)
  if (/\bled\b|\blaps? lead|\bin the lead\b|\bleading\b|\bmost laps (?:in front|ahead)/i.test(text))
    return byLapsLed(races, telling)
  const places = placesByCar(races, telling)
  const isMean = /\b(?:average|mean|avg|consistent)\b/i.test(text)
  return isMean ? byMean(places, races.length, telling) : byCount(places, text, telling)
}

function wonBy(races: readonly CoachedRace[], telling: Pick<RaceTelling, 'keep'>) {
  return races.flatMap((race) => {
    const [first] = inResultOrder(race)
    const car = first && carOfRace(telling, race, first.car)
    return car === undefined ? [] : [{ race, car: car.own('car') }]
  })
}

/** Who won both races of a track. */
function bothOfWeekend(races: readonly CoachedRace[], telling: Pick<RaceTelling, 'keep'>): Written {
  const byTrack = Map.groupBy(wonBy(races, telling), ({ race }) => race.race.trackId)
  const swept = [...byTrack.values()].flatMap(([first, second]) =>
    first !== undefined && first.car.value === second?.car.value ? [first] : [],
  )
  const told = swept.map(({ race, car }): Piece => [exact(car), ` at ${race.track.shortName}`])
  return {
    verdict: swept.length > 0,
    sentences: [
      swept.length === 0
        ? note`No car number won both races of a weekend.`
        : fact`Both races of a weekend were won by ${listed(told)}.`,
      caution,
    ],
    asked: swept.map(({ car }) => car),
    suggestions,
  }
}

/** Who won each race, in the order of the season. */
function winners(
  races: readonly CoachedRace[],
  telling: Pick<RaceTelling, 'keep'>,
  text: string,
): Written {
  const won = wonBy(races, telling)
  const told = won.map(({ race, car }): Piece => [exact(car), ' ', raceNamed(race)])
  const numbers = [...new Map(won.map(({ car }) => [car.value, car])).values()]
  const count = telling.keep(computedFact('count', numbers, 'count', 'Car numbers that won a race'))
  return {
    sentences: [
      /\bhow many\b|\bnumber of\b/i.test(text)
        ? fact`${countCited(count, 'car number')} won a race.`
        : undefined,
      fact`The winners by the results: ${listed(told)}.`,
      caution,
    ],
    asked: won.map(({ car }) => car),
    suggestions,
  }
}

/** Laps led at the line over the season, of each car number that led one. */
function byLapsLed(races: readonly CoachedRace[], telling: Pick<RaceTelling, 'keep'>): Written {
  const found = new Map<CarNumber, { car: Fact; laps: Fact[] }>()
  for (const race of races)
    for (const pattern of race.patterns) {
      const led = lapsOf(pattern).filter(({ position }) => position === 1)
      const car = led.length === 0 ? undefined : carOfRace(telling, race, pattern.car)
      if (car === undefined) continue
      const known = found.get(pattern.car) ?? { car: car.own('car'), laps: [] }
      const laps = led.map(({ lap }) => car.own(`laps.${lap}.position`))
      found.set(pattern.car, { ...known, laps: [...known.laps, ...laps] })
    }
  const order = [...found.values()]
    .toSorted((a, b) => b.laps.length - a.laps.length)
    .slice(0, carsNamed)
    .map(({ car, laps }) => {
      const label = `Car ${String(car.value)}: laps led at the line`
      return { car, n: telling.keep(computedFact('count', laps, 'count', label)) }
    })
  if (order.length === 0)
    return { outcome: 'not-in-data', sentences: [note`No order by lap is in the data.`] }
  const told = order.map(({ car, n }): Piece => [exact(car), ' ', countCited(n, 'lap')])
  return {
    sentences: [fact`Most laps led at the line over the season: ${listed(told)}.`, caution],
    asked: order.map(({ n }) => n),
    suggestions,
  }
}
