import { countCited } from '#core/composer/cited-names.ts'
import type { CoachedCar } from '#core/composer/coached-car.ts'
import { action, exact, fact, note, short } from '#core/composer/say.ts'
import type { Sentence } from '#core/protocol/documents/sentence.ts'
import type { CarQuestion, Written } from '../car-answer.ts'
import { beside, typicalSpeed } from './straight-or-corners.ts'

/** The driver or the car: timing has the two only together; what the car did already, and the straight, are nearest. */
export function driverOrCar({ car }: CarQuestion): Written {
  const speed = typicalSpeed(car)
  return {
    sentences: [
      note`Timing cannot tell the driver from the car: each time is what the two did together.`,
      doneAlready(car),
      speed &&
        fact`On the straight your typical reading at the trap is ${exact(speed.own)}, ${beside(speed.own, speed.field.middle)} the middle of ${exact(speed.field.cars)} other cars, ${exact(speed.field.middle)}.`,
      action`To know, have another driver try the car on the same day, or watch the onboard of a quicker one.`,
    ],
    computed: [speed?.field.middle, speed?.field.cars],
    asked: [car.pattern.lap.repeatGainMs === null ? undefined : car.own('lap.repeatGainMs')],
    suggestions: [
      'Am I down on the straight or in the corners?',
      'Whose onboard do I watch?',
      'How consistent am I?',
    ],
  }
}

/** What the car did on some laps is in it (D14). */
function doneAlready({ own, pattern }: CoachedCar): Sentence | undefined {
  if (typeof pattern.lap.repeatGainMs !== 'number') return undefined
  return fact`The car did it already on ${exact(own('lap.targetN'))} of ${countCited(own('lap.paceN'), 'green lap')}, on which you were ${short(own('lap.repeatGainMs'))} or more better than your normal, the track taken out.`
}
