import type { Reference } from '../screen/selection.ts'

/** What a gap is off, in a sentence: "the quick quarter". */
export function referenceName(against: Reference): string {
  if (against === 'quick-quarter') return 'the quick quarter'
  if (against === 'own-best') return 'the car’s own best'
  if (against === 'field-median') return 'the field median'
  if (against === 'composite') return 'the best sections of all cars'
  return `car ${against.slice('car-'.length)}`
}
