import { countCited } from '#core/composer/cited-names.ts'
import { type CoachedCar, coachedCar } from '#core/composer/coached-car.ts'
import { exact, fact, note, short } from '#core/composer/say.ts'
import type { Sentence } from '#core/protocol/documents/sentence.ts'
import type { CarQuestion, Written } from '../car-answer.ts'
import { placeNamed } from '../named-in.ts'
import { sectionFigures } from './section-figures.ts'
import { varies } from './spread.ts'

const next = [
  'Which section varies the most?',
  'What would I gain by repeating my best laps?',
  'Did I fade?',
]

/** Steadiness and consistency score (D17). */
export function consistency(question: CarQuestion): Written {
  const { ask, car } = question
  if (placeNamed(ask) !== undefined) return sectionFigures(question, 'std')
  const { own, pattern } = car
  const steadiest = /\bwho\b|\bmost consistent\b/i.test(ask.part.text)
    ? steadiestSentence(car)
    : undefined
  if (pattern.steadyMs === null || pattern.consistencyScore === null)
    return {
      outcome: steadiest === undefined ? 'not-in-data' : 'answered',
      sentences: [
        steadiest,
        note`You have ${countCited(own('cleanLaps'), 'green lap')}: too few for a consistency score, it takes eight whose track is known.`,
      ],
      also: [own('cleanLaps')],
      suggestions: ["Which laps don't count?", 'What was my best lap?'],
    }
  return {
    sentences: [
      steadiest,
      fact`Your consistency score is ${exact(own('consistencyScore'))}: the share of your laps, in percent, that lie close to your pace.`,
      fact`Half of your laps lie within ±${short(own('steadyMs'))}, ${exact(own('steadyRank'))} of ${exact(own('steadyOf'))} for steadiness, over ${countCited(own('lap.paceN'), 'green lap')} with the track taken out.`,
      varies(car),
    ],
    asked: [own('consistencyScore'), own('steadyMs'), own('steadyRank')],
    suggestions: next,
  }
}

function steadiestSentence(car: CoachedCar): Sentence | undefined {
  const first = car.patterns.find(
    ({ steadyRank, carClass }) => steadyRank === 1 && carClass === car.pattern.carClass,
  )
  if (first === undefined) return undefined
  const { own } = coachedCar(car, first)
  return fact`The steadiest was ${exact(own('car'))}: half of its laps lie within ±${short(own('steadyMs'))}, score ${exact(own('consistencyScore'))}.`
}
