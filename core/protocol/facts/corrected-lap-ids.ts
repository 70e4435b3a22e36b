import type { FactId } from '#core/domain/fact.ts'
import { factIdOf } from '#core/domain/fact-id.ts'
import { carInRaceId } from '../documents/collections.ts'
import type { Card, CoachingDocument } from '../documents/coaching-document.ts'

/** The paces that a card's check sets side by side; of race 1 alone where race 2 has too few laps. */
export function correctedLapIds(
  document: CoachingDocument,
  card: Card | undefined,
): readonly FactId[] {
  const check = card?.check ?? undefined
  if (card === undefined || check === undefined) return []
  const raceIds = check.shiftMs === null ? [card.raceId] : [card.raceId, check.raceId]
  return raceIds.map((raceId) =>
    factIdOf(
      'ml_pattern_recommendations',
      carInRaceId(raceId, document.car),
      `sections.${card.quantity}.paceMs`,
    ),
  )
}
