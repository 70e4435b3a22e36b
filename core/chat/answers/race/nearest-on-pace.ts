import { rankCited } from '#core/composer/cited-names.ts'
import type { CoachedCar } from '#core/composer/coached-car.ts'
import { exact, fact, short } from '#core/composer/say.ts'
import { differenceOf } from '../in-race.ts'
import type { RaceTelling, Written } from '../telling.ts'
import type { Ranked } from './ranked-cars.ts'

const asked =
  /\b(?:closest|nearest|next|most like|most similar|evenly matched|(?:just|right|directly|immediately) (?:behind|ahead|in front|above|below|slower|quicker|faster))\b(?!.*\bfinish)/i
const isBetter = /\b(?:quicker|faster|better|ahead|above|up)\b/i
const isWorse = /\b(?:slower|worse|behind|below|chasing)\b/i

/** "Who is closest to him on pace?": that one car, and on which side; undefined where that is not asked. */
export function nearestOnPace(
  { ask, keep }: RaceTelling,
  own: CoachedCar,
  cars: readonly Ranked[],
): Written | undefined {
  const at = cars.findIndex(({ car }) => car.pattern.car === own.pattern.car)
  const { text } = ask.part
  const mine = cars[at]
  if (mine === undefined || !asked.test(text)) return undefined
  const beside = [
    isWorse.test(text) ? undefined : cars[at - 1],
    isBetter.test(text) ? undefined : cars[at + 1],
  ]
  const [near, other] = beside
    .filter((one) => one !== undefined)
    .map((one) => {
      const label = `Car ${one.car.pattern.car} less car ${own.pattern.car}: pace`
      return { car: one.car, gap: keep(differenceOf(one.value, mine.value, label)) }
    })
    .toSorted((a, b) => Math.abs(Number(a.gap.value)) - Math.abs(Number(b.gap.value)))
  if (near === undefined) return undefined
  const way = ({ gap }: typeof near) => (Number(gap.value) < 0 ? 'quicker' : 'slower')
  const rank = (car: CoachedCar) => rankCited(car.own('lap.paceRank'), car.own('lap.paceOf'))
  return {
    sentences: [
      fact`Closest to ${exact(own.own('car'))} on pace is ${exact(near.car.own('car'))}, ${short(near.gap)} a lap ${way(near)}, the track taken out: ${rank(own)} and ${rank(near.car)}.`,
      other &&
        fact`On the other side ${exact(other.car.own('car'))} is ${short(other.gap)} ${way(other)}.`,
    ],
    asked: [near.car.own('car'), near.gap],
    suggestions: [`Compare me with car ${near.car.pattern.car}`, 'Who was quickest on pace?'],
  }
}
