import { countCited, offOrAhead, rankCited } from '#core/composer/cited-names.ts'
import { type CoachedCar, coachedCar } from '#core/composer/coached-car.ts'
import { exact, fact, note, type Piece, short } from '#core/composer/say.ts'
import type { Sentence } from '#core/protocol/documents/sentence.ts'
import type { CarQuestion, Written } from '../car-answer.ts'
import { placeNamed } from '../named-in.ts'
import { sectionFigures } from './section-figures.ts'
import { varies } from './spread.ts'
import { amongRanked, asksYesNo } from '../yes-no.ts'

const next = [
  'Which section varies the most?',
  'What would I gain by repeating my best laps?',
  'Did I fade?',
]

/** "Compared to everyone else": the rank is of steadiness. */
const ofOthers = /\b(?:everyone|everybody|the (?:field|others|rest)|compared|rank\w*|stead\w+)\b/i

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
  const both = /\b(?:pace|speed|fast|quick\w*|slow\w*)\b/i.test(ask.part.text)
    ? paceBeside(car)
    : undefined
  const score = fact`Your consistency score is ${exact(own('consistencyScore'))}: the share of your laps, in percent, that lie close to your pace.`
  const steady = fact`Half of your laps lie within ±${short(own('steadyMs'))}, ${exact(own('steadyRank'))} of ${exact(own('steadyOf'))} for steadiness, over ${countCited(own('lap.paceN'), 'green lap')} with the track taken out.`
  const isFirst = pattern.steadyRank === 1
  return {
    verdict: steadiest === undefined ? amongRanked(pattern.steadyRank, pattern.steadyOf) : isFirst,
    sentences: [
      both,
      steadiest,
      ...(asksYesNo(ask.part.text) || ofOthers.test(ask.part.text)
        ? [steady, score]
        : [score, steady]),
      both === undefined ? varies(car) : undefined,
    ],
    asked: [
      ...(both === undefined ? [] : [own('lap.paceRank'), own('lap.paceGapMs')]),
      own('consistencyScore'),
      own('steadyMs'),
      own('steadyRank'),
    ],
    suggestions: next,
  }
}

/** "Steady laps or raw speed?": the ranks of both, the worse one first. */
function paceBeside({ own, pattern }: CoachedCar): Sentence | undefined {
  const { paceRank, paceGapMs } = pattern.lap
  if (paceRank === null || paceGapMs === null || pattern.steadyRank === null) return undefined
  const gap: Piece = [offOrAhead(own('lap.paceGapMs')), ' the quick quarter']
  const pace: Piece = [rankCited(own('lap.paceRank'), own('lap.paceOf')), ' for pace, ', gap]
  const steady: Piece = [rankCited(own('steadyRank'), own('steadyOf')), ' for steadiness']
  if (paceRank === pattern.steadyRank) return fact`Both alike: ${pace}, and ${steady}.`
  return paceRank > pattern.steadyRank
    ? fact`Raw speed more than steadiness: you are ${pace}, but ${steady}.`
    : fact`Steadiness more than raw speed: you are ${steady}, but ${pace}.`
}

function steadiestSentence(car: CoachedCar): Sentence | undefined {
  const first = car.patterns.find(
    ({ steadyRank, carClass }) => steadyRank === 1 && carClass === car.pattern.carClass,
  )
  if (first === undefined) return undefined
  const { own } = coachedCar(car, first)
  return fact`The steadiest was ${exact(own('car'))}: half of its laps lie within ±${short(own('steadyMs'))}, score ${exact(own('consistencyScore'))}.`
}
