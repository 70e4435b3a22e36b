import type { CoachedCar } from '#core/composer/coached-car.ts'
import { carsCited, countCited, rankCited } from '#core/composer/cited-names.ts'
import { exact, fact, listed, note, type Piece } from '#core/composer/say.ts'
import { computedFact } from '../../computed-fact.ts'
import type { AnswerIntent } from '../../draft.ts'
import { endAsked } from './field-end.ts'
import { byPace, type Order, orderAsked } from './field-orders.ts'
import { numberOf } from '../../understanding/entities/number-text.ts'
import { raceNamed } from '../in-race.ts'
import { inOrder, mostCars, type Ranked } from './ranked-cars.ts'
import { nearestOnPace } from './nearest-on-pace.ts'
import { rankNamed } from './ranking-named.ts'
import { placeNamed } from '../named-in.ts'
import { fastestWhere } from '../compare/sections-compared.ts'
import { aboutRace, type RaceTelling, voiceOf, type Written } from '../telling.ts'

/** The field in order of a figure, and where the car that asks stands in it. */
export const ranking: AnswerIntent = async (ask) =>
  placeNamed(ask) !== undefined
    ? await fastestWhere(ask)
    : (ask.part.scope.cars?.length ?? 0) > 1
      ? await rankNamed(ask)
      : await ofLaps(ask)

const ofLaps = aboutRace((telling) => {
  const { ask, race } = telling
  const { text } = ask.part
  const order = asksIfFirst.test(text) ? byPace : orderAsked(ask.part.figure, text)
  const own = ask.part.scope.car === undefined ? undefined : telling.carIn(ask.part.scope.car)
  const key = own?.key ?? mostCars(telling)
  const cars = inOrder(telling, order, key)
  if (cars.length === 0)
    return {
      outcome: 'not-in-data',
      sentences: [
        /speed|trap|\bv ?max|mph|km\/?h|straight/.test(text)
          ? note`No trap speed was measured in ${raceNamed(race)}.`
          : note`No car of ${raceNamed(race)} has that figure.`,
      ],
      suggestions: ['What is missing in the data?'],
    }
  if (ask.part.order !== undefined) return further(telling, order, cars)
  const { isBottom, count } = endAsked(
    text,
    order.isUp === true ? 'more-is-better' : 'less-is-better',
  )
  const { shown, counted } = isBottom
    ? { shown: cars.slice(-Math.min(count, mostAtBottom)).toReversed(), counted: [] }
    : withTied(cars, count)
  const placed = placeIn(text)
  const only = own === undefined && placed !== undefined ? cars[placed - 1] : undefined
  if (only !== undefined) return inPlace(telling, order, only)
  const list = listOf(order, shown)
  const end = isBottom ? (shown.length > 1 ? 'from the last one up, ' : 'the last is ') : ''
  const top = fact`${order.words}, ${raceNamed(race)}: ${end}${listed(list)}${alsoThat(telling, counted)}.`
  const near = own && order === byPace ? nearestOnPace(telling, own, cars) : undefined
  if (near !== undefined) return near
  const mine = own && standing(telling, order, own, cars)
  const alike = tied(telling, order, cars)
  const isMine = ofMe.test(text)
  return {
    verdict: asksIfFirst.test(text) ? own?.pattern.lap.paceRank === 1 : undefined,
    sentences:
      isMine && mine
        ? [mine.sentence, top]
        : [top, isBottom ? undefined : alike, mine?.sentence, unranked(telling, order, key)],
    asked: [...(isMine && mine ? mine.asked : []), ...shown.map(({ value }) => value)],
    suggestions: [
      'Who is quickest in which section?',
      'Was I quicker than where I finished?',
      'Who won?',
    ],
  }
})

const ofMe = /\b(?:my|i|me|mine|where)\b|'s rank\b|\brank (?:of|is|was|does|did)\b|\bwhat rank\b/i

/** "Was I the quickest car out there?": by pace, not by one lap. */
const asksIfFirst =
  /^(?:so |and )*(?:was|am|were|is) (?:i|we|he|she|car \d+|\d+) (?:\w+ )?(?:the )?(?:quickest|fastest)\b(?!.*\blap\b)/i

const listOf = (order: Order, cars: readonly Ranked[]) =>
  cars.map((one): Piece => [
    exact(one.car.own('car')),
    ' ',
    order.told?.(one.value) ?? exact(one.value),
  ])

/** The first so many, and those that have the same as the last of them; those are counted where they are many. */
function withTied(cars: readonly Ranked[], count: number) {
  const last = cars[count - 1]?.value.value
  const more =
    last === undefined ? [] : cars.slice(count).filter(({ value }) => value.value === last)
  const isTold = more.length <= mostTied
  return {
    shown: [...cars.slice(0, count), ...(isTold ? more : [])],
    counted: isTold ? [] : more,
  }
}

const mostTied = 2

/** "; 4 more cars have as much" */
function alsoThat({ keep }: RaceTelling, cars: readonly Ranked[]): Piece {
  if (cars.length === 0) return ''
  const values = cars.map(({ value }) => value)
  const n = keep(computedFact('count', values, 'count', 'Cars with the same value'))
  return ['; ', countCited(n, 'more car'), ' have the same']
}

