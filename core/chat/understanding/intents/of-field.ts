import type { Mention } from '../entities/mention.ts'
import type { Reading } from '../entities/reading.ts'

const anyone =
  /\b(?:who|whose|whos|which (?:cars?|drivers?|ones?(?<!laps?,? which ones?)|numbers?)|what (?:car|driver)|any(?:one|body)|every(?:one|body)|(?:all|every|each|any|other) (?:of )?(?:the )?(?:cars?|drivers?)|of the (?:lot|field|grid|pack|day|bunch)|(?<!\b(?:half|third|quarter|part|end|start|rest|middle|stages?|phase|laps?) )of the race|in the (?:whole )?(?:field|race|pack)|(?:the|of|on) (?:grid|field)|field ?wide|rank(?:ing|ed)?|(?:top|bottom) (?:TOP|NUMBER|CARS?|\d+|three|five|ten)|TOP|(?:NUMBER|\d+|two|three|four|five|ten) (?:\w+ )?(?:slowest|quickest|fastest|steadiest|worst|best|cars|drivers)|(?:slowest|fastest|quickest|steadiest|worst|best|(?:most|least) \w+) (?:\w+ )?(?:cars?|drivers?|guys?|one|of (?:them|all)|people|person))\b/

/** The whole field is asked about, by somebody who names no car and speaks of none as his own. */
function asksOfField({ text, mentions }: Reading): boolean {
  const isOfOne = mentions.some(
    ({ type }) =>
      type === 'me' || type === 'car' || type === 'bare' || type === 'him' || type === 'partner',
  )
  return !isOfOne && anyone.test(text)
}

/** Figures of one car that the field can be put in order by. */
const ranked = new Set(
  'consistency spread lap-std mean-lap median-lap ideal-lap pace trend phases worst-lap top-speed streaks summary'.split(
    ' ',
  ),
)
const ofSections = new Set(
  'section-figures where-time sub-sections compare-sections strengths'.split(' '),
)
const ofOrders = new Set('ranking fastest-where movers fastest-lap best-lap'.split(' '))

/**
 * "Who was the least consistent?": an answer about one car, asked of all of them, is the order of the field. Of several
 * intents that it may be, all have to be such.
 */
export function ofField(intents: readonly string[], reading: Reading): string | undefined {
  const [intent, ...others] = intents
  if (intent === undefined || !asksOfField(reading)) return undefined
  if (isOverLaps(intent, reading)) return 'quickest-last-laps'
  if (others.some((id) => orderOf(id, reading) === undefined && !ofOrders.has(id))) return undefined
  return orderOf(intent, reading)
}

const ofSpeed = new Set(
  'ranking mean-lap median-lap pace fastest-lap best-lap phases lap-apart nth-lap compare-laps'.split(
    ' ',
  ),
)

/** "Who was quickest between laps 12 and 18?", "who had the best last lap?" */
function isOverLaps(intent: string, { text, mentions }: Reading): boolean {
  const isPart = mentions.some(
    (one) =>
      one.type === 'laps' ||
      one.type === 'stretch' ||
      one.type === 'end' ||
      one.type === 'share' ||
      one.type === 'lap' ||
      (one.type === 'lap-name' && one.name === 'last'),
  )
  const isFast = /\b(?:fast\w*|quick\w*|best|average|pace|speed(?! trap))\b/.test(text)
  const isElse =
    /\b(?:trap|top speed|consisten\w*|stead\w*|improv\w*|fad\w*|section|sector|slow\w*)\b|SECTION/.test(
      text,
    )
  return ofSpeed.has(intent) && isPart && isFast && !isElse
}

function orderOf(intent: string, { text, mentions }: Reading): string | undefined {
  const count = (...types: readonly Mention['type'][]) =>
    mentions.filter(({ type }) => types.includes(type)).length
  const isOverRaces =
    count('race', 'race-day', 'races') > 1 ||
    mentions.some((one) => one.type === 'races' && one.which === 'both') ||
    /\bweekend\b|\bovernight\b/.test(text)
  if (intent === 'improved' || intent === 'compare-races')
    return isOverRaces ? 'improved' : intent === 'improved' ? 'ranking' : undefined
  // "Could anybody drive it?" asks for no order.
  if (intent === 'gap-to-composite' && /\b(?:any(?:one|body)|could|can|possible)\b/.test(text))
    return 'composite'
  // "Could anybody drive the composite?" asks for no order.
  const isOfGap =
    intent === 'gap-to-composite' &&
    /\b(?:gap|furthest|closest|nearest|biggest|smallest)\b/.test(text)
  const isRanked = ranked.has(intent) || isOfGap
  if (count('section', 'corner') > 0)
    return isRanked || ofSections.has(intent) ? 'fastest-where' : undefined
  // "Who had the second fastest lap of the race?"
  if (intent === 'nth-lap') return 'ranking'
  if (intent === 'straight-or-corners')
    return /straight|speed|trap|\bk(?:m|p)/.test(text) ? 'ranking' : undefined
  if (intent === 'places-lap1') return 'movers'
  const isOfLaps = /\bfirst\b.*\b(?:last|final)\b/.test(text) && /\blaps?\b|LAP/.test(text)
  if (intent === 'movers' && isOfLaps) return /place|position/.test(text) ? undefined : 'ranking'
  return isRanked && !isOverRaces ? 'ranking' : undefined
}

/** "Is the composite a time that somebody could do?": where no car is known nor meant, it is of all of them. */
export function ofNoCar(intent: string, { text, mentions }: Reading): string | undefined {
  if (mentions.some(({ type }) => type === 'me' || type === 'car' || type === 'bare'))
    return undefined
  if (intent === 'gap-to-composite' || intent === 'ideal-lap') return 'composite'
  // "What's wrong with lap 13?"
  const isOfLap = mentions.some(({ type }) => type === 'lap')
  if (
    isOfLap &&
    /\b(?:wrong|missing|lost|blank|gone|odd|weird|strange|no (?:times|sections|data))\b/.test(text)
  )
    return 'data-quality'
  // "Fastest middle sector at VIR, which lap?"
  const isPlaced = mentions.some(({ type }) => type === 'section' || type === 'corner')
  const isBest = /\b(?:best|fastest|quickest)\b/.test(text)
  if (isPlaced && isBest && (intent === 'best-lap' || intent === 'section-figures'))
    return 'fastest-where'
  // "Was race 2 quicker than race 1?"
  if (intent === 'compare-races') return 'improved'
  if (isOverLaps(intent, { text, mentions })) return 'quickest-last-laps'
  // "Sum the race up": nobody's.
  if (intent === 'summary' && /\brace\b|RACE/.test(text)) return 'race-story'
  return intent === 'best-lap' && /\b(?:fastest|quickest) (?:race )?lap\b/.test(text)
    ? 'fastest-lap'
    : undefined
}
