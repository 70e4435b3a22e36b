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

/** The lap that the question is about, if it is about one. The understanding takes none from the screen unless it is needed. */
export function lapNamed({ part: { scope } }: Ask): number | undefined {
  return scope.lap
}

/** The lap that the question names by its number: "my best lap" is one too, but that is what is asked for. */
export function lapSaid({ part: { scope, text } }: Ask): number | undefined {
  const isSaid = new RegExp(
    `\\b${String(scope.lap)}\\b|\\b(?:last|first|opening) lap\\b|\\b(?:it|that|this)\\b`,
    'i',
  )
  return scope.lap !== undefined && isSaid.test(text) ? scope.lap : undefined
}

/** The section or sub-section that the question is about, if it is about one. */
export function placeNamed({ part: { scope } }: Ask): SectionId | SubSectionId | undefined {
  return scope.section
}

/** All sections and sub-sections that the question is about. */
export function placesNamed(ask: Ask): readonly (SectionId | SubSectionId)[] {
  const only = placeNamed(ask)
  return ask.part.sections ?? (only === undefined ? [] : [only])
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
  // Who was first on a lap is another question than who won.
  const isFirst = scope.lap === undefined && /\bp1\b/i.test(text)
  if (reference === 'winner' || isFirst || /\bwinner\b/i.test(text))
    return car.patterns.find(({ position, positionOnRoad }) => (position ?? positionOnRoad) === 1)
      ?.car
  if (reference === 'fastest') return car.race.classes[car.key]?.composite.fastestLap?.car
  return undefined
}
