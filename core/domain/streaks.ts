import type { CorrectedLap } from './field-effect.ts'
import { present } from './present.ts'
import { consistencyShare } from './steadiness.ts'

/** Clean laps one after the other, without a gap in lap numbers. */
type Streak = { readonly fromLap: number; readonly toLap: number; readonly laps: number }

/** The longest runs of a car's corrected lap times; of equally long ones the first. Absent below two laps. */
export type Streaks = {
  /** All quicker than the car's own pace. */
  readonly quick?: Streak
  /** All within 0.5 % of it. */
  readonly even?: Streak
}

const fewestLaps = 2

export function streaks(laps: readonly CorrectedLap[], paceMs: number): Streaks {
  return present({
    quick: longest(laps, (ms) => ms < paceMs),
    even: longest(laps, (ms) => Math.abs(ms - paceMs) <= consistencyShare * paceMs),
  })
}

function longest(
  laps: readonly CorrectedLap[],
  belongs: (correctedMs: number) => boolean,
): Streak | undefined {
  let best: Streak | undefined
  let run: Streak | undefined
  for (const { lapNumber, correctedMs } of laps) {
    if (!belongs(correctedMs)) run = undefined
    else if (run?.toLap === lapNumber - 1) run = { ...run, toLap: lapNumber, laps: run.laps + 1 }
    else run = { fromLap: lapNumber, toLap: lapNumber, laps: 1 }
    if (run !== undefined && run.laps >= fewestLaps && run.laps > (best?.laps ?? 0)) best = run
  }
  return best
}
