import { paceRankCited, sectionWithCorners } from '#core/composer/cited-names.ts'
import type { CoachedCar } from '#core/composer/coached-car.ts'
import { actions, beginWith } from '#core/composer/coaching-actions.ts'
import { sectionToWorkOn } from '#core/composer/coaching-repeat.ts'
import {
  between,
  closeSecond,
  isMaybeNothing,
  whereSentences,
} from '#core/composer/coaching-where.ts'
import { action, asOne, short } from '#core/composer/say.ts'
import type { SectionId } from '#core/domain/quantity.ts'
import type { Sentence } from '#core/protocol/documents/sentence.ts'
import type { CarQuestion, Written } from '../car-answer.ts'
import { withoutPace } from '../few-green-laps.ts'
import { placeNamed, sectionOf } from '../named-in.ts'
import { asksYesNo } from '../yes-no.ts'
import { over, overAtItsEnd } from './pace-basis.ts'
import { repeat } from './repeat.ts'

/** What to work on first: the section, why that one, whose onboard, which own laps. */
export function workOn({ ask, car }: CarQuestion): Written {
  const section = sectionToWorkOn(car)
  if (section === undefined) {
    const few = withoutPace(car)
    const [begin] = beginWith(car)
    return begin === undefined ? few : { ...few, sentences: [begin, ...few.sentences] }
  }
  const gap = car.own(`sections.${section}.paceGapMs`)
  const place = placeNamed(ask)
  if (place !== undefined && !asksYesNo(ask.part.text)) return workThere({ ask, car }, section)
  return {
    verdict: place === undefined ? undefined : sectionOf(place) === section,
    sentences: [...whereToBegin(car, section), closeSecond(car), ...actions(car).slice(0, 2)],
    asked: [gap, car.own(`sections.${section}.paceRank`)],
    also: [car.own(`sections.${section}.repeatGainMs`)],
    suggestions: [
      'What is my card for the next race?',
      'Is it always the same section?',
      'What am I good at?',
    ],
  }
}

/** "What should I work on here?": what is to repeat there, and which section would come first. */
function workThere(question: CarQuestion, first: SectionId): Written {
  const { ask, car } = question
  const place = placeNamed(ask)
  const there = repeat(question)
  return place === undefined || sectionOf(place) === first
    ? there
    : {
        ...there,
        sentences: [
          ...there.sentences,
          action`First to work on over the lap is ${sectionWithCorners(car, first)}.`,
        ],
      }
}

/** The section and how far off it is in one sentence, where it is surely off and the biggest part. */
function whereToBegin(car: CoachedCar, section: SectionId): (Sentence | undefined)[] {
  const { own, pattern } = car
  const first = sectionWithCorners(car, section)
  const at = `sections.${section}`
  if (pattern.opportunities[0] !== section) return [nothingOff(car, section)]
  const why = pattern.firstStandsOut === true ? 'it stands out, ' : ''
  const gap = short(own(`${at}.paceGapMs`))
  return [
    overAtItsEnd(
      action`Work on ${first} first: ${why}${gap} off the quickest quarter of the field, ${paceRankCited(car, at)}${isMaybeNothing(pattern, section) ? between(car, section) : ''}.`,
      car,
      section,
    ),
  ]
}

/** No section is off the quick quarter: what repeating the own best laps would bring, else how the sections stand. */
function nothingOff(car: CoachedCar, section: SectionId): Sentence | undefined {
  const first = sectionWithCorners(car, section)
  if (typeof car.pattern.sections[section]?.repeatGainMs === 'number')
    return overAtItsEnd(
      action`Work on ${first} first: nothing is off the quick quarter, and most is to be gained there by driving every lap like your own best quarter, ${short(car.own(`sections.${section}.repeatGainMs`))}.`,
      car,
      section,
    )
  const [biggest] = whereSentences(car)
  const why =
    biggest === undefined ? over(car, section) : overAtItsEnd(biggest.sentence, car, section)
  return asOne(action`Work on ${first} first.`, why)
}
