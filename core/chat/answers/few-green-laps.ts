import { countCited } from '#core/composer/cited-names.ts'
import type { CoachedCar } from '#core/composer/coached-car.ts'
import { asDrivenSentences, fewLapsSummary } from '#core/composer/coaching-few-laps.ts'
import { note } from '#core/composer/say.ts'
import type { Sentence } from '#core/protocol/documents/sentence.ts'
import type { Written } from './car-answer.ts'

/** What takes a pace cannot be told of too few green laps: that, and what was driven. */
export function notWithoutPace(car: CoachedCar): Written {
  return { ...withoutPace(car), outcome: 'not-in-data' }
}

/** Too few green laps for a pace: what was driven, else that there is nothing to say. */
export function withoutPace(car: CoachedCar, what: 'where' | 'pace' = 'where'): Written {
  const told = car.pattern.hasEnoughLaps
    ? [tooFew(car), asDrivenSentences(car)[0]?.sentence]
    : what === 'pace'
      ? [
          car.pattern.cleanLaps === 0
            ? note`None of your laps was green from start to finish, so there is no pace.`
            : note`You did ${countCited(car.own('cleanLaps'), 'green lap')}: too few for a pace.`,
        ]
      : fewLapsSummary(car).slice(1, 2)
  const isKnown = car.pattern.hasEnoughLaps
  return {
    outcome: isKnown ? 'answered' : 'not-in-data',
    sentences: told,
    also: [car.own('cleanLaps')],
    suggestions: ["Which laps don't count?", 'What was my best lap?'],
  }
}

function tooFew(car: CoachedCar): Sentence {
  return note`${countCited(car.own('cleanLaps'), 'green lap')} are too few for a pace, so nothing can be compared with the track taken out.`
}
