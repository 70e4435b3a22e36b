import type { Mention } from '../entities/mention.ts'
import { numberOf, ordinalPattern } from '../entities/number-text.ts'
import type { Reading } from '../entities/reading.ts'
import { findAll } from '../entities/reading.ts'

const grade =
  'best|fastest|quickest|slowest|worst|biggest|largest|greatest|smallest|highest|lowest|closest|tightest|narrowest|widest|steadiest|longest|strongest|weakest|most|least'
const after = 'next|2nd|second'

/** "My second best lap", "the third quickest car": the rank is kept, the rest reads as without it. */
export function findOrdinals(reading: Reading): Reading {
  if (reading.mentions.some((one) => one.type === 'wanted' && one.wanted.as === 'nth'))
    return reading
  const further = findAll(
    reading,
    /\bnext (?:thing |one )?to (?=(?:fix|work|improve|tackle|sort|do)\b)/g,
    () => ({
      mentions: [{ type: 'nth', nth: 2 }],
      put: 'to ',
    }),
  )
  return findAll(
    further,
    new RegExp(`\\b(?<nth>${ordinalPattern}|${after})[ -](?=(?:${grade})\\b)`, 'g'),
    ({ nth = '' }) => {
      const rank = numberOf(nth) ?? 2
      return rank < 2 ? undefined : { mentions: [{ type: 'nth', nth: rank }], put: '' }
    },
  )
}

/** What a text asks for that only points on in the order of the answer before. */
export type Onward =
  | { readonly to: 'nth'; readonly nth: number }
  | { readonly to: 'next' }
  | { readonly to: 'rest' }
  /** "And the worst?": the other end of it. */
  | { readonly to: 'end' }

const lead =
  "(?:(?:and|ok|okay|so|right|then|but|now|cool|great|thanks|fine|hm+|good|what about|how about|what is|what was|what's|whats|who is|who was|who's|whos|who had|who comes|which (?:one )?(?:is|was)|tell me|give me|show me|where is|where was|is there|was there|i mean|in)[, ]+)*"
const thing =
  '(?: (?:ones?|cars?|guys?|driver|bloke|part|bit|area|place|spot|position|five|three|few|thing|two))?'
const tail =
  '(?:[, ]+(?:then|please|pls|there|now|of (?:those|them|these)|(?:on|in) (?:that|the|this) (?:list|order)|on it|in line|in order|down|after (?:that|him|it|this|her)(?: one)?|behind (?:that|him|it|her)))*'
const whole = (core: string) =>
  new RegExp(`^${lead}(?:the |my |his |her |their |a )?${core}${tail}[?!. ]*$`)

const nth = whole(
  `(?<nth>${ordinalPattern}|number (?:two|three|four|five|[2-9])|runner[- ]up)(?: (?:${grade}))?${thing}`,
)
const next = whole(
  `(?:(?:next|following|one after|ones? below)(?: (?:${grade}))?${thing}|then)|^${lead}(?:what|who|which)(?: one)? (?:comes |is |was |came )?(?:next|after (?:that|him|it|this))[?!. ]*$|^(?:and |so |ok |what )*after (?:that|him|it|this|her)(?: one)?[?!. ]*$|^${lead}what (?:comes|came|is|was) then`,
)
const rest = whole(
  `(?:rest|others?|remaining ones|rest of (?:the field|them|it|the list|the order)|other (?:ones|cars|guys|sections|sectors|two|three))`,
)

const counted =
  '(?:podiums?|wins?|victories|top[- ]?(?:threes?|fives?|tens?|3s?|5s?|10s?)|points|laps led)'
const end = whole(
  `(?:${grade}|${counted}|hottest|coolest|warmest|coldest|windiest|calmest)(?: (?:one|race|track|result|place|finish|win|margin|gap))?`,
)

/** "What about podiums?": its own words say all. */
export function isCounted(text: string): boolean {
  return whole(counted).test(text)
}

export function onwardIn(text: string): Onward | undefined {
  const said = nth.exec(text)?.groups?.['nth']
  if (said !== undefined) {
    const rank = numberOf(said.replace(/^number /, '')) ?? 2
    return rank === 1 ? undefined : { to: 'nth', nth: rank }
  }
  if (next.test(text)) return { to: 'next' }
  if (end.test(text)) return { to: 'end' }
  return rest.test(text) ? { to: 'rest' } : undefined
}

/** Who goes on with the order of an answer, asked for the next of it. */
const goesOn: Readonly<Record<string, string>> = {
  'where-time': 'where-time',
  'work-on': 'where-time',
  card: 'where-time',
  'radio-line': 'where-time',
  'compare-sections': 'where-time',
  'same-section': 'where-time',
  strengths: 'strengths',
  ranking: 'ranking',
  'fastest-lap': 'ranking',
  'fastest-where': 'fastest-where',
  'quickest-last-laps': 'quickest-last-laps',
  position: 'position',
  'best-lap': 'nth-lap',
  'worst-lap': 'nth-lap',
  'nth-lap': 'nth-lap',
  'top-speed': 'top-speed',
  'closest-race': 'closest-race',
  'biggest-spread-track': 'biggest-spread-track',
  'season-results': 'season-results',
  movers: 'movers',
  'weather-extreme': 'weather-extreme',
  spread: 'spread',
  consistency: 'consistency',
}

/** Answers that tell both ends of an order of races. */
const hasEnds = new Set(
  'season-results closest-race biggest-spread-track most-yellows weather-extreme ranking fastest-where movers spread consistency'.split(
    ' ',
  ),
)

/** Of these there is no second. */
const onlyEnds = new Set('spread consistency weather-extreme'.split(' '))

export function onwardIntent(previous: string | undefined, onward: Onward): string | undefined {
  if (previous === undefined) return undefined
  const isThere = onward.to === 'end' ? hasEnds.has(previous) : !onlyEnds.has(previous)
  return isThere ? goesOn[previous] : undefined
}

/** The rank that a text asks for; that of the texts before it counts where it says "the next one". */
export function rankAfter(texts: readonly string[], onward: Onward, intent: string): Mention[] {
  if (onward.to === 'end') return []
  if (onward.to === 'rest') return [{ type: 'rest' }]
  const nth = onward.to === 'nth' ? onward.nth : rankOfNext(texts)
  if (intent === 'nth-lap') {
    const end = texts.some((text) => /\b(?:worst|slowest|slow)\b/.test(text)) ? 'worst' : 'best'
    return [{ type: 'wanted', wanted: { as: 'nth', nth, end } }]
  }
  return [{ type: 'nth', nth, ...(onward.to === 'next' && { isNext: true }) }]
}

function rankOfNext(texts: readonly string[]): number {
  let rank = 1
  for (const text of texts.toReversed()) {
    const before = onwardIn(text)
    if (before === undefined || before.to === 'end') {
      rank += (rankIn(text) ?? 1) - 1
      break
    }
    if (before.to === 'nth') {
      rank += before.nth - 1
      break
    }
    rank += 1
  }
  return rank + 1
}

function rankIn(text: string): number | undefined {
  const [found] = findOrdinals({ text, mentions: [] }).mentions
  return found?.type === 'nth' ? found.nth : undefined
}
