import { carsCited } from '#core/composer/cited-names.ts'
import type { CoachedCar } from '#core/composer/coached-car.ts'
import { exact, fact, listed, type Piece } from '#core/composer/say.ts'
import type { Sentence } from '#core/protocol/documents/sentence.ts'
import { lapAt } from '../in-race.ts'
import type { RaceTelling } from '../telling.ts'

const carsNamed = 5

/** What the sheet shows of the whole race on a lap. */
export function raceOnLap({ race, carIn }: RaceTelling, lap: number): Sentence[] {
  const leader = race.patterns.find((pattern) => lapAt(pattern, lap)?.position === 1)
  const first = leader && carIn(leader.car)
  if (first === undefined) return []
  return [
    fact`In the race ${exact(first.own('car'))} led at the end of ${exact(first.own(`laps.${lap}.lap`))}${flagOn(race, lap)}.`,
    ...stopped(race, carIn, lap),
    ...pitted(race, carIn, lap),
    ...movedForEveryone(race, first, lap),
  ]
}

function flagOn(race: RaceTelling['race'], lap: number): Piece {
  const phases = race.race.phases
  if (phases.some(({ restartLap }) => restartLap === lap)) return ', the lap of a restart'
  const at = phases.findIndex(({ fromLap, toLap }) => fromLap <= lap && lap <= toLap)
  const flag = phases[at]?.flag
  if (flag === undefined) return ''
  const words = {
    green: ', under green',
    fcy: ', under full-course yellow',
    'safety-car': ', behind the safety car',
    red: ', with the race stopped by a red flag',
    chequered: ', with the chequered flag',
    unknown: '',
  } as const
  return words[flag]
}

/** Cars whose last lap this was, before the leader's end. */
function stopped(race: RaceTelling['race'], carIn: RaceTelling['carIn'], lap: number): Sentence[] {
  if (lap >= race.race.raceLaps - 1) return []
  const cars = race.patterns.filter(({ lapsDone }) => lapsDone === lap)
  if (cars.length === 0 || cars.length > carsNamed) return []
  const named = cars.flatMap(({ car }) => carIn(car)?.own('car') ?? [])
  return [fact`It is the last lap on the sheet for ${carsCited(named)}; timing does not say why.`]
}

function pitted(race: RaceTelling['race'], carIn: RaceTelling['carIn'], lap: number): Sentence[] {
  const cars = race.patterns.filter((pattern) => lapAt(pattern, lap)?.isPitIn === true)
  if (cars.length === 0 || cars.length > carsNamed) return []
  const named = cars.flatMap(({ car }) => carIn(car)?.own('car') ?? [])
  return [fact`Into the pits on it came ${listed(named.map(exact))}.`]
}

/** How much of the lap was slow or quick for everyone (D11). */
function movedForEveryone(race: RaceTelling['race'], car: CoachedCar, lap: number): Sentence[] {
  const effect = race.weather.field[car.key]?.laps[String(lap)]?.effectMs.lap
  if (effect === undefined || Math.abs(effect) < 100) return []
  const cited = race.day(`field.${car.key}.laps.${lap}.effectMs.lap`)
  const cars = race.day(`field.${car.key}.laps.${lap}.cars`)
  return [
    fact`For the whole field that lap was ${exact(cited)} ${effect > 0 ? 'slower' : 'quicker'} than the typical one, over ${exact(cars)} cars.`,
  ]
}
