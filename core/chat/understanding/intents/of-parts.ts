import type { Mention } from '../entities/mention.ts'
import type { Reading } from '../entities/reading.ts'

export const allSections =
  /\b(?:sections|sectors|splits)\b|\b(?:section|sector|split) (?:times|bests)\b|\b(?:each|every|per|by) (?:section|sector|split)\b|\b(?:section|sector) by (?:section|sector)\b/

/** What parts of a lap or of a race make of an intent: every section, both halves, two beside each other. */
export function ofParts(intent: string, reading: Reading): string | undefined {
  return (
    ofStretches(intent, reading) ??
    ofTwoLaps(intent, reading) ??
    ofOwn(intent, reading) ??
    ofTwoSections(intent, reading) ??
    ofRanks(intent, reading) ??
    ofCarsThere(intent, reading) ??
    ofWhere(intent, reading) ??
    ofGapsThere(intent, reading) ??
    ofAllSections(intent, reading) ??
    ofHalves(intent, reading)
  )
}

/** "Laps 5 to 9 against laps 10 to 14", whatever figure of them. */
function ofStretches(intent: string, { mentions }: Reading): string | undefined {
  const isTwo = mentions.filter(({ type }) => type === 'laps').length > 1
  return isTwo && overLaps.has(intent) ? 'compare-laps' : undefined
}

const overLaps = new Set(
  'mean-lap median-lap lap-std best-lap spread consistency pace phases trend lap-apart counted-laps compare-cars figure-difference summary track-or-me lap-sum streaks'.split(
    ' ',
  ),
)

/** "How does lap 8 compare to lap 15 in section 3?"; "where did I lose it on laps 15 and 16?" asks of each. */
function ofTwoLaps(intent: string, { text, mentions }: Reading): string | undefined {
  const laps = new Set(mentions.flatMap((one) => (one.type === 'lap' ? one.lap : []))).size
  // "I" and "my" are one.
  const isMine = mentions.some(({ type }) => type === 'me')
  const cars = mentions.filter(({ type }) => type === 'car').length + (isMine ? 1 : 0)
  const isBeside = /\b(?:than|vs|versus|against|compar\w*|differen\w*|next to)\b/.test(text)
  // "My lap 10 against car 13's lap 10"
  if (laps === 1 && cars > 1 && isBeside && intent === 'lap-apart') return 'compare-cars'
  if (laps < 2 || !ofOneLap.has(intent)) return undefined
  if (laps === 2 && isBeside) return 'compare-laps'
  return intent === 'where-time' ? 'why-slow' : undefined
}

const ofOneLap = new Set('lap-apart why-slow where-time section-figures lap-story'.split(' '))

/** "Explain lap 12" asks for no word, "on what lap was I quickest in section 3?" for nobody else, "trend last five laps" neither. */
function ofOwn(intent: string, { text, mentions }: Reading): string | undefined {
  const has = (type: Mention['type']) => mentions.some((one) => one.type === type)
  const isTrend = mentions.some((one) => one.type === 'figure' && one.figure === 'trend')
  if (intent === 'meaning' && /\b(?:explain|describe|tell me about) (?:my |the )?LAP\b/.test(text))
    return 'lap-apart'
  if (intent === 'quickest-last-laps' && isTrend) return 'trend'
  // "From start to finish": within the race.
  const isOfRaces = mentions.some(({ type }) => type.startsWith('race'))
  if (intent === 'improved' && !isOfRaces && withinRace.test(text)) return 'trend'
  const isLap = /\b(?:what|which) lap\b/.test(text)
  const isOfOne = has('me') || has('car') || has('bare')
  return intent === 'fastest-where' && isOfOne && has('section') && isLap
    ? 'section-figures'
    : undefined
}

const withinRace =
  /\b(?:from (?:the )?start to (?:the )?(?:finish|end)|over the race|during the race|through(?:out)? the race|as the race (?:went|goes)|in the course of the race|lap by lap)\b/

/** "Is my deviation in section 1 bigger than in section 3?" */
function ofTwoSections(intent: string, { text, mentions }: Reading): string | undefined {
  const named = new Set(
    mentions.flatMap((one) =>
      one.type === 'section' ? one.section : one.type === 'corner' ? `t${one.corner}` : [],
    ),
  )
  const isOfOne = !mentions.some(({ type }) => type === 'lap' || type === 'lap-name')
  const isBeside =
    /\b(?:than|or|vs|versus|against|compar\w*|differen\w*|but|yet|while|whereas|although)\b/.test(
      text,
    )
  const isOfCar = mentions.some(({ type }) => type === 'car' || type === 'bare' || type === 'me')
  const isOfAll = /\b(?:who|whose|which (?:car|driver)|anyone|anybody)\b/.test(text)
  const isAlone = named.size === 1 && intent === 'compare-sections' && !allSections.test(text)
  // "How do I compare in section 3?" is of that one.
  if (isAlone && isOfOne) return 'where-time'
  const isOfPart = ofOneSection.has(intent) || (intent === 'fastest-where' && (isOfCar || !isOfAll))
  return named.size > 1 && isOfOne && isBeside && isOfPart ? 'compare-sections' : undefined
}

const ofOneSection = new Set(
  'section-figures lap-std mean-lap median-lap spread consistency pace repeat where-time strengths work-on'.split(
    ' ',
  ),
)

