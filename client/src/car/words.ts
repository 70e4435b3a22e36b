import type { MapPart } from '../track-map/map-part.ts'
import { isCorrected } from './part-figures.ts'
import type { Reference } from '../screen/selection.ts'

/** What a gap is off, in a sentence: "the quick quarter". */
export function referenceName(against: Reference): string {
  if (against === 'quick-quarter') return 'the quick quarter'
  if (against === 'own-best') return 'the car’s own best'
  if (against === 'field-median') return 'the field median'
  if (against === 'composite') return 'the best sections of all cars'
  return `car ${against.slice('car-'.length)}`
}

/** What is said of sections between which the loop failed; empty where none did. */
export function togetherNote(parts: readonly MapPart[], against: Reference): string {
  const joined = parts.find(({ id }) => id.length > 3)
  if (joined === undefined) return ''
  const names = joined.name.replace('Sections', 'sections')
  const failed = `The loop between ${names} failed in this race.`
  return isCorrected(against)
    ? `${failed} Paces, and so the quick quarter, are defined for single sections: each stands over the laps that it was timed on.`
    : `${failed} Together they are timed on every lap.`
}
