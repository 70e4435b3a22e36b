import { factIdOf } from '#core/domain/fact-id.ts'
import type { Quantity } from '#core/domain/quantity.ts'

/** The fact id of a field of a car's patterns: `sections.s2.paceGapMs`. */
export function carFact(raceId: string, car: string, field: string): string {
  return factIdOf('ml_pattern_recommendations', `${raceId}_${car}`, field)
}

/** Where a part of the lap has its figures. */
export function figuresAt(quantity: Quantity): string {
  if (quantity === 'lap') return 'lap'
  return quantity.length === 2 ? `sections.${quantity}` : `subSections.${quantity}`
}
