import { sectionCited } from '#core/composer/cited-names.ts'
import type { CoachedCar } from '#core/composer/coached-car.ts'
import { exact, fact, listed, type Piece } from '#core/composer/say.ts'
import type { LapEntry } from '#core/protocol/documents/lap-entry.ts'
import type { Ask } from '../../draft.ts'
import type { Written } from '../car-answer.ts'
import { notesOfLap } from '../race/lap-notes.ts'

type LapSection = NonNullable<Awaited<ReturnType<Ask['season']['section']>>>

/** "Why are there no sections on lap 13?": what the race's notes say of it. */
export function noSections(
  car: CoachedCar,
  { lap, timeMs }: LapEntry,
  there: readonly LapSection[],
): Written {
  const number = car.own(`laps.${lap}.lap`)
  const time = timeMs.lap === undefined ? undefined : car.own(`laps.${lap}.timeMs.lap`)
  const known = there.map(({ section, facts }): Piece => [
    sectionCited(car, section),
    ' ',
    exact(facts('timeMs')),
  ])
  return {
    sentences: [
      known.length === 0
        ? fact`The sheet has no section times of yours for ${exact(number)}.`
        : fact`A timing loop missed you on ${exact(number)}: the sheet has only ${listed(known)}.`,
      ...notesOfLap(car, lap, car.pattern.car),
      time && fact`The lap time is there: ${exact(time)}.`,
    ],
    asked: [number, time],
    suggestions: ['What is missing in the data?', "Which laps don't count?"],
  }
}
