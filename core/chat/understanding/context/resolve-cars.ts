import type { CarNumber } from '#core/domain/ids.ts'
import type { RaceNames, SeasonNames } from '../entities/season-names.ts'

export type FoundCar =
  | { readonly type: 'car'; readonly car: CarNumber }
  /** Printed alike, or differing in leading zeros only. */
  | { readonly type: 'several'; readonly cars: readonly CarNumber[] }
  | { readonly type: 'unknown'; readonly number: string }

/**
 * A number as it was said, in a race, else in the season. '03' and '3' are two cars where both race; where only one of
 * them does, that one is meant. '3' is asked about where a '3-2' was printed alike.
 */
export function findCar(number: string, race: RaceNames | undefined, names: SeasonNames): FoundCar {
  const cars = [...(race?.cars.keys() ?? names.cars)]
  const exact = cars.find((car) => car === number)
  const alike = cars.filter((car) => printed(car) === printed(number))
  const isTold = /-\d$/.test(number)
  const twins = alike.filter((car) => car === exact || car.startsWith(`${exact ?? number}-`))
  if (exact !== undefined) {
    return isTold || twins.length < 2 || race === undefined
      ? { type: 'car', car: exact }
      : { type: 'several', cars: twins }
  }
  const [only, ...others] = isTold ? [] : alike
  if (only === undefined) return { type: 'unknown', number }
  return others.length === 0 ? { type: 'car', car: only } : { type: 'several', cars: alike }
}

/** '021' and '21' are 21, '3-2' is 3. */
function printed(number: string): string {
  return number.replace(/-\d+$/, '').replace(/^0+(?=\d)/, '')
}
