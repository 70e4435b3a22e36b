import type { CoachedCar } from '#core/composer/coached-car.ts'
import type { Fact } from '#core/domain/fact.ts'
import { differenceOf, lapAt } from '../in-race.ts'
import type { CarTelling } from '../telling.ts'

/** The race times of both at the end of a lap that both have, as one gap: + is behind the other. */
export function gapAt(
  { keep }: Pick<CarTelling, 'keep'>,
  car: CoachedCar,
  other: CoachedCar,
  lap: number,
): Fact | undefined {
  const own = lapAt(car.pattern, lap)?.elapsedMs ?? undefined
  const theirs = lapAt(other.pattern, lap)?.elapsedMs ?? undefined
  if (own === undefined || theirs === undefined) return undefined
  const at = `laps.${lap}.elapsedMs`
  return keep(
    differenceOf(
      car.own(at),
      other.own(at),
      `Car ${car.pattern.car}, lap ${lap}: gap to car ${other.pattern.car}`,
    ),
  )
}
