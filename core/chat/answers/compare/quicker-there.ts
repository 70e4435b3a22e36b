import {
  countCited,
  fieldOf,
  paceRankCited,
  sectionWithCorners,
} from '#core/composer/cited-names.ts'
import type { CoachedCar } from '#core/composer/coached-car.ts'
import { exact, fact, listed, type Piece, short } from '#core/composer/say.ts'
import type { SectionId, SubSectionId } from '#core/domain/quantity.ts'
import { computedFact } from '../../computed-fact.ts'
import { differenceOf } from '../in-race.ts'
import type { RaceTelling, Written } from '../telling.ts'

/** "Who beats me in section 3?" */
export const whoBeats =
  /\bwho(?:'s|s| is| was| all)?\b.*\b(?:beat(?:s|ing)?|better|quicker|faster|ahead)\b|\bany(?:one|body)\b.*\b(?:beat(?:s|ing)?|better|quicker|faster)\b|\b(?:which|what|how many) (?:cars|drivers|others|ones|guys)\b.*\b(?:beat|better|quicker|faster|ahead)\b/i

/** More cars than these are counted and not named. */
const mostNamed = 10

/** "Who beats me in section 3?": all that are quicker there, the nearest first. */
export function quickerThere(
  { ask, keep }: RaceTelling,
  own: CoachedCar,
  cars: readonly CoachedCar[],
  part: SectionId | SubSectionId,
): Written {
  const at = `${fieldOf(part)}.paceMs`
  const before = cars.findIndex(({ pattern }) => pattern.car === own.pattern.car)
  const quicker = cars.slice(0, before).toReversed()
  const [nearest] = quicker
  const where = sectionWithCorners(own, part)
  const rank = paceRankCited(own, fieldOf(part))
  if (nearest === undefined)
    return {
      sentences: [
        fact`Nobody: car ${short(own.own('car'))} is the quickest on pace in ${where}, the track taken out.`,
      ],
      asked: [own.own('car')],
      suggestions: ['Who is quickest in the other sections?'],
    }
  const gapOf = (car: CoachedCar) => {
    const label = `Car ${own.pattern.car} less car ${car.pattern.car}: pace, ${part}`
    return keep(differenceOf(own.own(at), car.own(at), label))
  }
  const shown = quicker.slice(0, mostNamed)
  const told = shown.map((car): Piece => [exact(car.own('car')), ' by ', short(gapOf(car))])
  const paces = quicker.map((car) => car.own(at))
  const count = keep(computedFact('count', paces, 'count', 'Cars that are quicker there'))
  const those: Piece =
    quicker.length > mostNamed
      ? ', the nearest of them first'
      : quicker.length > 1
        ? ', the nearest first'
        : ''
  return {
    verdict: /\bany(?:one|body)\b/i.test(ask.part.text) ? true : undefined,
    sentences: [
      fact`${countCited(count, 'car')} ${quicker.length === 1 ? 'is' : 'are'} quicker on pace in ${where}, the track taken out${those}: ${listed(told)}.`,
      fact`Car ${short(own.own('car'))} is ${rank} there with ${exact(own.own(at))}.`,
    ],
    asked: [count, ...shown.map((car) => car.own('car'))],
    suggestions: ['Whose onboard do I watch there?', 'Who is quickest in the other sections?'],
  }
}

/** "Who was fastest in sector 1 and by how much?": over the next one. */
export function leadThere(
  { ask, keep }: RaceTelling,
  cars: readonly CoachedCar[],
  part: SectionId | SubSectionId,
) {
  const [first, second] = cars
  const isAsked = /\bby how much\b|\bhow much (?:quicker|faster|better|in it)\b|\bmargin\b/i
  if (first === undefined || second === undefined || !isAsked.test(ask.part.text)) return undefined
  const at = `${fieldOf(part)}.paceMs`
  const label = `Car ${second.pattern.car} less car ${first.pattern.car}: pace, ${part}`
  const gap = keep(differenceOf(second.own(at), first.own(at), label))
  return fact`Car ${short(first.own('car'))} was ${short(gap)} quicker there than the next, ${exact(second.own('car'))}.`
}
