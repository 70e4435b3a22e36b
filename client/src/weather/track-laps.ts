import type { FieldAnswer } from '#core/protocol/rest/field-answer.ts'
import type { WeatherAnswer } from '#core/protocol/rest/weather-answer.ts'
import { signedGap } from '../numbers/signed-gap.ts'

/** What the track did to everyone on a lap, and the weather at its end; what is not known is absent. */
export type TrackLap = {
  readonly lap: number
  /** + was slower for the whole field than its typical lap. */
  readonly effectMs?: number
  /** Cars that it rests on. */
  readonly cars?: number
  readonly values: WeatherAnswer['laps'][number]['values']
}

/** Lap after lap from the first to the last that anything is known of, those without an effect included. */
export function trackLaps(
  field: Pick<FieldAnswer, 'laps'>,
  weather: Pick<WeatherAnswer, 'laps'> | undefined,
): readonly TrackLap[] {
  const effects = new Map(field.laps.map((lap) => [lap.lap, lap]))
  const values = new Map(weather?.laps.map((lap) => [lap.lap, lap.values]))
  const known = [...effects.keys(), ...values.keys()]
  if (known.length === 0) return []
  const first = known.reduce((a, b) => Math.min(a, b))
  const last = known.reduce((a, b) => Math.max(a, b))
  return Array.from({ length: last - first + 1 }, (_, index) => {
    const lap = first + index
    const effect = effects.get(lap)
    const effectMs = effect?.effectMs.lap ?? undefined
    return {
      lap,
      ...(effectMs !== undefined && { effectMs }),
      ...(effect !== undefined && { cars: effect.cars }),
      values: values.get(lap) ?? {},
    }
  })
}

/** "the whole field +0.344 s against its typical lap"; undefined where it is not known. */
export function effectInWords(laps: readonly TrackLap[], lap: number): string | undefined {
  const effectMs = laps.find((one) => one.lap === lap)?.effectMs
  return effectMs === undefined
    ? undefined
    : `the whole field ${signedGap(effectMs)} s against its typical lap`
}
