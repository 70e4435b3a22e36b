import type { CoachedCar } from '#core/composer/coached-car.ts'
import { exact, fact } from '#core/composer/say.ts'
import {
  asAsked,
  isOfResult,
  neighbourInResult,
  placesOfBoth,
  sideAsked,
} from './ahead-or-behind.ts'
import { lapAsked, lapAt, lastLapOf, partnerIn, placeField } from '../in-race.ts'
import type { AnswerIntent, Ask } from '../../draft.ts'
import { asksForMargin, gapOfPlaces } from './gap-of-places.ts'
import { asksForBiggestLead, biggestLead } from './biggest-lead.ts'
import { gapAt } from './gap-at.ts'
import { asksForTrace, gapTrace } from './gap-trace.ts'
import { behindOrAhead, commonLaps, gapOver, was } from './gap-over.ts'
import { gapsAround } from './gaps-around.ts'
import { gapToPlace } from './gap-to-place.ts'
import { noSuchLap, position } from './position.ts'
import { aboutCar, type CarTelling, type Written } from '../telling.ts'
import { asksYesNo } from '../yes-no.ts'

/** Intervals at the line: to a car that is named, else to the cars around and to the leader. */
export const gaps: AnswerIntent = async (ask) => {
  if (asksForBiggestLead(ask)) return await biggestLead(ask)
  if (asksForGapsOfTop(ask)) return await position(ask)
  return asksForMargin(ask) ? await gapOfPlaces(ask) : await gapsOfCar(ask)
}

/** "Gaps at the finish, top 10": the list of the first ones, each with its gap. */
const asksForGapsOfTop = ({ part: { text } }: Ask) =>
  /\b(?:gaps|intervals|margins)\b/i.test(text) &&
  /\btop \w+|\bfirst (?:three|five|six|ten|\d+)\b/i.test(text)

const gapsOfCar = aboutCar((telling) => {
  const partner = partnerIn(telling.ask, telling.car)
  const other = partner === undefined ? toPodium(telling) : telling.carIn(partner)
  if (other !== undefined)
    return (
      (asksForTrace(telling.ask) ? gapTrace(telling, other) : undefined) ??
      gapToPlace(telling, other) ??
      toCar(telling, other)
    )
  const { text } = telling.ask.part
  const named = lapAsked(telling.ask)
  const side = sideAsked(text)
  const isOfEnd = named === undefined && side !== undefined && isOfResult(text)
  const next = isOfEnd ? neighbourInResult(telling, side) : undefined
  if (next !== undefined) return next
  const lap = named ?? lastLapOf(telling.car.pattern)?.lap
  if (lap === undefined || lapAt(telling.car.pattern, lap) === undefined) return noSuchLap(telling)
  return gapsAround(telling, lap)
})

/** "Gap to the podium": to the third car of the result, for one that is further back. */
function toPodium({ ask, car, race, carIn }: CarTelling): CoachedCar | undefined {
  if (!/\bpodium\b/i.test(ask.part.text)) return undefined
  const field = placeField(race, ask.part.text)
  const third = race.patterns.find((pattern) => pattern[field] === 3)
  return third === undefined || (car.pattern[field] ?? 4) <= 3 ? undefined : carIn(third.car)
}

/** Who was in front of whom. */
const ofOrder = /\b(?:beat\w*|ahead of|in front of|before|behind|after|lose to|lost to)\b/i

function toCar(telling: CarTelling, other: CoachedCar): Written {
  const { car, ask } = telling
  const laps = commonLaps(car, other)
  const last = laps.at(-1)
  if (last === undefined)
    return {
      outcome: 'not-in-data',
      sentences: [
        fact`There is no lap of this race that both ${exact(car.own('car'))} and ${exact(other.own('car'))} have a race time for.`,
      ],
    }
  const named = ask.part.scope.laps ?? []
  const [first, final] = [named[0], named.at(-1)]
  const ends = laps.filter((lap) => lap === first || lap === final)
  const over = first === final ? [] : gapOver(telling, other, ends)
  if (over.length > 0)
    return {
      sentences: over.map(({ sentence }) => sentence),
      asked: over.flatMap((one) => one.gaps),
    }
  return {
    ...toCarAt(telling, other, laps, last),
    suggestions: [
      `When did car ${other.pattern.car} get away?`,
      `Compare me with car ${other.pattern.car}`,
    ],
  }
}

