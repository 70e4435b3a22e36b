import type { Mention } from '../entities/mention.ts'
import type { Reading } from '../entities/reading.ts'

/** "and in race 2?", "why?", "compare that with 22": a question that only the one before makes whole. */
export type FollowUp = 'same' | 'why' | 'compare' | 'off-it'

const why =
  /^(?:and |but |so |ok )*why not,? (?:it|that|this|i|the|if|when|my|there)\b.*$|^(?:and |but |so |ok |okay )*(?:why|why (?:that|this)(?: one| section| part| lap)?|why (?:there|here|so|him|her|them|CAR|that car|that one|this car)|how come|why is that|why was that|why's that|why so|why (?:so )?(?:slow|slower|quick|quicker|faster|better|worse|bad)|why not|how so|but why|for what reason|what(?:'s| is) the reason|reason|why (?:(?:is|was) there )?(?:the|that|this|such a|a) (?:big |large )?(?:difference|gap|discrepancy|change|drop|jump))(?: though| then)?[ ?!.]*$/
const compare =
  /^(?:and |now |ok |then |please |can you |could you )*compared? (?:(?:that|it|this|those|these|them|him)(?: lap| time)?(?: to| with| against| and)?|to|with|against)(?: my)? (?:the )?[A-Z]{3}|^(?:and |an |so |but )*how (?:does|do|did|is|was) (?:that|it|this|he|she) (?:compare(?:d)?|stack up|look|measure up) (?:to|with|against|next to|beside) (?:the )?[A-Z]{3}|^(?:and |so |but )*how (?:far|much) (?:is|was) (?:that|it|this)(?: lap| time)? (?:off|from|behind|away from|slower than|quicker than|short of) (?:the )?CAR\b(?:'s)?(?: best)?[?!. ]*$|^(?:and )?(?:that|it|this) (?:vs|versus|against|compared (?:to|with)) [A-Z]{3}/
/** "It" is what the figure before was measured against. */
const offIt =
  /^(?:and |so |but )*how (?:far|close) (?:is|was|were|did) CAR (?:off|from|to|away from|get to) (?:it|that)[ ?!.]*$/
/** "How many?", "and when?": the rest of it is in the question before. */
const bareAsk =
  /^(?:and |but |so |ok )*(?:how many|how much|when|where|which(?: ones?| NUMBERs)?|who(?: did| was| has| had| is)?|(?:on )?(?:which|what) laps?|how (?:close|far|big)|what time|what(?:'s| is| was) the time|by how much|how long|how often)(?: (?:was|were) (?:it|that|they|the gap))?(?: (?:at )?(?:its |the )?(?:biggest|smallest|closest|largest|widest|highest|lowest|worst))?(?: then| mostly| most| mainly| exactly)?[ ?!.]*$/
/** "And the one behind me?" */
const besideMe =
  /^(?:and |so |what about |how about |vs |versus |to |with |now )+(?:to |with |against )?(?:the )?(?:car|guy|one|driver|chap|fella|bloke|dude|lad) (?:directly |right |just |who (?:was|finished) )*(?:ahead|behind|in front|before|after)(?: of)?(?: me| us| him| her)?[ ?!.]*$/
const filler =
  /\b(?:what about|how about|and|as well|as|same(?: thing| questions?| lap)?|also|now|then|ok|okay|so|for|in|on|at|with|to|of|the|please|only|but|just|me|my|mine|a|too|as well|instead|again|if|i|you|we|look like|how (?:is|was) (?:it|that)|what (?:is|was|were|would) (?:it|that|they|those)(?: like)?|what about|by how much|how much|how many|(?:would|could|can) you|kindly|pls|plz|cheers|mate|right|cool|great|exactly|yes|yeah|yep|different|that|it|there|this|from|through|vs|versus|against|by|or|time|race|one|over|no|nope|sorry|wait|actually|rather|oops|i meant|i mean|meant|ask(?:ing)? (?:about|for)|talking about|not that|make (?:it|that)|try|do|give|show|overall|in total|in general|altogether|all together|(?:the )?(?:whole|entire|full) (?:race|thing|distance)|all (?:of )?(?:the |my )?(?:green )?laps|over|still|here|though|anyway|lol|btw|thx|guy|chap|driver|fella|bloke|finishing|who finished|(?:put|include|count|add|bring|take) (?:it|them|that|those)(?: laps?| one)?(?: back)?(?: in)?|what's|whats|what is|what was)\b|[A-Z]{3,}|['?!.,:;-]/g

/** Undefined where a text says what it wants by itself. */
export function followUpOf({ text }: Reading): FollowUp | undefined {
  if (why.test(text)) return 'why'
  if (compare.test(text)) return 'compare'
  if (offIt.test(text)) return 'off-it'
  // "22 vs 31" says what it wants.
  if (/\b(?:vs|versus|against)\b/.test(text)) return undefined
  if (/^(?:the )?(?:TOP (?:in|through|at|for) |TOP )(?:the )?(?:SECTION|CORNER)\b/.test(text))
    return undefined
  // So does "who finished tenth at Sebring?"
  if (/^(?:and |so |ok |then )*who finished POSITION\b/.test(text)) return undefined
  if (bareAsk.test(text) || besideMe.test(text)) return 'same'
  const names =
    /[A-Z]{3,}|\b(?:clear|clean) air\b|\bhalf\b|\b(?:overall|in total|in general|(?:whole|entire|full) (?:race|thing|distance)|all (?:of )?(?:the |my )?(?:green )?laps|here)\b|^(?:still )?(?:the )?same\b|^(?:and |so |ok |but )*(?:what about |how about |what(?:'s| is| was) |and )?(?:me|mine|us|my car)\b|\b(?:back|again)\b/.test(
      text,
    )
  const rest = text
    .replaceAll(
      /\b(?:in (?:clear|clean|free) air|(?:first|second|last) (?:half|third)|(?:first|last|final|opening|closing) NUMBER laps|after the (?:restart|yellow))\b/g,
      'FILTER',
    )
    .replaceAll(filler, ' ')
  return names && rest.trim() === '' ? 'same' : undefined
}

const ofBoth =
  /^(?:(?:and|but|so|now|ok|then|what about|how about|on|over|in|for|by|across|at|about|the|a|an|their|both|just|only|single|outright|absolute|overall|flat|whole|full|entire|complete|one|best|fastest|quickest|median|mean|average|typical|theoretical|ideal|race|top|max|maximum|highest|trap|position|positions|place|places|result|results|deviation|standard|laps?|times?|lap times|pace|consistency|steadiness|spread|speeds?|traps?|same|please|pls|instead)(?:[ ?!.,]+|$))+$/

/** "Who was more consistent?", "which of them was quicker?" */
const betterOf =
  /^(?:and |but |so |now |ok |then )*(?:who(?:'s)?|which(?: one)?(?: of (?:us|them|those|the two|these))?)(?: (?:is|was|were|has|had|did|drove|looked))?(?: the)? (?:more \w+|less \w+|quicker|faster|slower|better|higher|steadier|cleaner|ahead)(?: (?:best|median|average|top|trap))?(?: (?:one|car|driver|lap|pace|speed|result|place))?(?: (?:of|between) (?:us|them|the two|both))?(?: (?:overall|on pace|over the race|over one lap|on average|then|(?:in|on|through|over) (?:the )?SECTION))*[?!. ]*$/

/** "Who gains where?", "on pace too?" */
const whoWhere =
  /^(?:and |but |so |ok )*(?:who (?:gains|loses|wins|is (?:better|quicker|faster|stronger)) where|(?:also |is that )?on pace(?: too| as well| also)?)[?!. ]*$/

/** "And over a whole lap?", "and on outright best lap?" after two cars: of both of them. */
export function asksOfBoth({ text, mentions }: Reading): boolean {
  const isOfOthers = mentions.some(({ type }) => type === 'me' || type === 'car' || type === 'bare')
  if (!isOfOthers && (betterOf.test(text) || whoWhere.test(text))) return true
  return (
    !isOfOthers &&
    ofBoth.test(text) &&
    /\b(?:laps?|pace|consistency|steadiness|speeds?|traps?|positions?|places?|results?|spread|deviation|average|median)\b/.test(
      text,
    )
  )
}

/** A question that leans on the one before, though it says what it wants. */
export function leansOnPrevious({ text, mentions }: Reading): boolean {
  // "Was he better today?" is of the race that is shown.
  if (/\btoday\b/.test(text)) return false
  return (
    /^(?:and|but|so|then|also|what about|how about|ok so|same)\b/.test(text) ||
    mentions.some(({ type }) => type === 'pronoun')
  )
}

const whyAfter: Readonly<Record<string, string>> = {
  'lap-apart': 'why-slow',
  'worst-lap': 'why-slow',
  'lap-story': 'why-slow',
  'why-slow': 'lap-story',
  'compare-laps': 'why-slow',
  position: 'why-position',
  'counted-laps': 'why-not-counted',
  'why-not-counted': 'why-not-counted',
  'where-time': 'sub-sections',
  'section-figures': 'sub-sections',
  'compare-sections': 'sub-sections',
  'work-on': 'where-time',
  card: 'where-time',
  pace: 'where-time',
  consistency: 'spread',
  'best-lap': 'lap-apart',
  onboard: 'onboard',
  'compare-cars': 'where-time',
  'several-cars': 'where-time',
  'compare-races': 'improved',
  trend: 'track-or-me',
  'data-quality': 'data-quality',
}

/** Figures of whole laps, asked again of a section, are the section's. */
const ofSections = new Set([
  'best-lap',
  'median-lap',
  'mean-lap',
  'lap-std',
  'ideal-lap',
  'pace',
  'season-results',
  'summary',
])
/** What is asked of a car over its race, asked again of a lap, is that lap taken apart. */
const ofLaps = new Set([
  'best-lap',
  'fastest-lap',
  'worst-lap',
  'median-lap',
  'mean-lap',
  'summary',
  'work-on',
  'pace',
  'ideal-lap',
  'section-figures',
  'consistency',
  'spread',
  'improved',
  'compare-races',
  'trend',
  'strengths',
  'target-met',
])

/** What a follow-up asks for: by the question before, else by what it names. */
export function followUpIntent(
  followUp: FollowUp,
  mentions: readonly Mention[],
  previous: string | undefined,
): string | undefined {
  const names = (...types: readonly Mention['type'][]) =>
    mentions.some(({ type }) => types.includes(type))
  if (followUp === 'why')
    return previous === undefined ? undefined : (whyAfter[previous] ?? 'sources')
  if (followUp === 'off-it') return previous === 'composite' ? 'gap-to-composite' : previous
  if (followUp === 'compare') {
    const isFastest = mentions.some((one) => one.type === 'partner' && one.partner.as === 'fastest')
    if (isFastest && previous === 'best-lap') return previous
    // "Compare it with 22's best lap" is one car beside the other.
    if (names('lap-name') && names('car', 'bare')) return 'compare-cars'
    if (previous === 'season-results' && names('car', 'bare')) return previous
    if (names('lap', 'lap-name')) return 'compare-laps'
    if (names('race', 'race-day', 'races'))
      return previous?.startsWith('weather-') === true ? 'weather-matter' : 'compare-races'
    if (names('section')) return 'compare-sections'
    return previous === 'top-speed' ? 'top-speed' : 'compare-cars'
  }
  const isLap = names('lap', 'laps', 'lap-name')
  const isSection = names('section', 'corner')
  if (previous === undefined) {
    if (isLap) return 'lap-apart'
    const isTop = mentions.some((one) => one.type === 'position' && one.isTop)
    if (isSection) return isTop ? 'fastest-where' : 'section-figures'
    const isWinner = mentions.some((one) => one.type === 'partner' && one.partner.as === 'winner')
    return isWinner || isTop ? 'position' : 'summary'
  }
  if (isLap && previous.startsWith('weather-')) return 'weather-at-lap'
  if (previous === 'season-results' && names('race', 'race-day')) return 'summary'
  if (isSection && ofSections.has(previous)) return 'section-figures'
  // "And of laps 16 to 20?" is that figure over other laps.
  if (isLap && ofLaps.has(previous)) return names('laps') ? previous : 'lap-apart'
  return previous
}
