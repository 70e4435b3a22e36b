import { exact, fact, listed, note, type Piece } from '#core/composer/say.ts'
import { lapsAsked, noSuchLap, whichLap } from './asked-laps.ts'
import type { CarQuestion, Written } from '../car-answer.ts'

/** The hour, by the clock of the timing, at which a lap ended; of the best lap where none is named. */
export function lapClock(question: CarQuestion): Written {
  const { ask, car } = question
  const named = lapsAsked(question)
  const best = car.pattern.laps[String(car.pattern.bestLap?.lap)]
  const isNone = ask.part.scope.lap === undefined && ask.part.scope.laps === undefined
  const isBest = isNone && /\b(?:best|fastest|quickest|pb)\b/i.test(ask.part.text)
  const laps = isBest && best !== undefined ? [best] : named
  if (laps.length === 0) return isNone ? whichLap(ask) : noSuchLap(car)
  const timed = laps.filter(({ hourMs }) => hourMs !== null)
  const told = timed.map(({ lap }): Piece => [
    exact(car.own(`laps.${lap}.lap`)),
    ' ended at ',
    exact(car.own(`laps.${lap}.hourMs`)),
  ])
  if (told.length === 0)
    return {
      outcome: 'not-in-data',
      sentences: [note`The timing has no time of day for that lap.`],
      suggestions: ['What was my best lap?'],
    }
  return {
    sentences: [
      fact`By the clock of the timing, local time, your ${listed(told)}.`,
      ...timed
        .filter(({ timeMs }) => timeMs.lap !== undefined)
        .slice(0, 2)
        .map(
          ({ lap }) =>
            fact`The lap time of ${exact(car.own(`laps.${lap}.lap`))} was ${exact(car.own(`laps.${lap}.timeMs.lap`))}.`,
        ),
    ],
    asked: timed.map(({ lap }) => car.own(`laps.${lap}.hourMs`)),
    suggestions: ['What was my best lap?', 'What was the weather then?'],
  }
}
