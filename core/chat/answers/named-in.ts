import type { CoachedCar } from '#core/composer/coached-car.ts'
import { sectionCited } from '#core/composer/cited-names.ts'
import { cornersInBrackets } from '#core/composer/cited-names.ts'
import type { Piece } from '#core/composer/say.ts'
import type { CarNumber } from '#core/domain/ids.ts'
import {
  type SectionId,
  sectionIds,
  type SubSectionId,
  subSectionIds,
} from '#core/domain/quantity.ts'
import type { Ask } from '../draft.ts'

const lapWords =
  /\blaps?\s*(?:no\.?|number|#)?\s*\d|\bl\d{1,2}\b|\b(?:best|fastest|quickest|worst|slowest|last|final|first|opening|restart|previous|next|that|this) (?:green |clean )?lap\b|\b(?:that|this) one\b|\d+(?:st|nd|rd|th) lap\b/i
const sectionWords =
  /\b(?:section|sector|split|s)\s*-?(?:\d|one|two|three)|\b(?:turns?|corners?|t)\s*-?\d|\b(?:first|second|third|middle|last|final|that|this) (?:section|sector|split|half|part|corner)\b|\b[123][ab]\b|\bthere\b|\bit\b/i

/** The lap that the question's own words name. A lap that only the screen shows is none. */
export function lapNamed({ part: { text, scope } }: Ask): number | undefined {
  return lapWords.test(text) ? scope.lap : undefined
}

/** The section or sub-section that the question's own words name. */
export function placeNamed({ part: { text, scope } }: Ask): SectionId | SubSectionId | undefined {
  return sectionWords.test(text) ? scope.section : undefined
}

/** The section that a place is, or lies in. */
export function sectionOf(place: SectionId | SubSectionId): SectionId {
  return sectionIds.find((id) => place.startsWith(id)) ?? 's1'
}

export function isSubSection(place: SectionId | SubSectionId): place is SubSectionId {
  return subSectionIds.some((id) => id === place)
}

/** Whether the race was timed in a place: mid loops are not everywhere. */
export function isTimed({ race, key }: CoachedCar, place: SectionId | SubSectionId): boolean {
  return isSubSection(place)
    ? race.layout.subSections.includes(place)
    : (race.classes[key]?.sections.includes(place) ?? false)
}

/** "Section 2", or "Section 2 (Turns 5–11)" where the question named a corner. */
export function placeCited(car: CoachedCar, ask: Ask, place: SectionId | SubSectionId): Piece {
  const isCorner = /\b(?:turns?|corners?|t\d)/i.test(ask.part.text)
  return [sectionCited(car, place), isCorner ? cornersInBrackets(car, place) : '']
}

/** The car that the question compares with: named, or the winner, or who drove the fastest lap. */
export function partnerOf(
  { part: { scope, reference, text } }: Ask,
  car: CoachedCar,
): CarNumber | undefined {
  const named = scope.cars?.find((one) => one !== scope.car)
  if (named !== undefined) return named
  if (reference === 'winner' || /\bwinner\b|\bp1\b/i.test(text))
    return car.patterns.find(({ position, positionOnRoad }) => (position ?? positionOnRoad) === 1)
      ?.car
  if (reference === 'fastest') return car.race.classes[car.key]?.composite.fastestLap?.car
  return undefined
}
