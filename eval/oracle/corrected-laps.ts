import type { OracleLap, Quantity } from './race-laps.ts'
import { medianOf, pairSlopes, quartileOf } from './summary.ts'

/** A lap number and its time without what the track did to everyone (D11). */
export type Corrected = readonly [lap: number, ms: number]

/** D11 by its text: ten cycles over cars with three laps and laps with five of those cars. */
export function correctedByCar(
  laps: readonly OracleLap[],
  quantity: Quantity,
): ReadonlyMap<string, readonly Corrected[]> {
  const clean = laps.flatMap(({ car, lap, isClean, ms }) => {
    const time = ms[quantity]
    return isClean && time !== undefined ? [{ car, lap, time }] : []
  })
  const often = Map.groupBy(clean, ({ car }) => car)
  const ofCars = clean.filter(({ car }) => (often.get(car)?.length ?? 0) >= 3)
  const crowded = Map.groupBy(ofCars, ({ lap }) => lap)
  const used = ofCars.filter(({ lap }) => (crowded.get(lap)?.length ?? 0) >= 5)
  const byCar = Map.groupBy(used, ({ car }) => car)
  const byLap = Map.groupBy(used, ({ lap }) => lap)
  const own = new Map<string, number>()
  const effect = new Map([...byLap.keys()].map((lap) => [lap, 0]))
  for (let cycle = 0; cycle < 10; cycle++) {
    for (const [car, times] of byCar)
      own.set(car, sure(medianOf(times.map(({ lap, time }) => time - sure(effect.get(lap))))))
    for (const [lap, times] of byLap)
      effect.set(lap, sure(medianOf(times.map(({ car, time }) => time - sure(own.get(car))))))
  }
  const middle = medianOf([...effect.values()]) ?? 0
  return new Map(
    [...byCar].map(([car, times]) => [
      car,
      times.map(({ lap, time }) => [lap, time - (sure(effect.get(lap)) - middle)]),
    ]),
  )
}

function sure(value: number | undefined): number {
  if (value === undefined) throw new Error('a lap without an effect')
  return value
}

/** D12: pace by car, and the quick quarter of them. */
export function pacesOf(corrected: ReadonlyMap<string, readonly Corrected[]>) {
  const paces = new Map(
    [...corrected].flatMap(([car, laps]) => {
      const pace = laps.length < 6 ? undefined : medianOf(laps.map(([, ms]) => ms))
      return pace === undefined ? [] : [[car, pace]]
    }),
  )
  const all = [...paces.values()]
  return { paces, quick: all.length < 8 ? undefined : quartileOf(all, 0.25) }
}

/** D14. */
export function repeatGainOf(laps: readonly Corrected[]): number | undefined {
  if (laps.length < 9) return undefined
  const times = laps.map(([, ms]) => ms)
  const target = sure(quartileOf(times, 0.25))
  const on = laps.filter(([, ms]) => ms <= target).map(([lap]) => lap)
  return Math.max(...on) - Math.min(...on) < 5 ? undefined : sure(medianOf(times)) - target
}

/** D16. */
export function trendOf(laps: readonly Corrected[]) {
  const n = laps.length
  if (n < 8) return undefined
  const slopes = pairSlopes(laps)
  const spread = 1.959963984540054 * Math.sqrt((n * (n - 1) * (2 * n + 5)) / 18)
  const k = Math.floor((slopes.length - spread) / 2)
  const low = sure(slopes[k - 1])
  const high = sure(slopes[slopes.length - k])
  return {
    slope: sure(medianOf(slopes)),
    verdict: high < 0 ? 'improving' : low > 0 ? 'fading' : 'steady',
  }
}

/** D17. */
export function steadinessOf(laps: readonly Corrected[]) {
  if (laps.length < 8) return undefined
  const times = laps.map(([, ms]) => ms)
  const pace = sure(medianOf(times))
  const near = times.filter((ms) => Math.abs(ms - pace) <= 0.005 * pace).length
  return {
    steady: (sure(quartileOf(times, 0.75)) - sure(quartileOf(times, 0.25))) / 2,
    score: Math.floor((100 * near) / times.length + 0.5),
  }
}
