import type { SectionId, SubSectionId } from '#core/domain/quantity.ts'
import type { CarSection, CarSectionsAnswer } from '#core/protocol/rest/car-sections-answer.ts'

/** A row of the table: a section or a half of one. */
export type PartOfLap = {
  readonly id: SectionId | SubSectionId
  readonly isHalf: boolean
  readonly cornerRange: string | null
  readonly pace: CarSection['pace']
  /** On how many laps it was the furthest off; of a whole section only. */
  readonly worstOnLaps?: number
}

/** Every section and sub-section that was timed, in the order of the lap. */
export function partsOfLap({
  sections,
}: Pick<CarSectionsAnswer, 'sections'>): readonly PartOfLap[] {
  return sections.flatMap(({ section, cornerRange, pace, worstOnLaps, subSections }) => [
    { id: section, isHalf: false, cornerRange, pace, worstOnLaps },
    ...subSections.map((half) => ({
      id: half.subSection,
      isHalf: true,
      cornerRange: half.cornerRange,
      pace: half.pace,
    })),
  ])
}

/** From which to which gap the table draws: all intervals and nothing at all. */
export function gapSpan(parts: readonly PartOfLap[]): readonly [number, number] {
  const ends = parts.flatMap(({ pace }) =>
    pace === null ? [] : [pace.gapMs ?? 0, pace.gapLowMs ?? 0, pace.gapHighMs ?? 0],
  )
  return [Math.min(0, ...ends), Math.max(100, ...ends)]
}
