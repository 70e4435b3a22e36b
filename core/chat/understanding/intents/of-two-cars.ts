import type { Reading } from '../entities/reading.ts'
import { asksWhere } from './of-parts.ts'

/** Figures and stories of one car: "the winner's average lap" is about the winner, whoever asks. */
export const ofOneCar = new Set(
  'best-lap worst-lap mean-lap median-lap lap-std ideal-lap gap-to-composite counted-laps top-speed consistency pace trend spread summary strengths section-figures race-story pit-stops retired up-to-speed phases lap-apart streaks sub-sections season-results'.split(
    ' ',
  ),
)

const figuresOfOne = new Set(
  'best-lap worst-lap mean-lap median-lap ideal-lap consistency'.split(' '),
)

/** "The difference between my best lap and car 22's": a figure of one car, asked of two. */
export function ofTwoCars(intent: string, { text, mentions }: Reading): string | undefined {
  const cars = mentions.filter(({ type }) => type === 'car' || type === 'bare').length
  const isMine = mentions.some(({ type }) => type === 'me')
  const isTwo = cars > 1 || (cars === 1 && isMine)
  const isBetween =
    /\bdifferen\w* (?:between|in)\b|\bbetween\b.* and\b|\bcompar\w*\b|\bthan\b|\b(?:stack|measure|match|line) up\b|\bside by side\b|\bwhich of\b|\bwho\b.*\w+er\b/.test(
      text,
    )
  if (intent === 'straight-or-corners' && isTwo && /straight|speed|trap/.test(text))
    return 'top-speed'
  // "And to car 31's best?"
  const isBeside = cars === 1 && /^(?:and |so |but )*(?:to|with|against|vs) CAR\b/.test(text)
  const isOfPartner = isMine && mentions.some(({ type }) => type === 'partner')
  if (
    isOfPartner &&
    figuresOfOne.has(intent) &&
    /\b(?:vs|versus|against|compar\w*|than)\b/.test(text)
  )
    return 'compare-cars'
  if (isBeside && figuresOfOne.has(intent)) return 'compare-cars'
  // Top speed has a comparison of its own.
  const isKept = intent === 'top-speed' || intent === 'lapped' || asksWhere.test(text)
  return ofOneCar.has(intent) && !isKept && isTwo && isBetween ? 'compare-cars' : undefined
}

/** "Why was I so slow compared to race 1?": one race beside the other. */
const ofSlowness = new Set(
  'where-time why-slow pace best-lap worst-lap section-figures sub-sections strengths track-or-me ranking'.split(
    ' ',
  ),
)

/** "How did we do versus the one ahead?" */
export function ofVersus(intent: string, { text, mentions }: Reading): string | undefined {
  const isNamed = mentions.some(({ type }) => type === 'car' || type === 'partner')
  const isAgainst = /\b(?:versus|vs|against|compared (?:to|with))\b/.test(text)
  const isOfRaces = /\b(?:versus|vs|against|compared (?:to|with)|than) RACES?\b/.test(text)
  if (isOfRaces && (intent === 'position' || intent === 'summary')) return 'compare-races'
  if (isOfRaces && ofSlowness.has(intent)) return 'improved'
  // "Where do we stand against the top five, section by section?"
  const isOfSeveral = mentions.some(
    (one) => one.type === 'position' && one.isTop && one.position > 1,
  )
  if (isOfSeveral && isAgainst && intent === 'where-time') return 'compare-cars'
  return isNamed && isAgainst && (intent === 'position' || intent === 'summary')
    ? 'compare-cars'
    : undefined
}
