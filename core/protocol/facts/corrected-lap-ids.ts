import type { FactId } from '#core/domain/fact.ts'
import { factIdOf } from '#core/domain/fact.ts'
import { carInRaceId } from '../documents/collections.ts'
import type { Card, CoachingDocument } from '../documents/coaching-document.ts'

/** The paces of both races that a card's check sets side by side. */
export function correctedLapIds(
  document: CoachingDocument,
  card: Card | undefined,
): readonly FactId[] {
  const check = card?.check ?? undefined
  if (card === undefined || check === undefined) return []
  return [card.raceId, check.raceId].map((raceId) =>
    factIdOf(
      'ml_pattern_recommendations',
      carInRaceId(raceId, document.car),
      `sections.${card.quantity}.paceMs`,
    ),
  )
}
