import type { CoachedCar } from '#core/composer/coached-car.ts'
import type { Fact } from '#core/domain/fact.ts'

/** Where a car's place in the result stands: the official one, else that on the road. */
export const placeFieldOf = ({ pattern }: CoachedCar) =>
  pattern.position === null ? 'positionOnRoad' : 'position'

export const placeOf = (car: CoachedCar): Fact => car.own(placeFieldOf(car))