/** The gap at the end of the lap that is named, else of the last one, beside the smallest one. */
function toCarAt(
  telling: CarTelling,
  other: CoachedCar,
  laps: readonly number[],
  last: number,
): Written {
  const { car, who, ask } = telling
  const { text } = ask.part
  const asked = lapAsked(ask)
  const lap = asked !== undefined && laps.includes(asked) ? asked : last
  const gap = gapAt(telling, car, other, lap)
  const order = byDistance(car, other, laps)
  const [closest = lap, widest = lap] = [order[0], order.at(-1)]
  const smallest = closest === lap ? undefined : gapAt(telling, car, other, closest)
  const isWidest = /\b(?:biggest|largest|widest|furthest|greatest|worst)\b/i.test(text)
  const largest = isWidest ? gapAt(telling, car, other, widest) : undefined
  const isClosest =
    asked === undefined &&
    !isOfResult(text) &&
    /\bclos(?:e|est|er)\b|\bnearest\b|\b(?:smallest|tightest|minimum)\b/i.test(text)
  const places = asked === undefined && isOfResult(text) ? placesOfBoth(telling, other) : undefined
  const isAhead = Number(gap?.value) < 0
  const isEver = /\b(?:ever|at any (?:point|time|stage))\b/i.test(text)
  const everAhead = laps.findLast((one) => isAheadAt(car, other, one))
  const wasAt =
    gap &&
    fact`At the end of ${exact(car.own(`laps.${lap}.lap`))}${lap === last ? ', the last that both did,' : ''} ${who.you} ${was(who.You)} ${behindOrAhead(gap)}${exact(other.own('car'))}.`
  const closestTold =
    smallest &&
    fact`The two were closest at the end of ${exact(car.own(`laps.${closest}.lap`))}: ${exact(smallest)}.`
  const isFirst = asksYesNo(text) || endsHigher.test(text)
  return {
    verdict: ofOrder.test(text)
      ? asAsked(text, isEver ? everAhead !== undefined : (places?.isAhead ?? isAhead))
      : undefined,
    sentences: [
      isEver && everAhead !== undefined
        ? fact`${who.You} ${was(who.You)} ahead of ${exact(other.own('car'))} at the end of ${exact(car.own(`laps.${everAhead}.lap`))}.`
        : undefined,
      isFirst ? places?.sentence : undefined,
      largest &&
        fact`The two were furthest apart at the end of ${exact(car.own(`laps.${widest}.lap`))}: ${exact(largest)}.`,
      isClosest ? closestTold : undefined,
      wasAt,
      isFirst || places?.isAhead === isAhead ? undefined : places?.sentence,
    ],
    asked: [largest, gap],
  }
}

/** "Which of the two finished higher?" */
const endsHigher = /\bfinish(?:ed)? (?:higher|lower|ahead|in front|first|behind|better)\b/i

const isAheadAt = (car: CoachedCar, other: CoachedCar, lap: number) =>
  (lapAt(car.pattern, lap)?.elapsedMs ?? Infinity) <
  (lapAt(other.pattern, lap)?.elapsedMs ?? -Infinity)

/** Laps by how far apart the two were at their end, the closest first. */
function byDistance(
  car: CoachedCar,
  other: CoachedCar,
  laps: readonly number[],
): readonly number[] {
  const apart = (lap: number) =>
    Math.abs(
      (lapAt(car.pattern, lap)?.elapsedMs ?? Infinity) -
        (lapAt(other.pattern, lap)?.elapsedMs ?? 0),
    )
  return laps.toSorted((a, b) => apart(a) - apart(b))
}
