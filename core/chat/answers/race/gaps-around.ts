import { countCited } from '#core/composer/cited-names.ts'
import type { CoachedCar } from '#core/composer/coached-car.ts'
import { exact, fact, listed, type Piece, short } from '#core/composer/say.ts'
import { computedFact } from '../../computed-fact.ts'
import { sideAsked } from './ahead-or-behind.ts'
import { gapAt } from './gap-at.ts'
import { was } from './gap-over.ts'
import { lapAt, lastLapOf } from '../in-race.ts'
import { somebodyNear } from './somebody-near.ts'
import type { CarTelling, Written } from '../telling.ts'

/** The place at the end of a lap and the cars around it: first the side, or the leader, that is asked about. */
export function gapsAround(telling: CarTelling, lap: number): Written {
  const { ask, car, who } = telling
  const { text } = ask.part
  const entry = lapAt(car.pattern, lap)
  const at = (field: string) => car.own(`laps.${lap}.${field}`)
  if (entry === undefined || entry.position === null)
    return {
      outcome: 'not-in-data',
      sentences: [fact`The sheet has no race time of ${who.you} for ${exact(at('lap'))}.`],
    }
  const suggestions = ['When did the car ahead get away?', 'What happened on that lap?']
  if (asksForAll.test(text)) return { ...allAhead(telling, lap, entry.position), suggestions }
  const near = somebodyNear(telling, lap)
  if (near !== undefined) return near
  const leader = carAt(telling, lap, 1)
  const behind = carAt(telling, lap, entry.position + 1)
  const toLeader = leader && entry.position > 2 ? gapAt(telling, car, leader, lap) : undefined
  const fromBehind = behind && gapAt(telling, behind, car, lap)
  const isAhead = entry.ahead !== null && entry.intervalMs !== null
  const end = lap === lastLapOf(car.pattern)?.lap ? ' your last in the race,' : ''
  const endTold = who.You === 'You' ? end : end.replace('your', 'its')
  const place = isAhead
    ? fact`At the end of ${exact(at('lap'))},${endTold} ${who.you} ${was(who.You)} ${exact(at('position'))}, ${exact(at('intervalMs'))} behind ${exact(at('ahead'))}.`
    : fact`At the end of ${exact(at('lap'))},${endTold} ${who.you} led: ${exact(at('position'))}.`
  const atLeader =
    leader &&
    toLeader &&
    fact`The leader, ${exact(leader.own('car'))}, was ${exact(toLeader)} ahead.`
  const atBack =
    behind && fromBehind && fact`Car ${short(behind.own('car'))} was ${exact(fromBehind)} behind.`
  const side = sideAsked(text)
  if (side === 'ahead' && isAhead && asksWho.test(text))
    return {
      sentences: [
        fact`Car ${short(at('ahead'))} was right ahead of ${who.you} at the end of ${exact(at('lap'))}, by ${exact(at('intervalMs'))}; ${who.you} ${was(who.You)} ${exact(at('position'))}.`,
      ],
      asked: [at('ahead'), at('intervalMs')],
      suggestions,
    }
  if (side === 'behind' && atBack !== undefined)
    return { sentences: [atBack, place], asked: [fromBehind], suggestions }
  if (atLeader !== undefined && ofLeader.test(text))
    return { sentences: [atLeader, place], asked: [toLeader], suggestions }
  return {
    sentences: [place, atLeader, atBack],
    asked: [isAhead ? at('intervalMs') : at('position'), ...(toLeader ? [toLeader] : [])],
    suggestions,
  }
}

const asksWho = /\b(?:who|whos|who's|which|what car)\b/i
const ofLeader = /\b(?:w[io]n\w*|lead\w*|first|front of the (?:race|field))\b/i
const asksForAll =
  /\bhow many (?:cars|drivers|people|guys|others)\b|\b(?:which|what|all(?: the)?) (?:cars|drivers|ones|guys|people)\b.*\b(?:ahead|in front)\b|\bwho all\b|\beveryone (?:ahead|in front)\b/i
const mostNamed = 12

/** "How many cars were ahead of me?", "which cars were?": in race order. */
function allAhead(telling: CarTelling, lap: number, position: number): Written {
  const { car, who, keep, race, carIn } = telling
  const cars = race.patterns
    .filter((pattern) => (lapAt(pattern, lap)?.position ?? Infinity) < position)
    .toSorted((a, b) => (lapAt(a, lap)?.position ?? 0) - (lapAt(b, lap)?.position ?? 0))
    .flatMap((pattern) => carIn(pattern.car) ?? [])
  const at = (field: string) => car.own(`laps.${lap}.${field}`)
  if (cars.length === 0)
    return {
      sentences: [
        fact`None: ${who.you} led at the end of ${exact(at('lap'))}, ${exact(at('position'))}.`,
      ],
      asked: [at('position')],
    }
  const numbers = cars.map((one) => one.own('car'))
  const count = keep(computedFact('count', numbers, 'count', `Lap ${lap}: cars ahead`))
  const named: Piece =
    cars.length > mostNamed ? '' : [': ', listed(numbers.map((number) => exact(number)))]
  return {
    sentences: [
      fact`${countCited(count, 'car')} ${numbers.length === 1 ? 'was' : 'were'} ahead of ${who.you} at the end of ${exact(at('lap'))}${named}.`,
      fact`${who.You} ${was(who.You)} ${exact(at('position'))}.`,
    ],
    asked: [count, ...(cars.length > mostNamed ? [] : numbers)],
  }
}

function carAt({ race, carIn }: CarTelling, lap: number, place: number): CoachedCar | undefined {
  const found = race.patterns.find((pattern) => lapAt(pattern, lap)?.position === place)
  return found && carIn(found.car)
}
