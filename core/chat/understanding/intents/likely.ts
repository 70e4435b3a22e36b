import type { Reading } from '../entities/reading.ts'
import type { Candidate, Classifier } from './classifier.ts'

/** A section is named, and nearly all that is likely is about one: what was meant is told in the answer. */
export function isOfPlace(candidates: readonly Candidate[], { mentions }: Reading): boolean {
  const isNamed = mentions.some(({ type }) => type === 'section' || type === 'corner')
  const there = candidates.filter(({ id }) => ofPlaces.has(id))
  const [first] = candidates
  const share = there.reduce((sum, { probability }) => sum + probability, 0)
  return isNamed && first !== undefined && ofPlaces.has(first.id) && share >= mostOfPlace
}

const mostOfPlace = 0.6
const ofPlaces = new Set(
  'fastest-where section-figures compare-sections composite where-time sub-sections strengths onboard ranking repeat'.split(
    ' ',
  ),
)

/** How probable it is that a question is about something that timing does not show. */
export function beyondShare(candidates: readonly Candidate[], { intents }: Classifier): number {
  return candidates
    .filter(({ id }) => intents.get(id)?.kind === 'not-in-data')
    .reduce((sum, { probability }) => sum + probability, 0)
}

/** Three at most, none that is out of the question, and nothing that a driver would not click: small talk, tricks. */
export function likeliest(candidates: readonly Candidate[], { intents }: Classifier): string[] {
  const kindOf = ({ id }: Candidate) => intents.get(id)?.kind
  const offered = candidates.filter((one, index) => {
    const isAboutRacing = kindOf(one) === 'answer' || kindOf(one) === 'not-in-data'
    return index === 0 || isAboutRacing
  })
  return offered
    .slice(0, 3)
    .filter(({ probability }, index) => index === 0 || probability >= 0.04)
    .map(({ id }) => id)
}
