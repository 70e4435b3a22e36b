import type { Reading } from './reading.ts'
import { findAll } from './reading.ts'

/** How circuits call their corners; the sheets and maps of this season number them. */
export const knownCorners =
  "carousel|corkscrew|kink|hairpin|chicane|esses|bus stop|keyhole|canada corner|thunder valley|hurry downs|moraine(?: sweep)?|bill mitchell(?: bend)?|oak tree|hog ?pen|roller ?coaster|horse ?shoe|south bend|left hook|nascar bend|climbing esses|snake(?: esses)?|sunset bend|cunningham|collier|gendebien|bishop bend|le mans (?:corner|curve|bend)|fangio|big bend|tower turn|charlotte'?s web|museum corner|eau rouge|raidillon|parabolica|copse|stowe|becketts|maggots|casino|lesmo|ascari|spoon|degner|tosa|rivazza|big red|stadium section|boot|inner loop|andretti hairpin|rainey"
const common = new Set(
  'this that the a an my your his her its our their each every which what any one same next last first second third final slow fast quick tight long left right hand handed worst best other better worse slowest fastest quickest tightest trickiest big single certain given particular'.split(
    ' ',
  ),
)
const noun = '(?:corner|curve|bend|hairpin|chicane|esses|complex|kink)'

/** "The Carousel", "Canada Corner", "the Corkscrew of this place": a corner by a name, which nothing here knows. */
export function findNamedCorners(reading: Reading): Reading {
  const read = findAll(
    reading,
    new RegExp(`\\b(?:the )?(?<name>${knownCorners})\\b(?! (?:mode|race))`, 'g'),
    ({ name = '' }) => ({ mentions: [{ type: 'named-corner', name }] }),
  )
  if (read.mentions.length > reading.mentions.length) return read
  return findAll(
    read,
    new RegExp(
      `\\b(?:in|at|through|into|out of|for|around|on|from) (?:the )?(?<name>[a-z]+) ${noun}\\b`,
      'g',
    ),
    ({ name = '' }) =>
      common.has(name) ? undefined : { mentions: [{ type: 'named-corner', name: 'that' }] },
  )
}
