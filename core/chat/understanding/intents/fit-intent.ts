import { answeredBy } from './by-figure.ts'
import type { Mention, Partner } from '../entities/mention.ts'
import { ofOrder, ofPaces } from './of-order.ts'
import { ofRaces } from './of-races.ts'
import type { Reading } from '../entities/reading.ts'
import { ofAnybody, ofLapAndBest, ofLapSaidBest, ofOpeningLap } from './lap-and-best.ts'
import { ofParts, ofSectionAlone } from './of-parts.ts'
import { ofOneCar, ofTwoCars, ofVersus } from './of-two-cars.ts'
import { ofWanted, wantedIn, wantedIntents } from './wanted-intent.ts'

const ofAnyone = /\bwho\b|\bof the (?:race|day)\b|\boverall\b|\banyone\b|\bwhich car\b|\bwhose\b/

/** "Tell me about Road America race 2" is about the race, not the place. */
function ofNamedRace(intent: string, { text, mentions }: Reading): string | undefined {
  const isRace = mentions.some(({ type }) => type === 'race' || type === 'race-day')
  const isPlace =
    /long|length|metres|turns?\b|corner|direction|clockwise|section|sector|CORNER|SECTION|map|way/.test(
      text,
    )
  return intent === 'track-facts' && isRace && !isPlace ? 'race-facts' : undefined
}

/** "What dates was Indy?": of that place, not of the season. */
function ofDates(intent: string, { text, mentions }: Reading): string | undefined {
  const isPlace = mentions.some(({ type }) => type === 'track')
  const isWhen = /\b(?:dates?|when|what days?|which days?|schedule)\b/.test(text)
  return intent === 'season' && isPlace && isWhen ? 'race-facts' : undefined
}

/** "Who was ahead of us at half distance?": not the order, but the cars around one. */
function ofNeighbours(intent: string, { text }: Reading): string | undefined {
  const isBeside = /\b(?:ahead|in front|behind)(?: of)? (?:me|us|CAR|him|her)\b/.test(text)
  const isAtEnd = /\bfinish\w*\b/.test(text)
  return intent === 'position' && isBeside && !isAtEnd ? 'gaps' : undefined
}

const advice = new Set('work-on card radio-line'.split(' '))

/** "And what should 80 and 18 work on?": one thing for each of them. */
function ofSeveral(intent: string, { text, mentions }: Reading): string | undefined {
  const cars = mentions.filter(({ type }) => type === 'car').length
  const isTold = /\b(?:tell|say|show|give|teach|coach)(?: to)? CAR\b/.test(text)
  const isOther = mentions.some(({ type }) => type === 'me' || type === 'compared') && !isTold
  const isAdvice = advice.has(intent) || (isTold && intent === 'compare-cars')
  return isAdvice && cars > 1 && !isOther ? 'several-cars' : undefined
}

const ofTraffic = new Set('in-tow held-up why-slow stuck-behind gaps'.split(' '))
const somebodyThere =
  /^(?:\w+ ){0,2}(?:was|were) (?:there )?(?:some(?:one|body)|any(?:one|body)|(?:a|any|another) (?:other )?cars?|traffic|nobody|no ?one)\b(?!.*\b(?:hold|held|holding|slow\w*|stuck|tow)\b)|^(?:and |so )*(?:some|any)(?:one|body) (?:(?:right|just|close|directly) )*(?:in front|ahead)\b|\b(?:was|were) (?:i|we) (?:in (?:any )?traffic|alone|on (?:my|our) own|by myself)\b|\bdid (?:i|we) have (?:a )?(?:clear|clean|free|empty) (?:track|air|road)\b/

/** "Was somebody in front of me on my best lap?": who was around, not what they cost. */
function ofSomebodyThere(intent: string, { text, mentions }: Reading): string | undefined {
  const isOfLap = mentions.some(({ type }) => type === 'lap' || type === 'lap-name')
  return ofTraffic.has(intent) && isOfLap && somebodyThere.test(text) ? 'gaps' : undefined
}

/** "And the best sector there?": one car's, where nobody asks who. "Fastest S3, anyone?" is of no lap. */
function ofBestSection(intent: string, { text, mentions }: Reading): string | undefined {
  const isPlaced = mentions.some(({ type }) => type === 'section' || type === 'corner')
  if (isPlaced) return intent === 'fastest-lap' ? 'fastest-where' : undefined
  const isOfOne = mentions.some(
    ({ type }) => type === 'me' || type === 'car' || type === 'bare' || type === 'pronoun',
  )
  const isBest = /\b(?:best|strongest|strong|favou?rite) (?:section|sector)\b(?! times?)/.test(text)
  return intent === 'fastest-where' && isOfOne && isBest && !ofAnyone.test(text)
    ? 'strengths'
    : undefined
}

