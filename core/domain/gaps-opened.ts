import type { CarNumber } from './ids.ts'
import type { Lap } from './lap.ts'
import type { RaceView } from './race-view.ts'

/** The car ahead in the order got away: from close to far without another car between. */
export type GapOpened = {
  readonly car: CarNumber
  /** The last lap that ended close behind it, and the first that ended far. */
  readonly closeLap: number
  readonly farLap: number
  readonly closeMs: number
  readonly farMs: number
}

const closeWithinMs = 1_500
const farBeyondMs = 3_000

/** Each time that the interval to one car ahead went from within 1.5 s to beyond 3 s. */
export function gapsOpened(own: readonly Lap[], race: RaceView): readonly GapOpened[] {
  const opened: GapOpened[] = []
  let close: Pick<GapOpened, 'car' | 'closeLap' | 'closeMs'> | undefined
  for (const lap of own) {
    const { carAhead, intervalMs } = race.order.get(lap) ?? {}
    if (carAhead === undefined || intervalMs === undefined || carAhead !== close?.car)
      close = undefined
    if (carAhead === undefined || intervalMs === undefined) continue
    if (intervalMs <= closeWithinMs) {
      close = { car: carAhead, closeLap: lap.lapNumber, closeMs: intervalMs }
    } else if (close !== undefined && intervalMs > farBeyondMs) {
      opened.push({ ...close, farLap: lap.lapNumber, farMs: intervalMs })
      close = undefined
    }
  }
  return opened
}
