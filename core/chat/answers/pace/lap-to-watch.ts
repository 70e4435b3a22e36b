import { sectionWithCorners } from '#core/composer/cited-names.ts'
import { type CoachedCar, coachedCar } from '#core/composer/coached-car.ts'
import { sectionToWatch, watchIn } from '#core/composer/coaching-actions.ts'
import { exact, fact, note, short } from '#core/composer/say.ts'
import type { SectionId } from '#core/domain/quantity.ts'
import type { CarQuestion, Written } from '../car-answer.ts'

const ofOneCar =
  /\b(?:which|what) (?:lap|one)s? (?:of|by|from)\b|\bwhich of (?:its|his|her|their) laps\b/i

/** "Which lap of car 13 should I watch?": the quickest of that car under green in the section to watch. */
export function lapToWatch(
  { ask, car }: CarQuestion,
  named: SectionId | undefined,
): Written | undefined {
  const { text, scope } = ask.part
  if (!ofOneCar.test(text)) return undefined
  const number = scope.cars?.find((one) => one !== car.pattern.car)
  const isNamed = new RegExp(`\\b${car.pattern.car.split('-')[0]}\\b`).test(text)
  if (number === undefined) return isNamed ? bestLapOf(car) : undefined
  const pattern = car.patterns.find((one) => one.car === number)
  const section = named ?? sectionToWatch(car)
  if (pattern === undefined) return undefined
  const other = coachedCar(car, pattern)
  const lap = section && quickestIn(other, section)
  if (section === undefined || lap === undefined) return bestLapOf(other)
  const isNearest = car.pattern.sections[section]?.watch?.car === number
  return {
    sentences: [
      fact`Lap ${short(other.own(`laps.${lap}.lap`))} of ${exact(other.own('car'))}: its quickest under green in ${sectionWithCorners(car, section)}, ${exact(other.own(`laps.${lap}.timeMs.${section}`))}.`,
      named === undefined ? note`That is the section with the most to learn for you.` : undefined,
      ...(isNearest ? [] : watchIn(car, section)),
    ],
    asked: [other.own(`laps.${lap}.lap`)],
    suggestions: ['Where do I lose time?', 'Whose onboard do I watch?'],
  }
}

function quickestIn({ pattern }: CoachedCar, section: SectionId): number | undefined {
  const timeMs = (lap: number) => pattern.laps[String(lap)]?.timeMs[section] ?? Infinity
  const [best] = Object.values(pattern.laps)
    .filter((lap) => lap.isClean && lap.timeMs[section] !== undefined)
    .map(({ lap }) => lap)
    .toSorted((a, b) => timeMs(a) - timeMs(b))
  return best
}

function bestLapOf({ own, pattern }: CoachedCar): Written | undefined {
  if (pattern.bestLap === null) return undefined
  return {
    sentences: [
      fact`Lap ${short(own('bestLap.lap'))} of ${exact(own('car'))}: its best, ${exact(own('bestLap.lapTimeMs'))}.`,
    ],
    asked: [own('bestLap.lap')],
    suggestions: ['Take that lap apart', 'Whose onboard do I watch?'],
  }
}
