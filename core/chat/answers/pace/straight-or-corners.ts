import { sectionWithCorners } from '#core/composer/cited-names.ts'
import { type CoachedCar, coachedCar } from '#core/composer/coached-car.ts'
import { exact, fact, note, type Piece, short } from '#core/composer/say.ts'
import { sectionGaps } from '#core/composer/section-gaps.ts'
import type { Fact } from '#core/domain/fact.ts'
import type { Sentence } from '#core/protocol/documents/sentence.ts'
import { computedFact } from '../../computed-fact.ts'
import type { CarQuestion, Written } from '../car-answer.ts'
import { fewestLaps, speedsOf } from './speeds.ts'
import type { Verdict } from '../yes-no.ts'

/** Straight or corners: the trap beside the sections. Never the engine. */
export function straightOrCorners({ ask, car }: CarQuestion): Written {
  const own = middleSpeed(car)
  const where = whereOff(car)
  const next = [
    'Where do I lose time?',
    'What was my top speed?',
    'Which half of the section is it?',
  ]
  if (own === undefined)
    return {
      outcome: 'not-in-data',
      sentences: [
        note`The speed at the trap was not measured on enough of your green laps, so straight and corners cannot be told apart.`,
        where,
        note`Speed recorded in the car, or your onboard beside another's, would tell.`,
      ],
      suggestions: next,
    }
  const field = speedOfOthers(car)
  const kph = field === undefined ? undefined : Number(own.value) - Number(field.middle.value)
  return {
    verdict: kph === undefined ? undefined : verdictOf(ask.part.text, kph),
    sentences: [
      field === undefined
        ? fact`At the trap your typical reading is ${exact(own)}; no other car has enough to compare.`
        : fact`By the trap ${straightSaid(kph)}: your typical reading on a green lap is ${exact(own)}, ${beside(own, field.middle)} the middle of ${exact(field.cars)} other cars, ${exact(field.middle)}.`,
      where,
      note`Trap speed also tells of the exit before it and of a tow, so it does not name a reason, least of all the engine; timing sees sections, not single corners.`,
    ],
    computed: [field?.middle, field?.cars],
    asked: [own, field?.middle],
    suggestions: next,
  }
}

/** A reading has steps of one km/h: less than that off the middle is none. */
const telling = 0.95

function straightSaid(kph = 0): string {
  if (kph <= -telling) return 'the straight has a part in it'
  return kph >= telling ? 'it is not the straight' : 'it is hardly the straight'
}

/** "Am I slow on the straights?", "is it the corners?", "am I quick in a straight line?" */
function verdictOf(text: string, kph: number): Verdict | undefined {
  // What of it is the engine, no trap tells.
  if (/\b(?:engine|motor|power|horsepower|hp)\b/i.test(text)) return 'unknown'
  const [first = ''] = /corner|turn|straight|speed|top end|power/i.exec(text) ?? []
  if (/corner|turn/i.test(first)) return kph <= -telling ? 'unknown' : 'probably'
  if (/\b(?:quick|fast|good|strong|ok|okay|fine)\b/i.test(text))
    return Math.abs(kph) < telling ? 'middling' : kph > 0
  return kph <= -telling
}

/** The typical reading at the trap, beside that of the other cars. */
export function typicalSpeed(car: CoachedCar) {
  const own = middleSpeed(car)
  const field = speedOfOthers(car)
  return own === undefined || field === undefined ? undefined : { own, field }
}

export function beside(own: Fact, field: Fact): Piece {
  const kph = Number(own.value) - Number(field.value)
  if (Math.abs(kph) < 0.05) return 'level with'
  return kph > 0 ? 'above' : 'below'
}

/** The reading in the middle of a car's green laps; of an even number the lower of the two. */
function middleSpeed(car: CoachedCar): Fact | undefined {
  const speeds = speedsOf(car, ({ isClean }) => isClean)
  if (speeds.length < fewestLaps) return undefined
  return speeds.toSorted((a, b) => Number(a.value) - Number(b.value))[
    Math.floor((speeds.length - 1) / 2)
  ]
}

function speedOfOthers(car: CoachedCar) {
  const others = car.patterns
    .filter((one) => one.carClass === car.pattern.carClass && one.car !== car.pattern.car)
    .flatMap((one) => middleSpeed(coachedCar(car, one)) ?? [])
  if (others.length === 0) return undefined
  return {
    middle: computedFact(
      'median',
      others,
      'speed',
      'Typical speed at the trap, the middle of the other cars',
    ),
    cars: computedFact('count', others, 'count', 'Other cars with a typical speed at the trap'),
  }
}

function whereOff(car: CoachedCar): Sentence | undefined {
  const [first] = sectionGaps(car.pattern)
  if (first === undefined) return undefined
  const gap = car.own(`sections.${first.section}.paceGapMs`)
  return first.gapMs >= 0.5
    ? fact`By section you are furthest off the quick quarter in ${sectionWithCorners(car, first.section)}: ${short(gap)}.`
    : fact`By section you are nowhere off the quick quarter.`
}
