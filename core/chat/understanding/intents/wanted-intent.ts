import type { Mention, Wanted } from '../entities/mention.ts'
import type { Reading } from '../entities/reading.ts'

/** Which intent answers what is wanted of the laps. */
const answeredBy: Readonly<Record<Wanted['as'], string>> = {
  row: 'best-run',
  nth: 'nth-lap',
  limit: 'laps-within',
  within: 'laps-within',
  side: 'laps-within',
  close: 'laps-within',
  nearest: 'nearest-lap',
  clock: 'lap-clock',
  difference: 'figure-difference',
  sum: 'lap-sum',
  worth: 'time-worth',
}

/** The intent of what is wanted, if anything is. */
export function intentOfWanted(mentions: readonly Mention[]): string | undefined {
  const wanted = wantedIn(mentions)
  return wanted && answeredBy[wanted.as]
}

/** Differences that an answer is about anyway: the best lap off the composite, or off the ideal lap. */
function isToldBy(intent: string, wanted: Wanted): boolean {
  if (wanted.as !== 'difference') return false
  if (intent === 'composite') return wanted.of.includes('composite')
  if (!wanted.of.includes('best')) return false
  return (
    (intent === 'gap-to-composite' && wanted.of.includes('composite')) ||
    (intent === 'ideal-lap' && wanted.of.includes('ideal'))
  )
}

export function answersWanted(intent: string, wanted: Wanted): boolean {
  const { as } = wanted
  const isItsOwn = isToldBy(intent, wanted) || answeredBy[as] === intent
  return isItsOwn || otherwise.has(intent) || (as === 'nth' && inOrder.has(intent))
}

/** Those that answer nothing else; a lap's hour may be the best lap's. */
export const wantedIntents: ReadonlySet<string> = new Set(
  Object.values(answeredBy).filter((id) => id !== 'lap-clock' && id !== 'nearest-lap'),
)

/** The one that says most: "the mean of my second best five in a row" is about five in a row. */
const order: readonly Wanted['as'][] = [
  'row',
  'sum',
  'difference',
  'close',
  'within',
  'limit',
  'side',
  'nearest',
  'clock',
  'nth',
  'worth',
]

export function wantedIn(mentions: readonly Mention[]): Wanted | undefined {
  const all = mentions.flatMap((one) => (one.type === 'wanted' ? [one.wanted] : []))
  return all.toSorted((a, b) => order.indexOf(a.as) - order.indexOf(b.as))[0]
}

/** Answers that take such words into account themselves, or are about something else altogether. */
const otherwise = new Set(
  'streaks weather-at-lap weather-range weather-matter race-facts pace-needed compare-cars compare-races gaps stuck-behind held-up in-tow top-speed track-facts pit-stops flags lap-deleted season-results several-cars'.split(
    ' ',
  ),
)

/** Answers that are orders themselves: there the second one is a place in them. */
const inOrder = new Set(
  'ranking fastest-where strengths where-time closest-race biggest-spread-track movers position quickest-last-laps compare-sections'.split(
    ' ',
  ),
)

/** Asked with a time beside it, these are about that time. */
const ofTimes = new Set(['is-it-much', 'laps-within'])

/** "What was my second best lap?" has the words of the best lap and is another question. */
export function ofWanted(intent: string, { mentions, text }: Reading): string | undefined {
  const wanted = wantedIn(mentions)
  if (wanted === undefined) return undefined
  // "Why was lap 9 a 1:45?" asks what its words ask.
  if (wanted.as === 'worth') return ofTimes.has(intent) ? 'time-worth' : undefined
  // Streaks have no number: "my best five in a row" are not the longest run. A count of close laps is of nobody alone.
  if (isToldBy(intent, wanted)) return intent
  const isOfOne = !mentions.some(({ type }) => ['car', 'bare', 'partner'].includes(type))
  const isOwnDifference = wanted.as === 'difference' && intent.startsWith('compare-') && isOfOne
  const isItsOwn =
    isOwnDifference || wanted.as === 'close' || (intent === 'streaks' && wanted.as === 'row')
  if (otherwise.has(intent) && !isItsOwn) return undefined
  // "Which car is closest to its ideal lap?" asks for an order of cars.
  if (wanted.as === 'nearest' && /\b(?:who|which car|anyone|anybody)\b/.test(text)) return undefined
  if (wanted.as === 'nth' && inOrder.has(intent)) return undefined
  // "The last lap took over five minutes?" counts no laps.
  const isOfLap = mentions.some(({ type }) => type === 'lap' || type === 'lap-name')
  if (wanted.as === 'limit' && isOfLap && !/\bhow many\b|\blaps\b/.test(text))
    return wanted.side === 'above' ? 'why-slow' : 'lap-apart'
  const isOfTwoCars =
    mentions.filter(({ type }) => type === 'car' || type === 'bare' || type === 'partner').length >
    1
  const isWord = intent === 'meaning' && !/\b(?:my|mine|his|her|its|CAR)\b/.test(text)
  return isOfTwoCars || isWord || /\bexplain\b/.test(text) ? undefined : answeredBy[wanted.as]
}
