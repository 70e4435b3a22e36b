import type { CoachedCar } from '#core/composer/coached-car.ts'
import { countCited, rankCited } from '#core/composer/cited-names.ts'
import { exact, fact, listed, note, type Piece, short } from '#core/composer/say.ts'
import type { PatternDocument } from '#core/protocol/documents/pattern-document.ts'
import { computedFact } from '../computed-fact.ts'
import { numberOf, numberPattern } from '../understanding/number-text.ts'
import type { AnswerIntent } from '../draft.ts'
import { raceNamed } from './in-race.ts'
import { placeNamed } from './named-in.ts'
import { fastestWhere } from './sections-compared.ts'
import { aboutRace, type RaceTelling, type Written } from './telling.ts'

/** A figure by which the field is put in order. */
type Order = {
  readonly field: string
  readonly of: (pattern: PatternDocument) => number | null
  readonly words: string
  /** For counting: "had a quicker …". */
  readonly better: string
  /** Larger is better, as for a score. */
  readonly isUp?: boolean
}

const byPace: Order = {
  field: 'lap.paceMs',
  of: ({ lap }) => lap.paceMs,
  words: 'By pace, the track taken out',
  better: 'had a quicker pace',
}

const orders: Readonly<Record<string, Order>> = {
  pace: byPace,
  best: {
    field: 'bestLap.lapTimeMs',
    of: ({ bestLap }) => bestLap?.lapTimeMs ?? null,
    words: 'By best lap',
    better: 'had a quicker best lap',
  },
  mean: {
    field: 'clean.meanMs',
    of: ({ clean }) => (clean.n >= 5 ? clean.meanMs : null),
    words: 'By the average of the green laps, cars with enough of them',
    better: 'had a quicker average',
  },
  median: {
    field: 'clean.medianMs',
    of: ({ clean }) => (clean.n >= 5 ? clean.medianMs : null),
    words: 'By the median of the green laps, cars with enough of them',
    better: 'had a quicker median',
  },
  ideal: {
    field: 'idealLapMs',
    of: ({ idealLapMs }) => idealLapMs,
    words: 'By the own best sections put together',
    better: 'had a quicker one',
  },
  'gap-to-composite': {
    field: 'bestLap.lapTimeMs',
    of: ({ bestLap }) => bestLap?.lapTimeMs ?? null,
    words: 'By best lap, and so by the distance to the composite',
    better: 'were nearer',
  },
  steadiness: {
    field: 'steadyMs',
    of: ({ steadyMs }) => steadyMs,
    words: 'By steadiness, half of the laps within ±',
    better: 'were steadier',
  },
  std: {
    field: 'clean.stdMs',
    of: ({ clean }) => (clean.n >= 5 ? clean.stdMs : null),
    words: 'By the standard deviation of the green laps, cars with enough of them',
    better: 'had a smaller one',
  },
  'consistency-score': {
    field: 'consistencyScore',
    of: ({ consistencyScore }) => consistencyScore,
    words: 'By consistency score',
    better: 'had a higher score',
    isUp: true,
  },
}

/** The field in order of a figure, and where the car that asks stands in it. */
export const ranking: AnswerIntent = async (ask) =>
  placeNamed(ask) === undefined ? await ofLaps(ask) : await fastestWhere(ask)

const ofLaps = aboutRace((telling) => {
  const { ask, race } = telling
  const order = orderAsked(ask.part.figure, ask.part.text)
  const own = ask.part.scope.car === undefined ? undefined : telling.carIn(ask.part.scope.car)
  const key = own?.key ?? mostCars(telling)
  const cars = inOrder(telling, order, key)
  if (cars.length === 0)
    return {
      outcome: 'not-in-data',
      sentences: [note`No car of ${raceNamed(race)} has that figure.`],
      suggestions: ['What is missing in the data?'],
    }
  const isSlowest = /\b(?:slowest|last|worst)\b/i.test(ask.part.text)
  const count = countAsked(ask.part.text)
  const shown = isSlowest ? cars.slice(-1) : cars.slice(0, count)
  const list = shown.map((car): Piece => [exact(car.own('car')), ' ', exact(car.own(order.field))])
  const top = fact`${order.words}, ${raceNamed(race)}: ${isSlowest ? 'the last is ' : ''}${listed(list)}.`
  const mine = own && standing(telling, order, own, cars)
  const isMine = /\b(?:my|i|me|mine|where)\b/i.test(ask.part.text)
  return {
    sentences:
      isMine && mine ? [mine.sentence, top] : [top, mine?.sentence, unranked(telling, order, key)],
    asked: [...(isMine && mine ? mine.asked : []), ...shown.map((car) => car.own(order.field))],
    suggestions: [
      'Who is quickest in which section?',
      'Was I quicker than where I finished?',
      'Who won?',
    ],
  }
})

