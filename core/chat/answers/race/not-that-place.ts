import { fact } from '#core/composer/say.ts'
import type { Sentence } from '#core/protocol/documents/sentence.ts'
import { placeField, positionNamed } from '../in-race.ts'
import type { CarTelling } from '../telling.ts'

const aPlace =
  /\bp ?\d{1,2}\b|\b\d{1,2}(?:st|nd|rd|th)\b|\b(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth)\b/g
/** "I was 8th after lap 1 and finished 20": one of the places is that of a moment. */
const onTheWay =
  /\b(?:after lap|on lap|at the start|from|dropped|fell|went|slipped)\b|\b(?:was|were|running|lying)\b.*\b(?:and|then|but|to)\b/

/** "Why did I win?", asked by the one who was 16th: what the question takes for granted and is not so. */
export function notThatPlace({ ask, car, who, race }: CarTelling): Sentence | undefined {
  const text = ask.part.text.toLowerCase()
  const { position, positionOnRoad } = car.pattern
  if (/\b(?:disqualif\w*|dsq|excluded|thrown out)\b/.test(text) && position === positionOnRoad)
    return fact`No disqualification shows for ${who.you}.`
  const isLast = /\b(?:last|dead last|bottom)\b(?! lap| race| time)/.test(text)
  const places = race.patterns.flatMap((one) => one[placeField(race)] ?? [])
  const isOnTheWay = onTheWay.test(text) || (text.match(aPlace) ?? []).length > 1
  const named = isLast ? Math.max(...places) : isOnTheWay ? undefined : positionNamed(text)
  if (named === undefined || named === position || named === positionOnRoad) return undefined
  if (isLast) return fact`${who.You} did not finish last.`
  return named === 1
    ? fact`${who.You} did not win.`
    : fact`${who.You} did not finish in that place.`
}
