import { countCited, lapsCited, lapSpan } from '#core/composer/cited-names.ts'
import { exact, fact, listed, note, type Piece } from '#core/composer/say.ts'
import type { CoachedCar } from '#core/composer/coached-car.ts'
import type { Fact } from '#core/domain/fact.ts'
import { computedFact } from '../../computed-fact.ts'
import { inResultOrder, lapsOf, raceNamed, restartLaps } from '../in-race.ts'
import { answering } from '../yes-no.ts'
import { aboutRace, type RaceTelling } from '../telling.ts'

const flagWords = {
  green: 'green',
  fcy: 'full-course yellow',
  'safety-car': 'safety car',
  red: 'red flag',
  chequered: 'chequered flag',
  unknown: 'a flag that is not known',
} as const

/** Yellow phases and restarts, as the leader counts the laps. */
export const flags = aboutRace((telling) => {
  const { race } = telling
  const phases = race.race.phases.map((phase, index) => ({ ...phase, index }))
  const shut = phases.filter(
    ({ flag }) => flag === 'fcy' || flag === 'safety-car' || flag === 'red' || flag === 'unknown',
  )
  const at = (index: number, field: string) => race.ofRace(`phases.${index}.${field}`)
  const told = [...Map.groupBy(shut, ({ flag }) => flag)].map(([flag, spans]): Piece => [
    flagWords[flag],
    ' on ',
    listed(spans.map(({ index }) => lapSpan(at(index, 'fromLap'), at(index, 'toLap')))),
  ])
  const restarts = phases.flatMap(({ restartLap, index }) =>
    restartLap === null ? [] : [at(index, 'restartLap')],
  )
  const count = howMuch(telling, shut)
  const green = fact`Of all ${exact(race.ofRace('laps'))} laps driven, ${exact(race.ofRace('cleanLaps'))} were green from start to finish.`
  return {
    sentences: [
      told.length === 0
        ? answering(
            telling.ask.part.text,
            isAny.test(telling.ask.part.text) ? false : undefined,
            fact`${raceNamed(race)} had no yellow: it was green over all of its ${exact(race.ofRace('raceLaps'))} laps.`,
          )
        : answering(
            telling.ask.part.text,
            isAny.test(telling.ask.part.text) ? true : undefined,
            fact`In ${raceNamed(race)} the leader had ${listed(told)}${count}.`,
          ),
      restarts.length === 0
        ? undefined
        : fact`The restart${restarts.length === 1 ? ' was' : 's were'} on ${lapsCited(restarts)}.`,
      green,
      told.length === 0 ? undefined : note`Timing does not say what a yellow was for.`,
    ],
    asked:
      told.length === 0
        ? [race.ofRace('cleanLaps')]
        : shut.flatMap(({ index }) => [at(index, 'fromLap'), at(index, 'toLap')]),
    suggestions:
      restartLaps(race).length > 0
        ? ['How many places did I make up at the restart?', 'Who was quickest after the restart?']
        : ['Did the weather matter?'],
  }
})

/** A red flag or a certain lap that was asked for is not every flag. */
const isAny = /\b(?:yellows?|cautions?|neutrali\w+)\b(?!.*\blap \d)/i

type Phase = { readonly fromLap: number; readonly toLap: number; readonly index: number }

/** ": 2 neutralisations, 5 laps in all", the laps as the winner's sheet has them. */
function howMuch({ race, carIn, keep }: RaceTelling, phases: readonly Phase[]): Piece {
  const [winner] = inResultOrder(race)
  const car = winner && carIn(winner.car)
  const under = lapsOfWinner(car, phases)
  if (phases.length === 0 || under.length === 0) return ''
  const counted = (facts: readonly Fact[], label: string) =>
    keep(computedFact('count', facts, 'count', label))
  const begins = phases.map(({ index }) => race.ofRace(`phases.${index}.fromLap`))
  return [
    ': ',
    countCited(counted(begins, 'Neutralisations'), 'neutralisation'),
    ', ',
    countCited(counted(under, 'Laps that the winner had under them'), 'lap'),
    ' in all',
  ]
}

function lapsOfWinner(car: CoachedCar | undefined, phases: readonly Phase[]): readonly Fact[] {
  if (car === undefined) return []
  return lapsOf(car.pattern)
    .filter(({ lap }) => phases.some(({ fromLap, toLap }) => fromLap <= lap && lap <= toLap))
    .map(({ lap }) => car.own(`laps.${lap}.lap`))
}
