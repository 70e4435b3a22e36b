import {
  countCited,
  lapsCited,
  offOrAhead,
  sectionCited,
  targetLapFacts,
} from '#core/composer/cited-names.ts'
import { fewLapsSummary } from '#core/composer/coaching-few-laps.ts'
import { sectionToWorkOn } from '#core/composer/coaching-repeat.ts'
import { summary } from '#core/composer/coaching-summary.ts'
import { action, exact, fact, note, type Piece } from '#core/composer/say.ts'
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
  const how: Piece = laps.length === 0 ? '' : [', drive it as on ', lapsCited(laps)]
  return {
    sentences: [
      action`${sectionCited(car, section)}: ${offOrAhead(car.own(`sections.${section}.paceGapMs`))} the quick quarter${how}.`,
    ],
    asked: [car.own(`sections.${section}.paceGapMs`)],
    suggestions: next,
  }
}

/** The four lines of a car's race, and what they rest on. */
export function carSummary({ car }: CarQuestion): Written {
  const { own, pattern } = car
  if (!pattern.hasEnoughLaps) {
    const [result, few] = fewLapsSummary(car)
    return {
      sentences: [
        result,
        few,
        pattern.bestLap === null
          ? undefined
          : fact`Your best lap was ${exact(own('bestLap.lapTimeMs'))} on ${exact(own('bestLap.lap'))}.`,
      ],
      asked: [own('positionOnRoad')],
      suggestions: ["Which laps don't count?", 'What happened in my race?'],
    }
  }
  const gap: Piece =
    typeof pattern.lap.paceGapMs === 'number'
      ? [', pace ', offOrAhead(own('lap.paceGapMs')), ' the quick quarter']
      : ''
  return {
    sentences: [
      ...summary(car),
      pattern.bestLap === null
        ? undefined
        : fact`Best lap ${exact(own('bestLap.lapTimeMs'))} on ${exact(own('bestLap.lap'))}${gap}, over ${countCited(own('cleanLaps'), 'green lap')}.`,
    ],
    asked: [pattern.position === null ? own('positionOnRoad') : own('position')],
    suggestions: [
      'Where do I lose time?',
      'What am I good at?',
      'What is my card for the next race?',
    ],
  }
}
