import { carsCited, countCited } from '#core/composer/cited-names.ts'
import type { CoachedCar } from '#core/composer/coached-car.ts'
import { exact, fact, listed, note, type Piece } from '#core/composer/say.ts'
import type { Fact } from '#core/domain/fact.ts'
import { raceNamed } from '../in-race.ts'
import type { CarTelling } from '../telling.ts'
import { was } from './gap-over.ts'

/** Of a list of cars so many are named. */
export const carsNamed = 6

type Pair = { readonly car: CoachedCar; readonly on: Fact }

export function pairsOf(
  cars: readonly CoachedCar[],
  of: (car: CoachedCar) => Fact | undefined,
): Pair[] {
  return cars
    .flatMap((car) => {
      const on = of(car)
      return on === undefined ? [] : [{ car, on }]
    })
    .toSorted((a, b) => Number(a.on.value) - Number(b.on.value))
}

/** "Cars 3, 13 and 22 on your lap 13": of one slow car, each lap once. */
function toldByLap(pairs: readonly Pair[], whose: string): Piece {
  const named = [...Map.groupBy(pairs.slice(0, carsNamed), ({ on }) => on.value).values()]
  const told = named.map((group): Piece => [
    carsCited(group.map(({ car }) => car.own('car'))),
    ` on ${whose} `,
    group[0] === undefined ? '' : exact(group[0].on),
  ])
  return [listed(told), pairs.length > carsNamed ? ', and more' : '']
}

function toldOf(pairs: readonly Pair[], whose: string): Piece {
  const named = pairs
    .slice(0, carsNamed)
    .map(({ car, on }): Piece => [exact(car.own('car')), ` on ${whose} `, exact(on)])
  return [listed(named), pairs.length > carsNamed ? ', and more' : '']
}

/** By whom it was lapped, and whom it lapped; of one car that is named only what there was. */
export function saidOf(
  { car, who, race }: CarTelling,
  { by, whom, isOfOne }: { by: readonly Pair[]; whom: readonly Pair[]; isOfOne: boolean },
) {
  const your = who.You === 'You' ? 'your' : 'its'
  const nobody = fact`Nobody lapped ${who.you} in ${raceNamed(race)}, over ${countCited(car.own('lapsDone'), 'lap')}.`
  const bySaid =
    by.length > 0
      ? fact`${who.You} ${was(who.You)} lapped in ${raceNamed(race)} by ${toldByLap(by, your)}.`
      : !isOfOne
        ? nobody
        : undefined
  const whomSaid =
    whom.length > 0
      ? fact`${who.You} lapped ${toldOf(whom, 'its')}.`
      : !isOfOne
        ? note`${who.You} lapped nobody there.`
        : undefined
  return { bySaid, whomSaid }
}
