import type { Driver } from './drivers.ts'
import type { Loop } from './recipe.ts'
import type { TimedLap } from './timed-race.ts'

type Ms = number | undefined

/** What the loops say of a lap; a part is absent where the loop at either end missed the car. */
export type LapParts = {
  readonly driver: Driver
  readonly lap: TimedLap
  readonly sections: readonly Ms[]
  readonly subs: readonly Ms[]
  /** From the start of the lap to each loop. */
  readonly elapsed: readonly Ms[]
}

/** The loop at the end of each sub-section; the last ends at the line, which misses nobody. */
const loopAfter: readonly (Loop | undefined)[] = ['i1a', 'i1', 'i2a', 'i2', 'i3a', undefined]

export function partsOf(driver: Driver, lap: TimedLap): LapParts {
  const seen = (sub: number): boolean => {
    const loop = loopAfter[sub]
    return loop === undefined || !lap.missed.has(loop)
  }
  let atMs = 0
  const elapsed = lap.subMs.map((ms, sub) => {
    atMs += ms
    return seen(sub) ? atMs : undefined
  })
  const subs = lap.subMs.map((ms, sub) => (seen(sub - 1) && seen(sub) ? ms : undefined))
  const sections = [0, 2, 4].map((sub) =>
    seen(sub - 1) && seen(sub + 1) ? (lap.subMs[sub] ?? 0) + (lap.subMs[sub + 1] ?? 0) : undefined,
  )
  return { driver, lap, sections, subs, elapsed }
}

type Marks = ReadonlyMap<LapParts, 2 | 3>

/** The codes of the IMPROVEMENT columns: 2 is a car's best, 3 the best of the race; lap 1 has none. */
export function improvementMarks(cars: readonly (readonly LapParts[])[]): {
  readonly lap: Marks
  readonly sections: readonly Marks[]
} {
  return {
    lap: marksOf(cars, ({ lap }) => lap.lapMs),
    sections: [0, 1, 2].map((at) => marksOf(cars, ({ sections }) => sections[at] ?? Infinity)),
  }
}

function marksOf(cars: readonly (readonly LapParts[])[], timeOf: (one: LapParts) => number): Marks {
  const bests = cars.flatMap((laps) => quickest(laps.slice(1), timeOf))
  const marks = new Map<LapParts, 2 | 3>(bests.map((best) => [best, 2]))
  for (const best of quickest(bests, timeOf)) marks.set(best, 3)
  return marks
}

/** The first of the quickest, if any has a time. */
function quickest(laps: readonly LapParts[], timeOf: (one: LapParts) => number): LapParts[] {
  let best: LapParts | undefined
  let bestMs = Infinity
  for (const one of laps) {
    const ms = timeOf(one)
    if (ms < bestMs) [best, bestMs] = [one, ms]
  }
  return best === undefined ? [] : [best]
}
