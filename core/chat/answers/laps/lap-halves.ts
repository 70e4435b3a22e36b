import { sectionCited } from '#core/composer/cited-names.ts'
import type { CoachedCar } from '#core/composer/coached-car.ts'
import { exact, fact, listed, note, type Piece } from '#core/composer/say.ts'
import type { LapEntry } from '#core/protocol/documents/lap-entry.ts'

export const asksOfHalves =
  /\bsub ?-?(?:section|sector)s?\b|\b(?:mini|micro|small|smaller|little|six) ?-?(?:sub ?-?)?(?:section|sector)s?\b|\bhalves\b|\bs[123][ab]\b/i

/** The halves of the sections on one lap, where the mid loops timed them. */
export function halvesOf(car: CoachedCar, { lap, timeMs }: LapEntry) {
  const timed = car.race.layout.subSections.filter((id) => timeMs[id] !== undefined)
  const asked = timed.map((id) => car.own(`laps.${lap}.timeMs.${id}`))
  const told = timed.map((id, index): Piece => {
    const time = asked[index]
    return time === undefined ? '' : [sectionCited(car, id), ' ', exact(time)]
  })
  return {
    asked,
    sentence:
      told.length === 0
        ? note`The mid loops have no times of that lap.`
        : fact`Your ${exact(car.own(`laps.${lap}.lap`))} in its halves: ${listed(told)}.`,
  }
}
