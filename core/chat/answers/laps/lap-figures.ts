import { countCited } from '#core/composer/cited-names.ts'
import { exact, fact, note, type Piece, short } from '#core/composer/say.ts'
import { coachedCar, type CoachedCar } from '#core/composer/coached-car.ts'
import type { Fact } from '#core/domain/fact.ts'
import { computedFact } from '../../computed-fact.ts'
import type { CarQuestion, Written } from '../car-answer.ts'
import { gapBetween, quickerOrSlower } from '../counted-words.ts'
import { placeNamed } from '../named-in.ts'
import { meanOfQuickest } from './quickest-laps.ts'
import { sectionFigures } from '../pace/section-figures.ts'
import { amongRanked, turned } from '../yes-no.ts'

/** The mean of green laps as driven (D7). */
export function meanLap(question: CarQuestion): Written {
  if (placeNamed(question.ask) !== undefined) return sectionFigures(question, 'mean')
  const { car } = question
  if (car.pattern.clean.meanMs === null) return noGreenLaps(car)
  const few = meanOfQuickest(question)
  if (few !== undefined) return few
  const mean = car.own('clean.meanMs')
  const median = car.own('clean.medianMs')
  const against = fieldAgainst(car, 'clean.meanMs', 'Mean of the means of the cars')
  const pull: Piece =
    Number(mean.value) > Number(median.value)
      ? '; your slower laps pull the mean up'
      : Number(mean.value) < Number(median.value)
        ? '; your quicker laps pull the mean down'
        : ''
  return {
    verdict: againstFieldIs(question, against?.gap),
    sentences: [
      fact`Your mean lap was ${exact(mean)} over ${nOf(car)}, as driven.`,
      fact`The median of the same laps is ${exact(median)}${pull}.`,
      againstField(against, 'the field averaged'),
    ],
    computed: against === undefined ? [] : [against.field, against.gap, against.cars],
    asked: [mean],
    also: [car.own('clean.n')],
    suggestions: ['What is my median lap?', 'How consistent am I?', 'Where do I lose time?'],
  }
}

/** The median of green laps as driven (D7). */
export function medianLap(question: CarQuestion): Written {
  if (placeNamed(question.ask) !== undefined) return sectionFigures(question, 'median')
  const { car } = question
  if (car.pattern.clean.medianMs === null) return noGreenLaps(car)
  const median = car.own('clean.medianMs')
  const against = fieldAgainst(car, 'clean.medianMs', 'Mean of the medians of the cars')
  return {
    verdict: againstFieldIs(question, against?.gap),
    sentences: [
      fact`Your median lap was ${exact(median)} over ${nOf(car)}, as driven${Number(car.own('clean.n').value) > 2 ? ': half were quicker, half slower' : ''}.`,
      againstField(against, 'the medians of the field average'),
      paceBeside(car),
    ],
    computed: against === undefined ? [] : [against.field, against.gap, against.cars],
    asked: [median],
    also: [car.own('clean.n')],
    suggestions: ['What was my best lap?', 'How is my pace?', 'What is my average lap?'],
  }
}

/** The sample standard deviation of green laps as driven (D7). */
export function lapStd(question: CarQuestion): Written {
  if (placeNamed(question.ask) !== undefined) return sectionFigures(question, 'std')
  const { car } = question
  const { own, pattern } = car
  if (pattern.clean.stdMs === null) return noGreenLaps(car)
  const std = own('clean.stdMs')
  const steady =
    pattern.steadyMs === null
      ? undefined
      : fact`With the track taken out, half of your laps lie within ±${short(own('steadyMs'))}, ${exact(own('steadyRank'))} of ${exact(own('steadyOf'))} for steadiness.`
  const isLow = amongRanked(pattern.steadyRank, pattern.steadyOf)
  return {
    verdict: /\b(?:(?:high|big|large|bad|wid)\w*|worse|more|a lot)\b/i.test(question.ask.part.text)
      ? turned(isLow)
      : isLow,
    sentences: [
      fact`The standard deviation of your laps was ${exact(std)} over ${nOf(car)}, as driven, around a mean of ${exact(own('clean.meanMs'))}.`,
      steady,
      note`One slow lap moves a standard deviation a lot, and so does a track that changes for everyone.`,
    ],
    asked: [std],
    also: [own('clean.n')],
    suggestions: [
      'How consistent am I?',
      'Which section varies the most?',
      'What were my worst laps?',
    ],
  }
}

function nOf({ own }: CoachedCar): Piece {
  return countCited(own('clean.n'), 'green lap')
}

function paceBeside({ own, pattern }: CoachedCar) {
  if (pattern.lap.paceMs === null || pattern.lap.paceGapMs === null) return undefined
  const off = pattern.lap.paceGapMs
  const gap: Piece =
    Math.abs(off) < 0.5
      ? 'level with'
      : [short(own('lap.paceGapMs')), off > 0 ? ' off' : ' ahead of']
  return fact`With the track taken out your pace is ${gap} the quick quarter of the field, ${exact(own('lap.paceRank'))} of ${exact(own('lap.paceOf'))}.`
}

export function noGreenLaps(car: CoachedCar): Written {
  const { own, pattern } = car
  const laps = countCited(own('lapsDone'), 'lap')
  return {
    outcome: 'not-in-data',
    sentences: [
      pattern.cleanLaps === 0
        ? fact`You did ${laps}, none of them under green from start to finish, so there is no such figure.`
        : fact`Only ${exact(own('cleanLaps'))} of your ${laps} ran under green from start to finish: too few for this figure.`,
      pattern.bestLap === null
        ? undefined
        : fact`Your best lap was ${exact(own('bestLap.lapTimeMs'))} on ${exact(own('bestLap.lap'))}.`,
    ],
    suggestions: ["Which laps don't count?", 'What happened in my race?'],
  }
}

/** Fewest green laps of a car that the averages of a field count (D8). */
export const fewestOfField = 5

/** The field's average of a figure (D8), of the car's class, with this car's distance to it. */
function fieldAgainst(car: CoachedCar, field: string, label: string) {
  const facts = fieldFacts(car, field)
  if (facts.length < 2) return undefined
  const average = computedFact('mean', facts, 'lap-time', label)
  return {
    field: average,
    gap: gapBetween(car.own(field), average, `Car ${car.pattern.car} against that`),
    cars: computedFact('count', facts, 'count', 'Cars with enough green laps'),
  }
}

/** A figure of every car of the class with enough green laps. */
export function fieldFacts(car: CoachedCar, field: string): readonly Fact[] {
  return car.patterns
    .filter(({ carClass, clean }) => carClass === car.pattern.carClass && clean.n >= fewestOfField)
    .flatMap((pattern) => {
      const one = coachedCar(car, pattern).own(field)
      return one.value === null ? [] : [one]
    })
}

/** "Is my median better than the field's?" */
function againstFieldIs({ ask: { part } }: CarQuestion, gap: Fact | undefined) {
  if (gap === undefined || !/\b(?:field|others|everyone|average car|most)\b/i.test(part.text))
    return undefined
  const isSlower = /\b(?:slower|worse|higher)\b/i.test(part.text)
  return isSlower ? Number(gap.value) > 0 : Number(gap.value) < 0
}

function againstField(against: ReturnType<typeof fieldAgainst>, words: string) {
  if (against === undefined) return undefined
  return fact`For comparison, ${words} ${exact(against.field)} over ${exact(against.cars)} cars: you were ${quickerOrSlower(against.gap)}.`
}
