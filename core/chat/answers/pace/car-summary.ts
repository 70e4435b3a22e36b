import {
  countCited,
  lapsCited,
  offOrAhead,
  rankCited,
  sectionCited,
  targetLapFacts,
} from '#core/composer/cited-names.ts'
import type { CoachedCar } from '#core/composer/coached-car.ts'
import { fewLapsSummary } from '#core/composer/coaching-few-laps.ts'
import { sectionToWorkOn } from '#core/composer/coaching-repeat.ts'
import { result, summary } from '#core/composer/coaching-summary.ts'
import { whereSentences } from '#core/composer/coaching-where.ts'
import { action, asOne, exact, fact, note, type Piece } from '#core/composer/say.ts'
import type { Sentence } from '#core/protocol/documents/sentence.ts'
import type { CarQuestion, Written } from '../car-answer.ts'
import { placeNamed, sectionOf } from '../named-in.ts'

/** One line that can be said over the radio. */
export function radioLine({ ask, car }: CarQuestion): Written {
  const place = placeNamed(ask)
  const section = place === undefined ? sectionToWorkOn(car) : sectionOf(place)
  const figures = section && car.pattern.sections[section]
  const next = ['What should I work on first?', 'How was my race?']
  if (section === undefined || typeof figures?.paceGapMs !== 'number') {
    const best =
      car.pattern.bestLap === null
        ? note`Too few green laps to say anything useful over the radio.`
        : fact`Best lap ${exact(car.own('bestLap.lapTimeMs'))} on ${exact(car.own('bestLap.lap'))}; too few green laps for more.`
    return { sentences: [best], suggestions: next }
  }
  const laps = targetLapFacts(car, section, 2)
  const how: Piece =
    laps.length > 0
      ? [', drive it as on ', lapsCited(laps)]
      : figures.watch
        ? [', learn it from ', exact(car.own(`sections.${section}.watch.car`))]
        : ''
  return {
    sentences: [
      action`${sectionCited(car, section)}: ${offOrAhead(car.own(`sections.${section}.paceGapMs`))} the quick quarter${how}.`,
    ],
    asked: [car.own(`sections.${section}.paceGapMs`)],
    suggestions: next,
  }
}

function paceOf({ own, pattern }: CoachedCar): Sentence | undefined {
  if (pattern.lap.paceRank === null || typeof pattern.lap.paceGapMs !== 'number') return undefined
  const rank = rankCited(own('lap.paceRank'), own('lap.paceOf'))
  return fact`By pace you were ${rank}, ${offOrAhead(own('lap.paceGapMs'))} the quick quarter, over ${countCited(own('lap.paceN'), 'green lap')}.`
}

/** A car's race in four sentences: the result, the pace, where the time is, what to work on. */
export function carSummary({ car }: CarQuestion): Written {
  const { own, pattern } = car
  if (!pattern.hasEnoughLaps) {
    const [, few] = fewLapsSummary(car)
    return {
      sentences: [
        fact`You finished ${result(car)}.`,
        few,
        pattern.bestLap === null
          ? undefined
          : fact`Your best lap was ${exact(own('bestLap.lapTimeMs'))} on ${exact(own('bestLap.lap'))}.`,
      ],
      asked: [own('positionOnRoad')],
      suggestions: ["Which laps don't count?", 'What happened in my race?'],
    }
  }
  const [, biggest, workOn, watch] = summary(car)
  const [where] = whereSentences(car)
  const best: Piece =
    pattern.bestLap === null
      ? ''
      : ['; your best lap was ', exact(own('bestLap.lapTimeMs')), ' on ', exact(own('bestLap.lap'))]
  return {
    sentences: [
      fact`You finished ${result(car)}${best}.`,
      paceOf(car),
      where?.sentence ?? biggest,
      asOne(workOn, watch),
    ],
    asked: [pattern.position === null ? own('positionOnRoad') : own('position')],
    suggestions: [
      'Where do I lose time?',
      'What am I good at?',
      'What is my card for the next race?',
    ],
  }
}
