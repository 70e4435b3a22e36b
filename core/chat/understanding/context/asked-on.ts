import type { Reading } from '../entities/reading.ts'
import { answeredBy } from '../intents/by-figure.ts'
import type { Figure, Mention } from '../entities/mention.ts'

const lead =
  "(?:(?:and|so|ok|okay|also|then|but|what about|how about|what's|whats|what is|what was|what were|how is|how was|tell me|the|my|his|her|our|their|its|your|a|on|by|in terms of)[ ,]+)*"
const figure =
  '(?:average|avg|mean|median|typical|ideal|theoretical|best|fastest|quickest|worst|slowest|consistency|consistent|steadiness|spread|standard deviation|std(?:ev| ?dev)?|sd|(?:top|max|trap) speed|trend|pace|composite|position|place|rank(?:ing)?)(?: lap)?(?: laps?| times?| score| best)?'
const figureAlone = new RegExp(`^${lead}${figure}(?:[ ,]+(?:then|please|pls|too|as well))?[?!. ]*$`)

/** "Consistency score?" wants the figure, not the word. */
const bareFigure = new RegExp(`^(?:my |his |her )?${figure}[?!. ]*$`)

/** Who answers a figure that is all that is said; those that are no figure of a car's laps besides. */
const alone: readonly (readonly [Figure, string])[] = [
  ...answeredBy,
  ['steadiness', 'consistency'],
  ['pace', 'pace'],
  ['position', 'position'],
  ['rank', 'ranking'],
]

const farOff =
  /^(?:and |so |ok |but )*(?:how (?:far|much|close|long)(?: (?:off|away|back|behind|slower|down|short))? (?:was|am|were|are|did) (?:i|we|CAR)(?: (?:off|away|back|behind|slower|down|short|miss))?(?: (?:it|that|by|from (?:it|that|there|him)|off (?:it|that)))?|(?:by )?how (?:far|much) (?:off|away|back)(?: (?:from |off )?(?:the )?(?:best|quickest|fastest|top|CAR))?(?: (?:was|am|were|are) (?:i|we|CAR))?)(?: (?:then|there))?[?!. ]*$/
const offWhat: Readonly<Record<string, string>> = {
  'fastest-where': 'fastest-where',
  'fastest-lap': 'best-lap',
  'best-lap': 'best-lap',
  composite: 'gap-to-composite',
  position: 'gaps',
  ranking: 'pace',
  'top-speed': 'top-speed',
  meaning: 'gap-to-composite',
}

const cost =
  /^(?:and |so |ok |but )*(?:did|has|does|what did|how much did|how much (?:time )?did|how many (?:\w+ )?did) (?:it|that|this|he|they|all that) (?:really )?(?:cost|slow|hurt|hold)(?: (?:me|us|CAR))?(?: (?:up|down|much|any|anything|time|in time|any time|places|a lot|at all|overall))*(?: then)?[?!. ]*$/
const costs: Readonly<Record<string, string>> = {
  'stuck-behind': 'stuck-behind',
  'held-up': 'stuck-behind',
  'pit-stops': 'pit-stops',
  flags: 'race-story',
  'lap-story': 'why-slow',
  'why-slow': 'why-slow',
}

const howLong =
  /^(?:and |so |ok |but )*(?:for )?how (?:many laps|long)(?: (?:was|were|is) (?:that|it|this)(?: for)?| for)?(?: then)?[?!. ]*$/
const lasting: Readonly<Record<string, string>> = {
  'held-up': 'stuck-behind',
  'stuck-behind': 'stuck-behind',
  flags: 'flags',
}

const whyLap =
  /^(?:and |but |so |ok )*(?:why|how come|what about)(?: is| was| not)? LAPS?(?: (?:not|out|then|too))*[?!. ]*$/
const ofCounting = new Set('why-not-counted counted-laps'.split(' '))

const whichPart =
  /^(?:and |so |ok |but )*(?:in |on |at )?(?:which|what) (?:section|sector|part|bit|one)(?: of the (?:lap|track))?(?: (?:most|mainly|exactly|mostly|is (?:it|that)|was (?:it|that)|then|(?:is|was) (?:the |my )*(?:worst|best|weakest|strongest|biggest)(?: (?:one|part))?(?: (?:for|at|in|on) (?:that|it|this))?))*[?!. ]*$/
const partOf: Readonly<Record<string, string>> = {
  consistency: 'spread',
  spread: 'spread',
  'lap-std': 'spread',
  strengths: 'strengths',
  'compare-races': 'improved',
  improved: 'improved',
  'compare-cars': 'where-time',
  'where-time': 'where-time',
  pace: 'where-time',
  'work-on': 'where-time',
  'gap-to-composite': 'where-time',
  summary: 'where-time',
  position: 'where-time',
  'pace-vs-result': 'where-time',
}

