import type { CarSummary } from '#core/protocol/rest/car-summary.ts'

/** Whom a driver would look at first: the next quicker car of the class on pace; for the quickest the next slower. */
export function defaultPartner(
  own: CarSummary,
  cars: readonly CarSummary[],
): CarSummary | undefined {
  const others = cars.filter((one) => one.car !== own.car && one.carClass === own.carClass)
  const ownMs = own.pace?.paceMs
  if (ownMs === undefined) return others[0]
  const awayMs = ({ pace }: CarSummary) =>
    pace === null ? Infinity : Math.abs(pace.paceMs - ownMs)
  const byDistance = others.toSorted((a, b) => awayMs(a) - awayMs(b))
  return byDistance.find(({ pace }) => pace !== null && pace.paceMs < ownMs) ?? byDistance[0]
}
