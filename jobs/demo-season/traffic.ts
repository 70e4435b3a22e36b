import type { Random } from './random.ts'
import type { TrackState } from './track-state.ts'
import type { Step } from './wheel.ts'

/** When a car crossed the line (0) and the six loops (1 to 6) on one lap, and where it lost time by itself. */
type Trail = { readonly atMs: number[]; readonly lost: boolean[] }

/** Other cars: being held up, overtaking, lapping, queueing behind the pace car. */
export type Traffic = {
  readonly startLap: () => void
  /** Whole ms that a sub-section takes among the others. */
  readonly through: (step: Step) => number
}

/** A car further behind than this at the start of a sub-section does not reach the one ahead in it. */
const reachMs = 8000

export function createTraffic(random: Random, state: TrackState): Traffic {
  const before: Trail[][] = []
  let trails: Trail[] = []
  const crossings = new Set<number>()

  function startLap(): void {
    before.unshift(trails)
    before.length = Math.min(before.length, 3)
    trails = []
  }

  function through(step: Step): number {
    if (step.sub === 0) trails.push({ atMs: [step.startMs], lost: [] })
    const amongMs = queueing(
      step,
      step.startMs + step.freeMs + lapping(before.flat(), step, random),
    )
    let endMs = Math.max(Math.round(amongMs + step.lossMs), step.startMs + 1000)
    if (step.sub === 5) endMs = freeMoment(endMs)
    trails.at(-1)?.atMs.push(endMs)
    trails.at(-1)?.lost.push(step.lossMs > 2000)
    if (step.isLeader) state.leaderAt(step.lap - 1 + (step.sub + 1) / 6, endMs)
    return endMs - step.startMs
  }

  /** The end of the sub-section: past each car ahead that it catches, or behind it. */
  function queueing(step: Step, freeEndMs: number): number {
    const isYellow = state.isYellow(step.startMs)
    let endMs = freeEndMs
    for (const otherMs of carsAhead(trails, step)) {
      const intervalMs = isYellow ? random.between(450, 1100) : random.between(120, 420)
      if (endMs >= otherMs + intervalMs) continue
      const advantageMs = Math.max(0, otherMs - endMs)
      const passes = !isYellow && random.chance(0.12 + advantageMs / 700)
      endMs = passes ? endMs + random.between(0, 120) : otherMs + intervalMs
    }
    return endMs
  }

  /** No two cars cross the line in the same millisecond. */
  function freeMoment(ms: number): number {
    let free = ms
    while (crossings.has(free)) free += 1
    crossings.add(free)
    return free
  }

  return { startLap, through }
}

/** When the cars that began a sub-section just before this one end it, the nearest first. */
function carsAhead(trails: readonly Trail[], { sub, startMs }: Step): number[] {
  const near: { beganMs: number; endMs: number }[] = []
  for (const { atMs, lost } of trails.toReversed()) {
    const beganMs = atMs[sub] ?? Infinity
    const endMs = atMs[sub + 1]
    if (endMs === undefined || lost[sub] === true) continue
    if (beganMs <= startMs && startMs - beganMs < reachMs) near.push({ beganMs, endMs })
  }
  return near.toSorted((a, b) => b.beganMs - a.beganMs).map(({ endMs }) => endMs)
}

/** A lapped car lets by, which costs a little all the same. */
function lapping(before: readonly Trail[], { sub, startMs, freeMs }: Step, random: Random): number {
  let lossMs = 0
  for (const { atMs } of before) {
    const beganMs = atMs[sub] ?? Infinity
    const endMs = atMs[sub + 1] ?? -Infinity
    if (beganMs <= startMs && endMs >= startMs + freeMs) lossMs += random.between(40, 450)
  }
  return lossMs
}
