import type { OracleLap } from './race-laps.ts'
import type { Row } from './timing-rows.ts'

/** D18: the cars that completed a lap, in the order of their elapsed times. */
export function orderOnLap(laps: readonly OracleLap[], lap: number): readonly OracleLap[] {
  return laps.filter((one) => one.lap === lap).toSorted((a, b) => a.elapsedMs - b.elapsedMs)
}

export function positionOn(laps: readonly OracleLap[], car: string, lap: number) {
  const place = orderOnLap(laps, lap).findIndex((one) => one.car === car)
  return place === -1 ? undefined : place + 1
}

/** To the car ahead on that lap. */
export function intervalOn(laps: readonly OracleLap[], car: string, lap: number) {
  const order = orderOnLap(laps, lap)
  const place = order.findIndex((one) => one.car === car)
  const [own, ahead] = [order[place], order[place - 1]]
  return own === undefined || ahead === undefined ? undefined : own.elapsedMs - ahead.elapsedMs
}

/** Official positions by printed number. Of two cars printed alike the sheet does not say which is which: none. */
export function officialPositions(results: readonly Row[]): ReadonlyMap<string, number> {
  const placed = results.filter((row) => row['POSITION'] !== '' && row['NUMBER'] !== '')
  const byNumber = Map.groupBy(placed, (row) => row['NUMBER'] ?? '')
  return new Map(
    [...byNumber].flatMap(([car, [first, second]]) =>
      first === undefined || second !== undefined ? [] : [[car, Number(first['POSITION'])]],
    ),
  )
}

/** Official beats what is not marked, that beats the provisional (D18). */
export function officialFile(files: readonly string[]): string | undefined {
  const results = files.filter((file) => /\/0[03]_[^/]*$/.test(file))
  return (
    results.find((file) => /official/i.test(file)) ??
    results.find((file) => !/provisional/i.test(file)) ??
    results[0]
  )
}
