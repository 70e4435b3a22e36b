import { countCited, lapSpan } from '#core/composer/cited-names.ts'
import { exact, fact, listed, type Piece, short } from '#core/composer/say.ts'
import { quickestClass } from '../laps/fastest-lap.ts'
import { computedFact } from '../../computed-fact.ts'
import { gapAt } from './gap-at.ts'
import { carCount, raceNamed } from '../in-race.ts'
import { lapsLed } from './leaders.ts'
import { howManyLed } from './who-led.ts'
import { firstCars, orderTold, topOf } from './result-order.ts'
import { tookTheFlag } from './retired.ts'
import type { RaceTelling, Written } from '../telling.ts'

const podium = 3
const leadersNamed = 3

/** A race told of nobody: who won and by how much, who led, the yellows, who did not finish, the fastest lap. */
export function wholeRace(telling: RaceTelling): Written {
  const { race } = telling
  const [first, ...others] = firstCars(telling, podium)
  if (first === undefined) return topOf(telling, podium)
  const [second] = others
  const isSameLap = second?.pattern.lapsDone === first.pattern.lapsDone
  const gap =
    second && isSameLap ? gapAt(telling, second, first, first.pattern.lapsDone) : undefined
  const by: Piece = gap === undefined || Number(gap.value) <= 0 ? '' : [' by ', exact(gap)]
  const behind: Piece =
    others.length === 0 ? '' : [', ahead of ', listed(others.map((car) => exact(car.own('car'))))]
  return {
    sentences: [
      fact`Car ${short(first.own('car'))} won ${raceNamed(race)}${by}${behind}${orderTold(race)}.`,
      led(telling),
      shutAndOut(telling),
      fastest(telling),
    ],
    asked: [first.own('car')],
    suggestions: ['Who won the most places?', 'Who was quickest on pace?', 'Who did not finish?'],
  }
}

/** "3 cars led …; the lead changed hands 4 times: car 47 8 laps, …". */
function led(telling: RaceTelling) {
  const cars = lapsLed(telling)
  const told = cars
    .slice(0, leadersNamed)
    .map(({ car, n }): Piece => [exact(car.own('car')), ' ', countCited(n, 'lap')])
  const count = howManyLed(
    telling,
    cars.map(({ car }) => car),
  )
  return count === undefined
    ? undefined
    : fact`${count}${cars.length > 1 ? [': ', listed(told)] : ''}.`
}

/** The laps under yellow, and how many did not see the flag. */
function shutAndOut(telling: RaceTelling) {
  const { race, keep, carIn } = telling
  const at = (index: number, name: string) => race.ofRace(`phases.${index}.${name}`)
  const spans = race.race.phases.flatMap(({ flag }, index) =>
    flag === 'green' || flag === 'chequered'
      ? []
      : [lapSpan(at(index, 'fromLap'), at(index, 'toLap'))],
  )
  const yellow: Piece =
    spans.length === 0 ? 'It was green throughout' : ['It was yellow on ', listed(spans)]
  const out = race.patterns
    .filter((pattern) => !tookTheFlag(pattern))
    .flatMap(({ car }) => carIn(car)?.own('car') ?? [])
  const of = exact(carCount(telling))
  if (out.length === 0) return fact`${yellow}, and all ${of} cars took the flag.`
  const count = keep(computedFact('count', out, 'count', 'Cars without the chequered flag'))
  return fact`${yellow}, and ${exact(count)} of ${of} cars did not get to the flag.`
}

function fastest({ race }: RaceTelling) {
  const key = quickestClass(race)
  if ((race.race.classes[key]?.composite.fastestLap ?? null) === null) return undefined
  const best = (field: string) => exact(race.ofRace(`classes.${key}.composite.fastestLap.${field}`))
  return fact`The fastest lap was ${best('lapTimeMs')} by ${best('car')} on ${best('lap')}.`
}
