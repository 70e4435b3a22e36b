import type { Part } from '../understanding.ts'

const bests: ReadonlySet<string> = new Set([
  'best-lap',
  'fastest-lap',
  'fastest-where',
  'section-figures',
])

/** "My best lap of the weekend", "the quickest section 2 over both races": one time is asked for, whichever race it is of. */
export function isOneBest({
  intent,
  text,
  scope,
}: Pick<Part, 'intent' | 'text' | 'scope'>): boolean {
  const isOfSection = intent.endsWith('-lap') || scope.section !== undefined
  const isBest = intent !== 'section-figures' || /\b(?:best|fastest|quickest)\b/i.test(text)
  return (
    bests.has(intent) &&
    isOfSection &&
    isBest &&
    (scope.raceIds?.length ?? 0) === 2 &&
    (scope.cars?.length ?? 0) < 2 &&
    oneOfSeveral.test(text) &&
    !eachOfThem.test(text)
  )
}

const oneOfSeveral =
  /\bweekend\b|\b(?:overall|altogether|combined|all in all|in total|outright|of all|absolute)\b|\b(?:over|across|of|from|out of|between|in) (?:both|the two|the races|my two|either)\b|\bwhich race\b|\b(?:race (?:1|one)|r1|saturday) or (?:race |r)?(?:2|two|sunday)\b/i
const eachOfThem = /\b(?:each|every|per|respectively|laps)\b|\bboth (?:best|laps|times)\b/i
