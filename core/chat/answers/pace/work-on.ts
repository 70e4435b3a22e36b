import { sectionWithCorners } from '#core/composer/cited-names.ts'
import { actions, beginWith } from '#core/composer/coaching-actions.ts'
import { sectionToWorkOn } from '#core/composer/coaching-repeat.ts'
import { closeSecond, whereSentences } from '#core/composer/coaching-where.ts'
import { action } from '#core/composer/say.ts'
import type { CarQuestion, Written } from '../car-answer.ts'
import { withoutPace } from '../few-green-laps.ts'
import { over } from './pace-basis.ts'

/** What to work on first: the section, why that one, whose onboard, which own laps. */
export function workOn({ car }: CarQuestion): Written {
  const section = sectionToWorkOn(car)
  if (section === undefined) {
    const few = withoutPace(car)
    const [begin] = beginWith(car)
    return begin === undefined ? few : { ...few, sentences: [begin, ...few.sentences] }
  }
  const [biggest] = whereSentences(car)
  const close = closeSecond(car)
  const gap = car.own(`sections.${section}.paceGapMs`)
  return {
    sentences: [
      action`Work on ${sectionWithCorners(car, section)} first.`,
      biggest?.sentence,
      close,
      ...actions(car).slice(0, 2),
      close === undefined ? over(car, section) : undefined,
    ],
    asked: [gap, car.own(`sections.${section}.paceRank`)],
    also: [car.own(`sections.${section}.repeatGainMs`)],
    suggestions: [
      'What is my card for the next race?',
      'Is it always the same section?',
      'What am I good at?',
    ],
  }
}