/** "My rank in section 2" is of that section; "rank of car 31 in each section": one car's places, no order of the field. */
function ofRanks(intent: string, { text, mentions }: Reading): string | undefined {
  const has = (...types: readonly Mention['type'][]) =>
    mentions.some(({ type }) => types.includes(type))
  const isOfLaps = has('laps', 'stretch', 'end', 'share', 'lap', 'lap-name')
  // "The gap between the best and the second best in section 3"
  const isOfOrder = intent === 'figure-difference' && /\bsecond\b|\bnext\b/.test(text)
  const isOrder =
    (isOfOrder && !has('me', 'car', 'bare')) ||
    intent === 'ranking' ||
    (intent === 'quickest-last-laps' && !isOfLaps)
  if (isOrder && has('section', 'corner')) return 'fastest-where'
  const isOfCar = has('car', 'bare', 'me')
  const isAsked = intent === 'ranking' || intent === 'fastest-where'
  return isAsked && isOfCar && allSections.test(text) && !/\bwho\b/.test(text)
    ? 'compare-sections'
    : undefined
}

/** "Me, 22 and 46 through turns 5 and 6": several cars in a part of the lap. */
function ofCarsThere(intent: string, { mentions }: Reading): string | undefined {
  const of = (...types: readonly Mention['type'][]) =>
    mentions.filter(({ type }) => types.includes(type)).length
  const cars = of('car', 'bare', 'partner') + Math.min(1, of('me'))
  // Figures of each of them are two answers.
  const isOfFigure = mentions.some((one) => one.type === 'figure' && ofEach.has(one.figure))
  if (isOfFigure) return undefined
  const isThere = of('section', 'corner') > 0 && of('lap', 'laps', 'lap-name') === 0
  return cars > 1 && isThere && ofCarThere.has(intent) ? 'compare-cars' : undefined
}

const ahead = /\b(?:quicker|faster|better|stronger) than (?:the )?CAR\b/

export const asksWhere =
  /^(?:and |so |but |ok )*(?:in |on )?(?:where|(?:which|what) (?:section|sector|part|bit))\b/

/** "Where am I faster than 22?" asks for the places, not for who is. */
function ofWhere(intent: string, { text, mentions }: Reading): string | undefined {
  const isTwo = mentions.some(({ type }) => type === 'car' || type === 'partner')
  if (intent === 'where-time' && isTwo && ahead.test(text)) return 'strengths'
  if (intent !== 'compare-cars' || !asksWhere.test(text) || !isTwo) return undefined
  if (/\b(?:faster|quicker|better|stronger|gain\w*|beat\w*|ahead)\b/.test(text)) return 'strengths'
  return /\b(?:slower|los\w*|worse|weaker|behind|off)\b/.test(text) ? 'where-time' : undefined
}

/** "Gap to the leader by sector" is of the pace there, not of the race order; so is that to the composite. */
function ofGapsThere(intent: string, { text }: Reading): string | undefined {
  const isOfGap = intent === 'gaps' || intent === 'gap-to-composite'
  return isOfGap && allSections.test(text) ? 'where-time' : undefined
}

const ofEach = new Set('std mean median spread'.split(' '))
const ofCarThere = new Set(
  'section-figures sub-sections compare-sections fastest-where summary several-cars pace'.split(
    ' ',
  ),
)

/** "Mean and deviation of my sectors": a figure of laps, asked of each section. */
function ofAllSections(intent: string, { text, mentions }: Reading): string | undefined {
  const isFigure = mentions.some(({ type }) => type === 'figure')
  const isAsked = !/\bmeans?\b|\bwhat (?:is|are|does)\b|\bexplain\b|\bdefin/.test(text)
  const isOfLaps = ofLaps.has(intent) || (intent === 'meaning' && isFigure && isAsked)
  const isOne = mentions.some(({ type }) => type === 'section' || type === 'corner')
  const isSum = /\b(?:add|sum|together|combin\w*)\b/.test(text)
  return isOfLaps && !isOne && !isSum && allSections.test(text) ? 'section-figures' : undefined
}

const ofLaps = new Set(['mean-lap', 'median-lap', 'lap-std', 'best-lap'])

/** "Section 2, first or second half?" is about the halves of the section. */
function ofHalves(intent: string, { text, mentions }: Reading): string | undefined {
  const isOfSection = mentions.some(({ type }) => type === 'section')
  const isBoth =
    /\bfirst (?:half )?or (?:the )?(?:second|last)\b|\bwhich half\b|\bhalf of SECTION\b/.test(text)
  return isOfSection && isBoth && ofPlace.has(intent) ? 'sub-sections' : undefined
}

const ofPlace = new Set('best-lap section-figures where-time strengths compare-sections'.split(' '))

/** "Why was section 3 bad?" is of no lap, "compare my races in section 2" of no whole race. */
export function ofSectionAlone(
  intent: string,
  { text, mentions }: Reading,
  hasLap: boolean,
): string | undefined {
  const isPlaced = mentions.some(({ type }) => type === 'section' || type === 'corner')
  const isOfRace = intent === 'why-slow' && !hasLap
  if (isPlaced && intent === 'compare-races') return 'improved'
  return (isPlaced && (intent === 'pace' || isOfRace)) || (isOfRace && overall.test(text))
    ? 'where-time'
    : undefined
}

/** "Why am I so slow?" */
const overall =
  /\b(?:am i|are we|was i|were we|is CAR|was CAR|is he|is she|was he|was she)\b(?!.*\b(?:it|that|there)\b)/