/** "Who was second on pace?", "and the rest?": what comes after the first ones. */
function further({ ask, race, keep }: RaceTelling, order: Order, cars: readonly Ranked[]): Written {
  const { nth = 1, isNext, isRest } = ask.part.order ?? {}
  const isRun = isRest === true || (isNext === true && nth === 2)
  const from = isRun ? usuallyTold : nth - 1
  const shown = cars.slice(from, isRest === true ? from + mostAtBottom : isRun ? 2 * from : nth)
  const value = (one: Ranked): Piece => order.told?.(one.value) ?? exact(one.value)
  const list = shown.map((one): Piece => [exact(one.car.own('car')), ' ', value(one)])
  const [first] = shown
  const ahead = cars[from - 1]
  const values = cars.slice(0, from + 1).map((one) => one.value)
  if (first === undefined || ahead === undefined)
    return { sentences: [note`There are no more cars in that order.`] }
  const rank = keep(computedFact('count', values, 'rank', 'Place in that order'))
  return {
    sentences: [
      isRun
        ? fact`${order.words}, ${raceNamed(race)}, behind ${exact(ahead.car.own('car'))}: ${listed(list)}.`
        : fact`${order.words}, ${raceNamed(race)}: ${exact(rank)} is ${listed(list)}, behind ${exact(ahead.car.own('car'))} with ${value(ahead)}.`,
    ],
    asked: shown.map((one) => one.value),
    suggestions: ['Who is quickest in which section?', 'Who won?'],
  }
}

/** So many an order tells where nobody says how many. */
const usuallyTold = 5

/** "P4 on median", "who was third by best lap": one place of the order, not all up to it. */
function placeIn(text: string): number | undefined {
  if (/\b(?:top|bottom|leading|front)\b/i.test(text)) return undefined
  const named = /\bp ?(?<place>\d{1,2})\b|\b(?<nth>\d{1,2}(?:st|nd|rd|th))\b/i.exec(text)?.groups
  return numberOf(named?.['place'] ?? named?.['nth'] ?? '')
}

function inPlace({ race }: RaceTelling, order: Order, { car, value }: Ranked): Written {
  return {
    sentences: [
      fact`${order.words}, ${raceNamed(race)}, in that place: ${exact(car.own('car'))} ${order.told?.(value) ?? exact(value)}.`,
    ],
    asked: [car.own('car'), value],
    suggestions: ['Rank everybody', 'Who won?'],
  }
}

/** Who asks for the slowest wants a few, not half of the field. */
const mostAtBottom = 10

function standing(
  { ask, keep }: RaceTelling,
  order: Order,
  own: CoachedCar,
  cars: readonly Ranked[],
) {
  const mine = cars.find(({ car }) => car.pattern.car === own.pattern.car)?.value
  if (mine === undefined) return undefined
  const who = voiceOf(ask, own)
  const is = who.You === 'You' ? 'are' : 'is'
  if (order === byPace)
    return {
      asked: [own.own('lap.paceRank')],
      sentence: fact`${who.You} ${is} ${rankCited(own.own('lap.paceRank'), own.own('lap.paceOf'))} by pace with ${exact(mine)}, the track taken out, over ${countCited(own.own('lap.paceN'), 'green lap')}.`,
    }
  const sign = order.isUp === true ? -1 : 1
  const ahead = cars.filter((one) => sign * (Number(one.value.value) - Number(mine.value)) < 0)
  const values = (ranked: readonly Ranked[]) => ranked.map((one) => one.value)
  const label = `Car ${own.pattern.car}: place in that order`
  const rank = keep(computedFact('count', [...values(ahead), mine], 'rank', label))
  const all = keep(computedFact('count', values(cars), 'count', 'Cars that have the figure'))
  return {
    asked: [mine, rank],
    sentence: fact`${who.You} ${is} ${rankCited(rank, all)} with ${order.told?.(mine) ?? exact(mine)}.`,
  }
}

/** "The highest consistency score, 83 of 100, is that of cars 55, 98 and 2 alike." */
function tied({ keep }: RaceTelling, { beside }: Order, cars: readonly Ranked[]) {
  const all = cars.flatMap(({ car }) => {
    const value = beside?.(car)
    return value === undefined ? [] : [{ car, value: keep(value) }]
  })
  const most = Math.max(...all.map(({ value }) => Number(value.value)))
  const [first, ...others] = all.filter(({ value }) => value.value === most)
  if (first === undefined || others.length === 0) return undefined
  const alike = [first, ...others].map(({ car }) => car.own('car'))
  return fact`The highest consistency score, ${exact(first.value)}, is that of ${carsCited(alike)} alike.`
}

/** Cars that lack the figure, so that nobody takes the list for the whole field. */
function unranked({ race, keep, carIn }: RaceTelling, order: Order, key: string) {
  const cars = race.race.classes[key]?.cars ?? []
  const without = cars.flatMap((number) => {
    const car = carIn(number)
    return car === undefined || order.of(car) !== undefined ? [] : [car.own('cleanLaps')]
  })
  if (without.length === 0) return undefined
  const cited = keep(computedFact('count', without, 'count', 'Cars without the figure'))
  return note`${countCited(cited, 'car')} did too few laps to be in that order.`
}