/** "Car 113 fastest lap": that of the car. */
function ofNamedCar(intent: string, { text, mentions }: Reading): string | undefined {
  const isNamed = mentions.some(({ type }) => type === 'car')
  return intent === 'fastest-lap' && isNamed && !ofAnyone.test(text) ? 'best-lap' : undefined
}

/** "How far off the fastest lap was I?": a lap beside a lap, not two cars. */
function ofFastestLap(intent: string, { text, mentions }: Reading): string | undefined {
  const isNamed = mentions.some(({ type }) => type === 'car' || type === 'bare')
  const isOff =
    /\b(?:off|from|behind|short of|to|away from) (?:the )?(?:fastest|quickest) (?:race )?lap\b/
  return intent === 'compare-cars' && !isNamed && isOff.test(text) ? 'fastest-lap' : undefined
}

/** The intent that the names in a text make of the one that its words gave; undefined where it fits. */
export function fitted(intent: string, reading: Reading, isOnLap: boolean): string | undefined {
  const { mentions } = reading
  const hasLap = mentions.some(({ type }) => type === 'lap' || type === 'lap-name')
  return (
    ofParts(intent, reading) ??
    ofLapSaidBest(reading) ??
    ofLapAndBest(intent, reading) ??
    ofWanted(intent, reading) ??
    withoutWanted(intent, mentions) ??
    ofQuickest(intent, reading.text) ??
    ofTimes(intent, reading) ??
    ofWithin(intent, mentions) ??
    (intent === 'weather-range' && hasLap ? 'weather-at-lap' : undefined) ??
    withoutLap(intent, hasLap || isOnLap) ??
    ofFilteredFigure(intent, mentions) ??
    ofGapThere(intent, mentions) ??
    (intent === 'work-on' && mentions.some(({ type }) => type === 'nth')
      ? 'where-time'
      : undefined) ??
    ofBothEnds(intent, mentions) ??
    ofSectionAlone(intent, reading, hasLap || isOnLap) ??
    ofRaces(intent, reading) ??
    ofNamedRace(intent, reading) ??
    ofDates(intent, reading) ??
    ofPaces(intent, reading) ??
    ofOrder(intent, reading) ??
    ofNeighbours(intent, reading) ??
    ofSomebodyThere(intent, reading) ??
    ofBestSection(intent, reading) ??
    ofOpeningLap(intent, reading) ??
    ofNamedCar(intent, reading) ??
    ofFastestLap(intent, reading) ??
    ofAnybody(intent, reading) ??
    ofSeveral(intent, reading) ??
    ofTwoCars(intent, reading) ??
    ofVersus(intent, reading)
  )
}

/** "What's the gap to the quick quarter in section 3?" asks for no word. */
function ofGapThere(intent: string, mentions: readonly Mention[]): string | undefined {
  const isPlace = mentions.some(({ type }) => type === 'section')
  const isGap = mentions.some(
    (one) => one.type === 'figure' && (one.figure === 'pace-gap' || one.figure === 'quick-quarter'),
  )
  if (intent !== 'meaning' || !isPlace) return undefined
  const isBest = mentions.some((one) => one.type === 'figure' && one.figure === 'composite')
  return isGap ? 'where-time' : isBest ? 'composite' : undefined
}

/** "Lap 9 was ruined, my average without it": the figure is asked for, the rest says why. */
function ofFilteredFigure(intent: string, mentions: readonly Mention[]): string | undefined {
  const isLeftOut = mentions.some(({ type }) => type === 'without' || type === 'without-that')
  // "Only laps after 12, mean?" asks for no word.
  const isChosen = mentions.some(({ type }) => type === 'stretch' || type === 'end')
  const isFiltered = isLeftOut || (intent === 'meaning' && isChosen)
  const figures = new Set(mentions.flatMap((one) => (one.type === 'figure' ? one.figure : [])))
  if (!isFiltered || !ofWords.has(intent)) return undefined
  const told = answeredBy.find(([figure]) => figures.has(figure))?.[1]
  // "Lap 15 shouldn't count, traffic": what it makes of the pace.
  return told ?? (isLeftOut ? 'pace' : undefined)
}

