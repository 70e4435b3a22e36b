import type { Fact } from '#core/domain/fact.ts'
import { sectionIds } from '#core/domain/quantity.ts'
import type { Scope } from '#core/protocol/chat/scope.ts'
import type { Background } from './background.ts'
import { followUpOf } from './follow-up.ts'
import { itemsOf } from './items.ts'
import type { Mention } from '../entities/mention.ts'
import type { Reading } from '../entities/reading.ts'

/** Answers that name other cars first: "him" is the first of them from then on. */
const namesAnother = new Set(
  'position fastest-lap onboard several-cars ranking fastest-where quickest-last-laps who-passed stuck-behind retired work-on summary compare-cars gaps got-away'.split(
    ' ',
  ),
)
const him = /\b(?:he|him|his|she|her|(?:that|this) (?:car|guy|driver|bloke))\b/
const one = /\b(?:that|this) one\b/
const named: ReadonlySet<Mention['type']> = new Set(['car', 'bare', 'partner', 'own-car'])
/** "Where was he slower than him?": the first of them is the one that is asked about. */
const beside =
  /(?<=\b(?:he|she)\b.*\b(?:than|to|against|from|with|off|behind|by) )(?:him|her|(?:that|this) (?:car|guy|driver|one))\b/
/** "Was he quicker?" is than me. */
const quicker = /\b(?:quicker|faster|slower|better|steadier|stronger|ahead)\b(?! (?:than|of) )/

type Named = { readonly reading: Reading; readonly text: string }

type Past = { readonly text?: string; readonly scope: Scope; readonly facts?: readonly Fact[] }

/** "Who won?", "was he quicker than me?": the car that the answer before named. */
export function withNamedBefore(
  reading: Reading,
  text: string,
  told: readonly Past[],
  { own, isOwnHim, screen, isSameScreen }: Background,
): Named {
  const last = told.at(-1)
  const same = { reading, text }
  const isNamed = reading.mentions.some(({ type }) => named.has(type))
  const isSeveral = last?.scope.intents.includes('several-cars') === true
  // "Why him?" asks for the reason of the answer; of several cars it is where he loses.
  const isWhy = followUpOf(reading) === 'why' && !isSeveral
  if (last === undefined || isNamed || isWhy || !isSameScreen) return same
  const me = own ?? screen.car
  const pattern = beside.test(text) ? beside : isSeveral && one.test(text) ? one : him
  if (isOwnHim === true && pattern === him) return same
  // "My son is in 13, how did he do?", "where does she lose?": she is who she was.
  const isOfOne = last.scope.car !== undefined
  const isKept = isOfOne && pattern === him && him.test(last.text?.toLowerCase() ?? '')
  const number = pattern.test(text) ? whomOfAny(told, me, isKept) : undefined
  if (number === undefined) return same
  const isOfMe = reading.mentions.some(({ type }) => type === 'me')
  const isQuicker = pattern === him && !isOfMe && me !== undefined && quicker.test(text)
  const mentions = [
    ...reading.mentions,
    { type: 'car', number } as const,
    ...(pattern === beside ? [{ type: 'compared' } as const] : []),
    ...(isQuicker ? [{ type: 'me' } as const] : []),
  ]
  const words = reading.text.replace(pattern, (found) => (found === 'his' ? "CAR's" : 'CAR'))
  const said = isQuicker ? `${words.replace(/[?!. ]+$/, '')} than me` : words
  // Told as of that car, not as the asker's own.
  const asked = isQuicker ? `${text.replace(/[?!. ]+$/, '')} than me?` : text
  return { reading: { text: said, mentions }, text: `${asked} (car ${number})` }
}

const farthestBack = 4

/** Whom the last answers named, where those since then were of the asker alone. */
function whomOfAny(
  told: readonly Past[],
  me: string | undefined,
  isKept: boolean,
): string | undefined {
  for (const [index, past] of told.slice(-farthestBack).toReversed().entries()) {
    const found = whomOf(past, me, isKept && index === 0)
    if (found !== undefined) return found
    if (isKept || me === undefined || (past.scope.car ?? me) !== me) return undefined
  }
  return undefined
}

/** The other one of two that were compared, else the car that an answer about this one named. */
function whomOf(
  { scope: { intents, car, cars = [] }, facts = [] }: Past,
  me: string | undefined,
  isKept: boolean,
): string | undefined {
  const others = cars.filter((each) => each !== me)
  if (cars.length === 2 && others.length === 1) return others[0]
  if (isKept) return undefined
  if (intents.includes('several-cars')) return itemsOf(facts).cars[0]
  if ((car ?? me) !== me) return undefined
  if (cars.length > 1) return undefined
  const told = itemsOf(facts).cars.filter((each) => each !== me)
  return told.length === 1 || intents.some((id) => namesAnother.has(id)) ? told[0] : undefined
}

const placed = new Set(
  'where-time work-on card strengths summary same-section onboard sub-sections radio-line is-it-much'.split(
    ' ',
  ),
)
const there =
  /(?<!\b(?:is|was|were|are|has|have|will|had) )\b(?:in |over )?(?:there|that (?:section|sector|part|bit|one)|(?<=in )it)\b(?! (?:a|any|is|was|were|are|been|no)\b)/

/** "Where do I lose most?", "which lap was my best there?": the section that the answer before put first. */
export function withPlaceBefore(
  reading: Reading,
  text: string,
  last: Past | undefined,
  { isSameScreen }: Background,
): Reading {
  const { intents = [], section } = last?.scope ?? {}
  const isNamed = reading.mentions.some(
    ({ type }) => type === 'section' || type === 'corner' || type === 'lap',
  )
  if (isNamed || section !== undefined || !isSameScreen || !there.test(text)) return reading
  if (!intents.some((id) => placed.has(id))) return reading
  const first = (last?.facts ?? []).flatMap(
    ({ id }) => /#sections\.(s[123])\./.exec(id)?.[1] ?? [],
  )[0]
  const found = sectionIds.find((id) => id === first)
  return found === undefined
    ? reading
    : {
        // Read as if it was said, so that the words are understood as with a section.
        text:
          followUpOf(reading) === 'why' ? reading.text : reading.text.replace(there, 'in SECTION'),
        mentions: [...reading.mentions, { type: 'section', section: found }],
      }
}
