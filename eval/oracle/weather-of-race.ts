import type { Row } from './timing-rows.ts'

type Sample = { readonly seconds: number; readonly value: number }

/** The samples of a variable without the sensor's dropouts (D9). */
export function samplesOf(rows: readonly Row[], column: string): readonly Sample[] {
  return rows
    .map((row) => ({ seconds: Number(row['TIME_UTC_SECONDS']), value: Number(row[column]) }))
    .filter(({ value }) => value !== -999)
    .toSorted((a, b) => a.seconds - b.seconds)
}

/** Between the two neighbouring samples; at the ends the first or last one (D9). */
export function valueAt(samples: readonly Sample[], seconds: number): number | undefined {
  const after = samples.find((sample) => sample.seconds >= seconds)
  const before = samples.findLast((sample) => sample.seconds < seconds)
  if (after === undefined || before === undefined) return (after ?? before)?.value
  const share = (seconds - before.seconds) / (after.seconds - before.seconds)
  return before.value + share * (after.value - before.value)
}

/** Hours from UTC at each track, as FORMAT.md has them. */
const offsets: Readonly<Record<string, number>> = {
  barber: -5,
  cota: -5,
  indianapolis: -4,
  'road-america': -5,
  sebring: -4,
  sonoma: -7,
  vir: -4,
}

/** When a car finished a lap: the day of the samples and the clock of the timing sheet. */
export function finishSeconds(
  raceId: string,
  samples: readonly Sample[],
  clockMs: number,
): number | undefined {
  const offset = offsets[raceId.replace(/-r\d$/, '')]
  const [first] = samples
  if (offset === undefined || first === undefined) return undefined
  const day = 86_400
  const midnight = Math.floor((first.seconds + offset * 3600) / day) * day
  return midnight + clockMs / 1000 - offset * 3600
}
