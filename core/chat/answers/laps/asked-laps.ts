import type { CoachedCar } from '#core/composer/coached-car.ts'
import { exact, fact, note } from '#core/composer/say.ts'
import type { LapEntry } from '#core/protocol/documents/lap-entry.ts'
import type { CarQuestion, Written } from '../car-answer.ts'

/** The laps that a question is about, of those that the car did. */
export function lapsAsked({ ask: { part }, car }: CarQuestion): readonly LapEntry[] {
  const { lap, laps = [] } = part.scope
  const named = laps.length > 0 || lap === undefined ? laps : [lap]
  return named.flatMap((number) => car.pattern.laps[String(number)] ?? [])
}

export function noSuchLap({ own }: CoachedCar): Written {
  return {
    outcome: 'not-in-data',
    sentences: [
      fact`You have no such lap in this race; your laps done are ${exact(own('lapsDone'))}.`,
    ],
    suggestions: ['What was my best lap?', 'List my laps'],
  }
}

/** No lap was named: two that every driver thinks of. */
export function whichLap({ part: { text } }: CarQuestion['ask']): Written {
  return {
    outcome: 'asked-back',
    sentences: [note`Which lap do you mean?`],
    suggestions: ['my best lap', 'my last lap'].map((lap) => ({
      label: lap,
      text: `${text}: ${lap}`,
    })),
  }
}
