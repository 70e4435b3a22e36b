import type { Fact } from '#core/domain/fact.ts'
import { sectionIds } from '#core/domain/quantity.ts'
import type { Scope } from '#core/protocol/chat/scope.ts'
import type { Background } from './background.ts'
import { followUpOf } from './follow-up.ts'
import type { Mention } from '../entities/mention.ts'
import type { Reading } from '../entities/reading.ts'

/** Answers that name another car than the one that asks: "him" is that one from then on. */
const namesAnother = new Set(
  'position fastest-lap onboard several-cars ranking fastest-where quickest-last-laps who-passed stuck-behind retired work-on summary compare-cars gaps got-away'.split(
    ' ',
  ),
)
const him = /\b(?:he|him|his|she|her|(?:that|this) (?:car|guy|driver|bloke))\b/
const one = /\b(?:that|this) one\b/
const named: ReadonlySet<Mention['type']> = new Set(['car', 'bare', 'partner', 'own-car'])

type Named = { readonly reading: Reading; readonly text: string }

type Past = { readonly text?: string; readonly scope: Scope; readonly facts?: readonly Fact[] }

/** "Who won?", "was he quicker than me?": the car that the answer before named. */
export function withNamedBefore(
  reading: Reading,
  text: string,
  last: Past | undefined,
  { own, screen, isSameScreen }: Background,
): Named {
  const { intents = [], car, cars = [] } = last?.scope ?? {}
  const me = own ?? screen.car
  const isAnother = intents.some((id) => namesAnother.has(id)) && (car ?? me) === me
  const isSeveral = intents.includes('several-cars')
  const isHim = him.test(text) || (isSeveral && one.test(text))
  const isSaid = isHim && !reading.mentions.some(({ type }) => named.has(type))
  // "Was she quicker than 5?", "where does she lose?": she is who she was.
  const isKept = him.test(last?.text?.toLowerCase() ?? '')
  if (!isAnother || !isSaid || !isSameScreen || isKept) return { reading, text }
  const isCompared = intents.includes('compare-cars') && cars.length < 3
  if (cars.length > 1 && !isSeveral && !isCompared) return { reading, text }
  const number = carOf(last?.facts ?? [], isSeveral ? undefined : me)
  if (number === undefined) return { reading, text }
  const mentions = [...reading.mentions, { type: 'car', number } as const]
  // Told as of that car, not as the asker's own.
  return { reading: { ...reading, mentions }, text: `${text} (car ${number})` }
}

/** The first car that the answer cited, other than this one. */
function carOf(facts: readonly Fact[], other: string | undefined): string | undefined {
  const cars = facts.flatMap(({ id, value }) =>
    /[#.]car$/.test(id) && typeof value === 'string' ? [value] : [],
  )
  return cars.find((car) => car !== other)
}

const placed = new Set(
  'where-time work-on card strengths summary same-section onboard sub-sections radio-line is-it-much'.split(
    ' ',
  ),
)
const there =
  /(?<!\b(?:is|was|were|are|has|have|will|had) )\b(?:in |over )?(?:there|that (?:section|sector|part|bit|one))\b(?! (?:a|any|is|was|were|are|been|no)\b)/

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
