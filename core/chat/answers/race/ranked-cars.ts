import type { CoachedCar } from '#core/composer/coached-car.ts'
import type { Fact } from '#core/domain/fact.ts'
import type { RaceTelling } from '../telling.ts'
import type { Order } from './field-orders.ts'

export type Ranked = { readonly car: CoachedCar; readonly value: Fact }

/** The class with the most laps. */
export function mostCars({ race }: RaceTelling): string {
  const [most] = Object.entries(race.race.classes).toSorted(([, a], [, b]) => b.laps - a.laps)
  return most?.[0] ?? 'none'
}

/** The cars of a class in the order of a figure; those that lack it are left out. */
export function inOrder(
  { race, carIn, keep }: RaceTelling,
  order: Order,
  key: string,
): readonly Ranked[] {
  const cars = race.race.classes[key]?.cars ?? []
  const sign = order.isUp === true ? -1 : 1
  const among = (car: CoachedCar) => Number(order.among?.(car)?.value ?? 0)
  return race.patterns
    .filter(({ car }) => cars.includes(car))
    .flatMap((pattern) => {
      const car = carIn(pattern.car)
      const value = car && order.of(car)
      return car === undefined || value === undefined ? [] : [{ car, value: keep(value) }]
    })
    .toSorted(
      (a, b) =>
        sign * (Number(a.value.value) - Number(b.value.value)) || among(a.car) - among(b.car),
    )
}