const reached =
  /^(?:and |so |ok |but )*(?:(?:could|can|would|will|did|has|might) (?:any(?:one|body)|some(?:one|body)|i|you|we|CAR|a car)(?: ever| really| actually| even)? (?:do|drive|reach|manage|get|get near|hit|match|beat|drove|reached|done|managed) (?:it|that|that lap|there)|(?:is|was|would) (?:it|that)(?: \w+){0,3} (?:realistic|possible|reachable|doable|achievable|drivable|realistically possible))[?!. ]*$/
const reachedIn = new Set('composite gap-to-composite meaning'.split(' '))

const whoBest =
  /^(?:and |so |ok |but )*(?:who|which car)(?:'s)?(?: (?:has|had|did|got|is|was|drove|set))? (?:the )?(?:best|highest|lowest|quickest|fastest|most|smallest|largest|better)(?: (?:one|score|time|lap|figure|value|at it|at that|at this|in that|on that))?(?: then| here| of all)?[?!. ]*$/
const bestOf: Readonly<Record<string, string>> = {
  consistency: 'ranking',
  spread: 'ranking',
  'lap-std': 'ranking',
  'mean-lap': 'ranking',
  'median-lap': 'ranking',
  'ideal-lap': 'ranking',
  pace: 'ranking',
  trend: 'ranking',
  'best-lap': 'fastest-lap',
  'section-figures': 'fastest-where',
  'sub-sections': 'fastest-where',
  strengths: 'fastest-where',
  'where-time': 'fastest-where',
}

/** "What was my best, and who beat it?": that answer has the fastest lap too. */
const whoBeat =
  /^(?:and |so |ok |but )*(?:who|which car)(?: \w+)? (?:beat|bettered|topped|(?:was|went|is) (?:quicker|faster)(?: than)?)(?: (?:it|that|that one|me))?(?: (?:and )?by how much)?[?!. ]*$/
const beaten: Readonly<Record<string, string>> = {
  'best-lap': 'best-lap',
  position: 'gaps',
}

const whereMe =
  /^(?:and |so |ok |but )*(?:where (?:am|was|were|are|do|did) (?:i|we|CAR)(?: (?:rank|stand|come|end up|sit|lie))?|what (?:rank|place|number) (?:am|was) (?:i|CAR))(?: (?:in|on) (?:that|it|this|there|the list|that list))?(?: then)?[?!. ]*$/
const orders = new Set(
  'ranking fastest-where top-speed quickest-last-laps consistency movers'.split(' '),
)

const placesOf: Readonly<Record<string, string>> = { position: 'position', 'lap-story': 'position' }

/** "Was that me or the track?" after two races is of both of them. */
const meOrTrack =
  /^(?:and |so |but |ok )*(?:(?:was|is) (?:that|it|this)|how much of (?:that|it|this) (?:was|is))(?: \w+){0,3} (?:track|day|conditions?|weather|field|everyone)\b/
/** "And the wind?" after the weather of a lap is of that lap. */
const weatherAlone =
  /^(?:and |what about |how about |the |how was the |what was the |ok |so )*(?:air|track|ambient|wind|humidity|pressure|temp|temps|temperature)(?: (?:temp|temps|temperature|speed|pressure))?(?: (?:then|there))?[?!. ]*$/
const ofTwoRaces = new Set('improved compare-races'.split(' '))

const bySection =
  /^(?:and |so |ok |but |now )*(?:by|per|for each|in each|each|split (?:it )?(?:by|into)|broken down by|section by) (?:the )?(?:sections?|sectors?|SECTION)(?: then| please)?[?!. ]*$/
const sectionsOf: Readonly<Record<string, string>> = {
  ...partOf,
  consistency: 'spread',
  'best-lap': 'lap-apart',
  'ideal-lap': 'ideal-lap',
  'compare-cars': 'compare-cars',
  'fastest-lap': 'fastest-where',
  ranking: 'fastest-where',
}

const badSide =
  /^(?:and |but |so |ok )*(?:what(?:'s| is| was)? )?(?:the )?(?:bad|weak(?:ness(?:es)?|est)?|negatives?|not so good|worse|worst)(?: (?:bits?|parts?|ones?|side|points?|things?|stuff))?[?!. ]*$/
const goodSide =
  /^(?:and |but |so |ok )*(?:what(?:'s| is| was)? )?(?:the )?(?:good|strong|strengths?|positives?|better)(?: (?:bits?|parts?|ones?|side|points?|things?|stuff))?[?!. ]*$/
const sided = new Set('strengths where-time summary work-on'.split(' '))

const bareWhere =
  /^(?:and |so |ok |but )*(?:where|whereabouts)(?: (?:exactly|mostly|most|mainly|then|is (?:it|that|he|she)|was (?:it|that|he|she)))*[?!. ]*$/

/** "Was everybody slow?", "how much slower than my normal?" of the lap that was told. */
const ofThatLap =
  /^(?:and |so |but |ok )*(?:(?:was|were|is) (?:everyone|everybody|the (?:whole )?field|the others?|others|all(?: of them)?|it (?:just|only) me)(?: else)? ?(?:as |that |also |too |just )*(?:slow\w*|quick\w*|fast\w*|me)?|how much (?:slower|quicker|faster|off|worse) (?:than|from|was (?:it|that) than|is that than) (?:my|its|his|her) (?:normal|usual|median|average|typical|own pace)(?: lap| pace)?)(?: (?:then|too|there|as well))*[?!. ]*$/
const ofLaps = new Set('lap-apart why-slow lap-story'.split(' '))

/** "How far from my best?" after the ideal lap. */
const fromBest =
  /^(?:and |so |but )*how (?:far|much) (?:\w+ )?(?:from|off|to|than) (?:my |his |her |its )?(?:own )?best(?: lap)?[?!. ]*$/

/** "When did I set it?", "how does it compare to the fastest lap?": of that lap. */
const setWhen =
  /^(?:and |so |but )*(?:when|on (?:which|what) lap) (?:did|was|had) (?:i|he|she|it|that|we|CAR)(?: (?:set|do|done|get|drive|driven|manage|reach))?(?: (?:it|that))?[?!. ]*$/
const besideFastest =
  /^(?:and |so |but )*how (?:does|did|is) (?:it|that|mine)(?: \w+)? (?:compare\w*|look|stack up|hold up)?.*\b(?:fastest|quickest) lap\b/
const setOn: Readonly<Record<string, string>> = {
  'best-lap': 'best-lap',
  'in-tow': 'best-lap',
  'fastest-lap': 'fastest-lap',
  'top-speed': 'top-speed',
  'worst-lap': 'worst-lap',
}

/** "Was that slower than the others'?" after a pit stop. */
const besideOthers =
  /^(?:and |so |but )*(?:was|is|were) (?:that|it|this|mine)(?: \w+){0,3} (?:than|as|for|to|against)? ?(?:the |any )?(?:others?'?|every(?:one|body)(?: else)?'?s?|rest|field|average|normal)[?!. ]*$/
/** "And where slower?" after where it was quicker. */
const otherSide =
  /^(?:and |but |so |ok )*where (?:(?:was|am|were|are) (?:i|we) )?(?:(?<worse>slower|worse|weaker)|quicker|faster|better|stronger)(?: than (?:him|her|them|CAR))?[?!. ]*$/
const oneSided = new Set('strengths where-time compare-cars'.split(' '))

/** "Was he quicker?", "where?": in which section. */
export function partAsked({ text }: Reading, previous: string | undefined): string | undefined {
  return previous === 'compare-cars' && bareWhere.test(text) ? partOf[previous] : undefined
}

/** What a text without words of its own goes on to ask: "and consistency?", "how far off was I?", "where am I?" */
export function askedOn(
  { text, mentions }: Reading,
  previous: string | undefined,
): string | undefined {
  if (bareFigure.test(text) && previous !== 'meaning') return figureIn(mentions)
  if (previous === undefined) return undefined
  if (ofTwoRaces.has(previous) && meOrTrack.test(text)) return 'improved'
  if (previous === 'weather-at-lap' && weatherAlone.test(text)) return previous
  if (ofLaps.has(previous) && ofThatLap.test(text)) return 'why-slow'
  if (previous === 'ideal-lap' && fromBest.test(text)) return previous
  if (previous in setOn && setWhen.test(text)) return setOn[previous]
  if (setOn[previous] === 'best-lap' && besideFastest.test(text)) return 'best-lap'
  if (farOff.test(text)) return offWhat[previous]
  if (cost.test(text)) return costs[previous]
  if (howLong.test(text)) return lasting[previous]
  if (whyLap.test(text)) return ofCounting.has(previous) ? 'why-not-counted' : undefined
  if (whichPart.test(text)) return partOf[previous]
  if (bySection.test(text)) return sectionsOf[previous]
  if (previous === 'pit-stops' && besideOthers.test(text)) return previous
  const side = oneSided.has(previous) ? otherSide.exec(text) : null
  if (side !== null) return side.groups?.['worse'] === undefined ? 'strengths' : 'where-time'
  if (sided.has(previous) && badSide.test(text)) return 'where-time'
  if (sided.has(previous) && goodSide.test(text)) return 'strengths'
  if (reached.test(text)) return reachedIn.has(previous) ? 'composite' : undefined
  if (whoBest.test(text)) return bestOf[previous]
  if (whoBeat.test(text) && previous in beaten) return beaten[previous]
  if (whereMe.test(text)) return orders.has(previous) ? previous : placesOf[previous]
  if (previous === 'meaning' || !figureAlone.test(text)) return undefined
  return figureIn(mentions)
}

function figureIn(mentions: readonly Mention[]): string | undefined {
  const named = new Set(mentions.flatMap((one) => (one.type === 'figure' ? one.figure : [])))
  return alone.find(([name]) => named.has(name))?.[1]
}