function orderAsked(figure: string | undefined, text: string): Order {
  const named = figure === undefined ? undefined : orders[figure]
  if (named !== undefined) return named
  return /\b(?:best|fastest) lap|lap times?\b/i.test(text) ? (orders['best'] ?? byPace) : byPace
}

function countAsked(text: string): number {
  const [, count] =
    new RegExp(`\\btop[ -](${numberPattern})\\b`, 'i').exec(text.toLowerCase()) ?? []
  return Math.min(10, (count === undefined ? undefined : numberOf(count)) ?? 5)
}

function mostCars({ race }: RaceTelling): string {
  const [most] = Object.entries(race.race.classes).toSorted(([, a], [, b]) => b.laps - a.laps)
  return most?.[0] ?? 'none'
}

function inOrder({ race, carIn }: RaceTelling, order: Order, key: string): readonly CoachedCar[] {
  const cars = race.race.classes[key]?.cars ?? []
  const sign = order.isUp === true ? -1 : 1
  return race.patterns
    .filter((pattern) => cars.includes(pattern.car) && order.of(pattern) !== null)
    .toSorted((a, b) => sign * ((order.of(a) ?? 0) - (order.of(b) ?? 0)))
    .flatMap(({ car }) => carIn(car) ?? [])
}

function standing(
  { keep }: RaceTelling,
  order: Order,
  own: CoachedCar,
  cars: readonly CoachedCar[],
) {
  const value = order.of(own.pattern)
  if (value === null) return undefined
  const mine = own.own(order.field)
  if (order === byPace)
    return {
      asked: [own.own('lap.paceRank')],
      sentence: fact`Car ${short(own.own('car'))} is ${rankCited(own.own('lap.paceRank'), own.own('lap.paceOf'))} by pace with ${exact(mine)}, the track taken out, over ${countCited(own.own('lap.paceN'), 'green lap')}.`,
    }
  const sign = order.isUp === true ? -1 : 1
  const ahead = cars.filter(({ pattern }) => sign * ((order.of(pattern) ?? 0) - value) < 0)
  if (ahead.length === 0)
    return {
      asked: [mine],
      sentence: fact`Car ${short(own.own('car'))} is the first of them with ${exact(mine)}.`,
    }
  const count = keep(
    computedFact(
      'count',
      ahead.map((car) => car.own(order.field)),
      'count',
      'Cars that are better',
    ),
  )
  const all = keep(
    computedFact(
      'count',
      cars.map((car) => car.own(order.field)),
      'count',
      'Cars that have the figure',
    ),
  )
  return {
    asked: [mine, count],
    sentence: fact`Car ${short(own.own('car'))} has ${exact(mine)}; ${exact(count)} of ${exact(all)} cars ${order.better}.`,
  }
}

/** Cars that lack the figure, so that nobody takes the list for the whole field. */
function unranked({ race, keep, carIn }: RaceTelling, order: Order, key: string) {
  const cars = race.race.classes[key]?.cars ?? []
  const without = race.patterns.filter(
    (pattern) => cars.includes(pattern.car) && order.of(pattern) === null,
  )
  if (without.length === 0) return undefined
  const count: Written['facts'] = without.flatMap(({ car }) => carIn(car)?.own('cleanLaps') ?? [])
  const cited = keep(computedFact('count', count, 'count', 'Cars without the figure'))
  return note`${countCited(cited, 'car')} did too few laps to be in that order.`
}
