import type { CoachedCar } from '#core/composer/coached-car.ts'
import { asOne, exact, fact, type Piece, short } from '#core/composer/say.ts'
import type { Fact } from '#core/domain/fact.ts'
import type { Sentence } from '#core/protocol/documents/sentence.ts'
import { differenceOf } from '../in-race.ts'
import { name, type Two } from './compared-figure.ts'

type Told = { readonly sentence: Sentence; readonly asked: readonly Fact[] }

/** The best laps and the steadiness, together where neither is what the answer begins with. */
export function besideThem(
  best: Told | undefined,
  steady: Told | undefined,
  lead: Told | undefined,
) {
  if (best === undefined || best === lead) return steady
  const sentence = asOne(best.sentence, steady?.sentence)
  return sentence && { asked: best.asked, sentence }
}

/** The best laps of both, as driven. */
export function bestTold(two: Two) {
  const { car, rival } = two
  if (car.pattern.bestLap === null || rival.pattern.bestLap === null) return undefined
  const best = (one: CoachedCar): Piece => [
    exact(one.own('bestLap.lapTimeMs')),
    ' by ',
    name(one),
    ' (',
    exact(one.own('bestLap.lap')),
    ')',
  ]
  const label = `Car ${car.pattern.car} less car ${rival.pattern.car}: best laps`
  const gap = two.keep(
    differenceOf(car.own('bestLap.lapTimeMs'), rival.own('bestLap.lapTimeMs'), label),
  )
  const quicker = Number(gap.value) < 0 ? car : rival
  const apart: Piece =
    Number(gap.value) === 0 ? '' : [', ', name(quicker), ' quicker by ', exact(gap)]
  return {
    asked: [car.own('bestLap.lapTimeMs'), rival.own('bestLap.lapTimeMs')],
    sentence: fact`Best laps: ${best(car)}, ${best(rival)}${apart}.`,
  }
}

/** What half of the laps of each lie within (D17). */
export function steadyTold({ car, rival }: Two) {
  if (car.pattern.steadyMs === null || rival.pattern.steadyMs === null) return undefined
  const within = (one: CoachedCar): Piece => ['±', short(one.own('steadyMs')), ' for ', name(one)]
  return {
    asked: [],
    sentence: fact`Half of the laps lie within ${within(car)}, ${within(rival)}.`,
  }
}
