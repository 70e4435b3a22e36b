import type { CoachedCar } from '#core/composer/coached-car.ts'
import { exact, fact, type Piece, short } from '#core/composer/say.ts'
import { gapAt } from './gap-at.ts'
import { commonLaps } from './gap-over.ts'
import { placeField } from '../in-race.ts'
import { orderTold } from './result-order.ts'
import type { CarTelling, Written } from '../telling.ts'

/** "Did I beat 21?": by the result, not by a lap. */
const ofResult =
  /\b(?:beat\w*|cross\w*|(?:finish(?:ing)? )?line|finish\w*|classif\w*|results?|place[ds]?|flag|came (?:in|home)|end(?:ed)? up)\b/i
const behindAsked = /\b(?:behind|after|los(?:e|t) (?:out )?to)\b/i
/** The other one is spoken of: "did 21 beat me?", "was 21 ahead of me?" */
const isTurned =
  /\b(?:beat\w*|ahead of|in front of|before|behind|after|los(?:e|t) (?:out )?to) (?:me|us)\b/i

export const isOfResult = (text: string): boolean => ofResult.test(text)

/** Whether the car is where the question says, next to the other one: `isAhead` as the order has it. */
export function asAsked(text: string, isAhead: boolean): boolean {
  return behindAsked.test(text) === isTurned.test(text) ? isAhead : !isAhead
}

/** The two places of the result: "You finished P13, car 21 P11". */
export function placesOfBoth(telling: CarTelling, other: CoachedCar) {
  const { car, who, race } = telling
  const field = placeField(race)
  const [own, theirs] = [car.pattern[field], other.pattern[field]]
  if (own === null || theirs === null) return undefined
  return {
    isAhead: own < theirs,
    sentence: fact`${who.You} finished ${exact(car.own(field))}, ${exact(other.own('car'))} ${exact(other.own(field))}${orderTold(race)}.`,
  }
}

/** Which side of the car is asked about, where it is one: "who was behind me?", "the gap behind". */
export function sideAsked(text: string): 'ahead' | 'behind' | undefined {
  if (/\bhow (?:far|much) (?:ahead|in front|clear|up the road)\b/i.test(text)) return 'behind'
  const isAhead = /\b(?:ahead|in front)\b/i.test(text)
  if (
    !isAhead &&
    /\b(?:behind|after|following|chasing|on the tail of) (?:me|us|him|her|it|my|our|car\b|#?\d)|\b(?:cars?|one|guy|gap|interval|driver|anyone|somebody|someone|next|anybody|lead)\b.{0,12} (?:right |just |directly |close )*(?:behind|back)\b|\b(?:behind|back)\?*$/i.test(
      text,
    ) &&
    !/\bwas i\b|\bi (?:was|am|finished)\b/i.test(text)
  )
    return 'behind'
  return isAhead && !/\bbehind\b/i.test(text) ? 'ahead' : undefined
}

/** The car one place ahead in the result, or behind, and how far over the line it was. */
export function neighbourInResult(
  telling: CarTelling,
  side: 'ahead' | 'behind',
): Written | undefined {
  const { ask, car, who, race, carIn } = telling
  const { text } = ask.part
  const field = placeField(race, text)
  const own = car.pattern[field]
  if (own === null) return undefined
  const found = race.patterns.find(
    (pattern) => pattern[field] === own + (side === 'ahead' ? -1 : 1),
  )
  const other = found && carIn(found.car)
  const verb = side === 'ahead' ? 'ahead of' : 'behind'
  if (other === undefined)
    return {
      sentences: [
        fact`Nobody finished ${verb} ${who.you}: ${exact(car.own(field))}${orderTold(race, text)}.`,
      ],
      asked: [car.own(field)],
      suggestions: ['Who was on the podium?'],
    }
  const lap = commonLaps(car, other).at(-1)
  const isSameLap = car.pattern.lapsDone === other.pattern.lapsDone
  const gap = lap === undefined || !isSameLap ? undefined : gapAt(telling, car, other, lap)
  const way = Number(gap?.value ?? 0) >= 0 ? 'ahead' : 'behind'
  const told: Piece = gap === undefined ? '' : [', ', exact(gap), ` ${way} at the line`]
  return {
    sentences: [
      fact`Car ${short(other.own('car'))} finished right ${verb} ${who.you}: ${exact(other.own(field))}${told}.`,
      fact`${who.You} finished ${exact(car.own(field))}${orderTold(race, text)}.`,
    ],
    asked: [other.own('car'), gap],
    suggestions: [`Compare me with car ${other.pattern.car}`, 'Who was on the podium?'],
  }
}
