import type { CoachedCar } from '#core/composer/coached-car.ts'
import { exact, type Piece } from '#core/composer/say.ts'
import { lapAt } from '../in-race.ts'

/** "car 22 1.234 s ahead at the end of lap 8". */
export function followedAt(car: CoachedCar, lap: number): Piece[] {
  const followed = lapAt(car.pattern, lap)?.followed ?? undefined
  if (followed === undefined) return []
  const at = (field: string) => car.own(`laps.${lap}.${field}`)
  const lapped = followed.lapsAhead === 0 ? '' : ', on another lap,'
  return [
    [
      exact(at('followed.car')),
      `${lapped} `,
      exact(at('followed.intervalMs')),
      ' ahead at the end of ',
      exact(at('lap')),
    ],
  ]
}
