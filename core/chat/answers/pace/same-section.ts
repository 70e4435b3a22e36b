import { countCited, sectionCited } from '#core/composer/cited-names.ts'
import { sameSectionSentences } from '#core/composer/coaching-repeat.ts'
import type { CoachedCar } from '#core/composer/coached-car.ts'
import { fact, listed, note, type Piece } from '#core/composer/say.ts'
import { sectionIds } from '#core/domain/quantity.ts'
import type { CarQuestion, Written } from '../car-answer.ts'
import { notWithoutPace } from '../few-green-laps.ts'
import { placeNamed, sectionOf } from '../named-in.ts'

/** The laps on which one of the sections was the furthest off. */
function countedLaps({ pattern }: CoachedCar): number {
  return sectionIds.reduce((sum, id) => sum + (pattern.sections[id]?.worstOnLaps ?? 0), 0)
}

/** Whether the weak section is the same one lap after lap (D13). */
export function sameSection({ ask, car }: CarQuestion): Written {
  const place = placeNamed(ask)
  const [told] = sameSectionSentences(car)
  const counts = sectionIds.filter(
    (section) => (car.pattern.sections[section]?.worstOnLaps ?? 0) > 0,
  )
  if (counts.length === 0) return notWithoutPace(car)
  const parts = counts.map((section): Piece => [
    sectionCited(car, section),
    ' on ',
    countCited(car.own(`sections.${section}.worstOnLaps`), 'lap'),
  ])
  const lead =
    told?.sentence ??
    fact`No section is off the quick quarter; the furthest from it was ${listed(parts)}.`
  const section = place && sectionOf(place)
  const figures = section && car.pattern.sections[section]
  const most = Math.max(...counts.map((one) => car.pattern.sections[one]?.worstOnLaps ?? 0))
  const own = figures?.worstOnLaps ?? most
  return {
    verdict: /\b(?:mostly|usually|often|main|most)\b/i.test(ask.part.text)
      ? own === most
      : own === countedLaps(car) || (2 * own > countedLaps(car) ? undefined : false),
    sentences: [
      section !== undefined && figures !== undefined
        ? fact`${sectionCited(car, section)} was your furthest off on ${countCited(car.own(`sections.${section}.worstOnLaps`), 'lap')}.`
        : undefined,
      lead,
      note`Each green lap counts for the section in which it was furthest from the quick quarter, the track taken out.`,
    ],
    asked: counts.map((one) => car.own(`sections.${one}.worstOnLaps`)),
    suggestions: ['What should I work on first?', 'Which section varies the most?'],
  }
}
