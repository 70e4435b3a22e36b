import { fact } from '#core/composer/say.ts'
import type { Sentence } from '#core/protocol/documents/sentence.ts'
import { placeField, positionNamed } from '../in-race.ts'
import type { CarTelling } from '../telling.ts'

/** "Why did I win?", asked by the one who was 16th: what the question takes for granted and is not so. */
export function notThatPlace({ ask, car, who, race }: CarTelling): Sentence | undefined {
  const text = ask.part.text.toLowerCase()
  const { position, positionOnRoad } = car.pattern
  if (/\b(?:disqualif\w*|dsq|excluded|thrown out)\b/.test(text) && position === positionOnRoad)
    return fact`No disqualification shows for ${who.you}.`
  const isLast = /\b(?:last|dead last|bottom)\b(?! lap| race| time)/.test(text)
  const places = race.patterns.flatMap((one) => one[placeField(race)] ?? [])
  const named = isLast ? Math.max(...places) : positionNamed(text)
  if (named === undefined || named === position || named === positionOnRoad) return undefined
  if (isLast) return fact`${who.You} did not finish last.`
  return named === 1
    ? fact`${who.You} did not win.`
    : fact`${who.You} did not finish in that place.`
}
