import type { Lap } from './lap.ts'
import type { Quantity } from './quantity.ts'

/** The ways to put a lap together from parts, best first where they are equally quick (D6). */
export const jointBounds = ['sections', 's1s2+s3', 's1+s2s3', 'lap'] as const
type JointBound = (typeof jointBounds)[number]

/** A lap of best parts that no driven lap beats, and which parts make it. */
export type Joint = { readonly jointMs: number; readonly bound: JointBound }

/**
 * The joint composite of laps (D6), or a car's joint ideal (D20). Where a loop missed cars, the
 * fastest lap lacks sections and can be quicker than the sum of the best ones; so sections 1 and 2
 * are also taken together (lap less section 3), and 2 and 3, and the best lap as it was driven: the
 * one given, else the quickest of all.
 */
export function jointOf(
  laps: readonly Lap[],
  bestLapMs: number | undefined = smallest(laps.map(({ timeMs }) => timeMs.lap)),
): Joint | undefined {
  const bestOf = (quantity: Quantity) => smallest(laps.map(({ timeMs }) => timeMs[quantity]))
  const bestWithout = (quantity: Quantity) =>
    smallest(laps.map(({ timeMs }) => less(timeMs.lap, timeMs[quantity])))
  const s1 = bestOf('s1')
  const s3 = bestOf('s3')
  const sums: Readonly<Record<JointBound, number | undefined>> = {
    sections: plus(plus(s1, bestOf('s2')), s3),
    's1s2+s3': plus(bestWithout('s3'), s3),
    's1+s2s3': plus(s1, bestWithout('s1')),
    lap: bestLapMs,
  }
  const jointMs = smallest(Object.values(sums))
  const bound = jointBounds.find((one) => sums[one] === jointMs)
  return jointMs === undefined || bound === undefined ? undefined : { jointMs, bound }
}

function smallest(values: readonly (number | undefined)[]): number | undefined {
  const known = values.filter((value) => value !== undefined)
  return known.length === 0 ? undefined : known.reduce((a, b) => Math.min(a, b))
}

function plus(a: number | undefined, b: number | undefined): number | undefined {
  return a === undefined || b === undefined ? undefined : a + b
}

function less(a: number | undefined, b: number | undefined): number | undefined {
  return a === undefined || b === undefined ? undefined : a - b
}
