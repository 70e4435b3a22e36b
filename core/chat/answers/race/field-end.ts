import { numberOf, numberPattern } from '../../understanding/entities/number-text.ts'

/** Which end of an order is asked for, and how many of it. */
export type FieldEnd = { readonly isBottom: boolean; readonly count: number }

/** What the figures of an order are like, since "highest" is the best of speeds and the worst of spreads. */
type Kind = 'less-is-better' | 'more-is-better'

const bottom =
  /\b(?:slowest|slow(?! (?:the|down|laps?|corners?))|worst|bottom|weakest|poorest|tail(?:[- ]end)?|(?:in)?consistent(?:ly)? (?:bad|slow)|inconsistent|erratic|scruff\w*|mess(?:y|ier|iest)|untid\w*|wild(?:est)?|unsteady|uneven|ragged|wobbl\w*|(?:dead |was |is |were |are |be |came |comes? )last|last (?:car|place|one|in|on|by|of)|least (?:consistent|steady|even|regular|quick|fast|improved)|most (?:scatter\w*|spread|variation|variance|varied|variable|deviation|up and down)|(?:fad\w*|dropp\w*|lost|los(?:e|es|ing)|slow(?:ed|er)\b.{0,20}|var(?:ied|ies)|scatter\w*)(?: (?:off|down|away|back|time|pace))*(?: the)? most|furthest (?:off|away|back)|most time to find)\b/i
const high = /\b(?:highest|biggest|largest|widest|greatest|longest)\b/i
const low = /\b(?:lowest|smallest|least|fewest|tightest|narrowest|shortest)\b/i
const isGood =
  /\b(?:most|least) (?:in?consistent|steady|even|regular|improved)\b|\b(?:best|fastest|quickest)\b/i
const all =
  /\b(?:field order|order (?:of|for) (?:the )?(?:field|cars)|leaderboard|every(?:one|body|one's|body's| cars?(?:'s)?| drivers?(?:'s)?| single)|each (?:car|driver)|all (?:the |of the |of them|\d+ |cars|drivers)|all(?=[?!. ]*$)|(?:whole|entire|full|complete) (?:field|grid|list|order|ranking|table|pack|lot)|rank (?:them|the (?:field|grid|cars|drivers))|list (?:the )?(?:field|grid|cars|drivers|them)|from (?:first|best|quickest|fastest) to (?:last|worst|slowest)|top to bottom)\b/i
const counted = new RegExp(
  `\\b(?:(?:top|bottom|first|last|best|worst|slowest|quickest|fastest)[ -](?<after>${numberPattern})|(?<before>${numberPattern}) (?:\\w+ )?(?:slowest|quickest|fastest|best|worst|steadiest|lowest|highest|most|least)|(?:which|what|the) (?<these>${numberPattern}) (?:cars|drivers))\\b`,
  'i',
)

/** "The three slowest", "bottom five", "rank everybody", "who is the least consistent?". */
export function endAsked(text: string, kind: Kind, usual = 5): FieldEnd {
  const words = text.replaceAll(/\bfirst\b.{0,30}\blast\b|\blast (?:\w+ )?laps?\b/gi, ' ')
  const { after, before, these } = counted.exec(words.toLowerCase())?.groups ?? {}
  const count = numberOf(after ?? before ?? these ?? '')
  const isFar = kind === 'less-is-better' ? high.test(words) : low.test(words)
  const isBottom = bottom.test(words) || (isFar && !isGood.test(words))
  if (count !== undefined) return { isBottom, count }
  return { isBottom, count: all.test(words) && !isBottom ? Infinity : usual }
}
