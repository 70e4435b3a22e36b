import type { CoachedRace } from '#core/composer/coached-car.ts'
import { exact, fact } from '#core/composer/say.ts'
import type { CarNumber } from '#core/domain/ids.ts'
import type { Sentence } from '#core/protocol/documents/sentence.ts'

/** What the race's notes say is missing of one lap, of one car where it is given. */
export function notesOfLap(
  { race, ofRace }: Pick<CoachedRace, 'race' | 'ofRace'>,
  lap: number,
  car?: CarNumber,
): readonly Sentence[] {
  return race.dataQuality.flatMap(({ code, laps }, index) =>
    code.includes('sections-missing') &&
    laps.some((one) => one.lap === lap && (car === undefined || one.car === car))
      ? [fact`${exact(ofRace(`dataQuality.${index}.text`))}`]
      : [],
  )
}
