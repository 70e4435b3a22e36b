import type { Part } from '../understanding.ts'
import { isOneBest } from './one-best.ts'

/** Figures of one car in one race: asked for two cars or two races, they are two questions. */
const ofOneCar = new Set(
  'best-lap worst-lap mean-lap median-lap lap-std ideal-lap gap-to-composite counted-laps top-speed consistency position fastest-lap flags retired race-facts why-position lap-deleted pit-stops movers ranking fastest-where lapped quickest-last-laps season-results weather-range data-quality'.split(
    ' ',
  ),
)
/** A figure of cars that are printed alike is told of each of them. */
export function isToldOfEach(intent: string): boolean {
  return ofOneCar.has(intent)
}

/** Answers about one car in one race, which two cars have another way of asking for. */
const ofOneRace = new Set(
  'where-time strengths pace trend work-on spread summary sub-sections phases repeat streaks stuck-behind median-lap'.split(
    ' ',
  ),
)
const ofSections = new Set('section-figures mean-lap median-lap lap-std spread best-lap'.split(' '))
const compares = /\b(?:vs|versus|than|compar\w*|between|differen\w*|against|better|to)\b/
const most = 4
const besideTheWay =
  /\b(?:in front|ahead of me|in (?:my|the) way|(?:held|holding|hold) me up|stuck behind|traffic|because of)\b/

/** "Best lap in race 1 and race 2", "the median of 13 and 22": one part each. */
export function eachOf(part: Part): readonly Part[] {
  const { intent, text, scope, partners, missing, sections } = part
  if (
    ofSections.has(intent) &&
    sections.length > 1 &&
    sections.length <= most &&
    !compares.test(text)
  )
    return sections.map((section) => {
      const { untaken: _, ...each } = part
      return { ...each, scope: { ...scope, section } }
    })
  const { raceIds = [], cars = [], ...one } = scope
  const isOfRaces = raceIds.length === 2 && cars.length < 2
  if (
    !(ofOneCar.has(intent) || (isOfRaces && ofOneRace.has(intent))) ||
    (compares.test(text) && !isOfRaces) ||
    (partners.length > 0 && intent !== 'position')
  )
    return [part]
  if (missing !== undefined || isOneBest(part)) return [part]
  // Of two cars at the trap the one stands beside the other.
  if (intent === 'top-speed' && cars.length === 2 && raceIds.length < 2) return [part]
  if (raceIds.length > most || cars.length > most) return [part]
  const races = raceIds.length > 1 ? raceIds.map((raceId) => ({ raceId })) : [{}]
  // "Rank 13, 22 and 31 by steadiness" is one order.
  if (intent === 'ranking' && races.length < 2) return [part]
  // "Without laps 24 to 27, I had 93 in front": said of the laps, and asked of nobody.
  const isAside = scope.filter !== undefined && besideTheWay.test(text)
  const each = cars.length > 1 && !isAside ? cars.map((car) => ({ car })) : [{}]
  if (races.length * each.length < 2) return [part]
  return races.flatMap((race) =>
    each.map((car) => ({ ...part, scope: { ...one, ...race, ...car } })),
  )
}