/** "How much quicker did I get from lap 4 to the end?": no other race is meant. */
function ofWithin(intent: string, mentions: readonly Mention[]): string | undefined {
  const isStretch = mentions.some(({ type }) => type === 'stretch' || type === 'end')
  const isOfRaces = mentions.some(
    ({ type }) => type === 'race' || type === 'races' || type === 'race-day',
  )
  return (intent === 'improved' || intent === 'compare-races') && isStretch && !isOfRaces
    ? 'phases'
    : undefined
}

/** "Lap 15 shouldn't count. What then?": nothing else is understood than what is left out. */
export function ofFilterAlone({ mentions }: Reading): string | undefined {
  const isFiltered = mentions.some(({ type }) => type === 'without' || type === 'without-that')
  const isOfMore = mentions.some(({ type }) => type === 'section' || type === 'partner')
  const named = new Set(mentions.flatMap((one) => (one.type === 'figure' ? one.figure : [])))
  if (!isFiltered || isOfMore) return undefined
  return answeredBy.find(([figure]) => named.has(figure))?.[1] ?? 'pace'
}

const ofWords = new Set(
  'held-up why-slow lap-apart in-tow meaning lap-story stuck-behind why-not-counted lap-deleted counted-laps'.split(
    ' ',
  ),
)

/** Of a lap nothing was said, nor is one on the screen: the whole race is meant. */
function withoutLap(intent: string, hasLap: boolean): string | undefined {
  return intent === 'weather-at-lap' && !hasLap ? 'weather-range' : undefined
}

/** The words are like "how many under …", and nothing of that was named: the figure that was is meant. */
function withoutWanted(intent: string, mentions: readonly Mention[]): string | undefined {
  if (!wantedIntents.has(intent) || wantedIn(mentions) !== undefined) return undefined
  // "Is 0.1 s significant?" is of a gap.
  if (intent === 'time-worth') return 'is-it-much'
  const named = new Set(mentions.flatMap((one) => (one.type === 'figure' ? one.figure : [])))
  return answeredBy.find(([figure]) => named.has(figure))?.[1]
}

/** "My five best laps": a list, not the one best. */
function ofQuickest(intent: string, text: string): string | undefined {
  const isList = /\bNUMBER (?:best|quickest|fastest|top) (?:\w+ )?laps\b/.test(text)
  return isList && ['best-lap', 'fastest-lap', 'ranking', 'lap-apart', 'nth-lap'].includes(intent)
    ? 'counted-laps'
    : undefined
}

/** "Lap times 10 to 14" is a list; two or three laps are taken apart. */
function ofTimes(intent: string, { text, mentions }: Reading): string | undefined {
  const isSpan = mentions.some(({ type }) => type === 'laps')
  const isLong = mentions.some((one) => one.type === 'laps' && one.to - one.from > 3)
  if (intent === 'lap-apart' && isLong) return 'counted-laps'
  return intent === 'lap-apart' && isSpan && /\btimes?\b|\blist\b|^(?:CAR,? )?LAPS/.test(text)
    ? 'counted-laps'
    : undefined
}

/** The first laps beside the last ones: two phases of a race. */
function ofBothEnds(intent: string, mentions: readonly Mention[]): string | undefined {
  const ends = new Set(
    mentions.flatMap((one) => (one.type === 'end' && one.isLeftOut !== true ? one.end : [])),
  )
  return ends.size > 1 && intent !== 'trend' ? 'phases' : undefined
}

/** What is asked against other cars: there "P5" and "the top three" are cars. */
const againstCars = new Set(
  'compare-cars where-time strengths straight-or-corners got-away who-passed stuck-behind gaps'.split(
    ' ',
  ),
)
const mostOfTop = 5

/** "Compare me with P5", "against the top three": the cars that finished there. */
export function partnersByPlace(intent: string, mentions: readonly Mention[]): Partner[] {
  const isNamed = mentions.some(({ type }) => type === 'car' || type === 'partner')
  if (!againstCars.has(intent) || isNamed) return []
  return mentions.flatMap((one): Partner[] => {
    if (one.type !== 'position') return []
    if (!one.isTop) return [{ as: 'position', position: one.position }]
    const count = Math.min(one.position, mostOfTop)
    return Array.from({ length: count }, (_, at) => ({ as: 'position', position: at + 1 }))
  })
}

export function isOfPartner(intent: string, mentions: readonly Mention[]): boolean {
  const has = (...types: readonly Mention['type'][]) =>
    mentions.some(({ type }) => types.includes(type))
  const partners = mentions.filter(({ type }) => type === 'partner')
  return (
    ofOneCar.has(intent) &&
    partners.length === 1 &&
    !has('me', 'compared', 'car', 'bare', 'reference')
  )
}
