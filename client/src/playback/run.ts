import {
  type SectionId,
  sectionIds,
  type SubSectionId,
  subSectionsOf,
} from '#core/domain/quantity.ts'
import type { LoopShares, PerPart } from '../track-map/map-part.ts'

/** What a loop ends: a section, or the first half of one. */
export type LoopId = SectionId | SubSectionId

/** A crossing: where on the lap, and how long after the start of it. */
type Crossing = { readonly loop: LoopId; readonly share: number; readonly atMs: number }

/** A lap as the loops saw it; between two of them nothing was measured. */
export type Run = { readonly crossings: readonly Crossing[]; readonly totalMs: number }

/** A lap's times, of which some may be missing. */
export type RunTimes = PerPart<number> & { readonly lap?: number }

/**
 * A lap from its section and sub-section times. Where a loop missed the car, the loops after it are
 * timed backwards from the finish line. Undefined where not even the whole is known.
 */
export function runOf(times: RunTimes, shares: LoopShares): Run | undefined {
  const ends = sectionEnds(times)
  const totalMs = ends.s3
  if (totalMs === undefined) return undefined
  const starts = { s1: 0, s2: ends.s1, s3: ends.s2 }
  const crossings = sectionIds.flatMap((section) => [
    ...crossingAt(subSectionsOf[section][0], middleMs(section, times, starts, ends), shares),
    ...crossingAt(section, ends[section], shares),
  ])
  return { crossings, totalMs }
}

type Ends = { readonly [section in SectionId]: number | undefined }

function sectionEnds(times: RunTimes): Ends {
  const { s1, s2, s3, s1s2, s2s3 } = times
  const whole = times.lap ?? sum(sum(s1, s2), s3) ?? sum(s1s2, s3) ?? sum(s1, s2s3)
  return {
    s1: s1 ?? minus(whole, s2s3),
    s2: sum(s1, s2) ?? s1s2 ?? minus(whole, s3),
    s3: whole,
  }
}

function middleMs(
  section: SectionId,
  times: RunTimes,
  starts: Ends,
  ends: Ends,
): number | undefined {
  const [first, second] = subSectionsOf[section]
  return sum(starts[section], times[first]) ?? minus(ends[section], times[second])
}

function crossingAt(
  loop: LoopId,
  atMs: number | undefined,
  shares: LoopShares,
): readonly Crossing[] {
  const share = shares[loop]
  return share === undefined || atMs === undefined ? [] : [{ loop, share, atMs }]
}

/** How much of the lap is done: evenly from loop to loop. It stays on the line once it is there. */
export function shareAt({ crossings }: Run, ms: number): number {
  const next = crossings.find(({ atMs }) => atMs > ms)
  if (next === undefined) return 1
  const before = crossings[crossings.indexOf(next) - 1] ?? { share: 0, atMs: 0 }
  return (
    before.share + ((ms - before.atMs) / (next.atMs - before.atMs)) * (next.share - before.share)
  )
}

/** The last loop that was passed; the line before the first. */
export function shareOfLastLoop({ crossings }: Run, ms: number): number {
  return crossings.findLast(({ atMs }) => atMs <= ms)?.share ?? 0
}

/** A gap that was measured: at a loop that both have passed. */
export type GapAtLoop = { readonly loop: LoopId; readonly gapMs: number }

/** The gap at the last loop that both had passed by then; between loops none was measured. */
export function gapAt(run: Run, reference: Run, ms: number): GapAtLoop | undefined {
  const common = run.crossings.flatMap(({ loop, atMs }) => {
    const other = reference.crossings.find((crossing) => crossing.loop === loop)
    const isPassed = other !== undefined && Math.max(atMs, other.atMs) <= ms
    return isPassed ? [{ loop, gapMs: atMs - other.atMs }] : []
  })
  return common.at(-1)
}

/** The loops that a lap had passed by then. */
export function passedAt({ crossings }: Run, ms: number): PerPart<boolean> {
  const passed = new Set(crossings.filter(({ atMs }) => atMs <= ms).map(({ loop }) => loop))
  const ends = sectionIds.filter((section) => passed.has(section))
  return Object.fromEntries([
    ...[...passed].map((loop) => [loop, true]),
    ...ends.flatMap((section) => subSectionsOf[section].map((sub) => [sub, true])),
    ...(passed.has('s2')
      ? [
          ['s1', true],
          ['s1a', true],
          ['s1b', true],
          ['s1s2', true],
        ]
      : []),
    ...(passed.has('s3')
      ? [
          ['s2s3', true],
          ['s2', true],
          ['s2a', true],
          ['s2b', true],
        ]
      : []),
  ])
}

/** "the end of Section 1", "the mid loop of Section 2", "the finish line". */
export function loopName(loop: LoopId): string {
  if (loop === 's3') return 'the finish line'
  const section = `Section ${loop.charAt(1)}`
  return loop.length === 2 ? `the end of ${section}` : `the mid loop of ${section}`
}

function sum(a: number | undefined, b: number | undefined): number | undefined {
  return a === undefined || b === undefined ? undefined : a + b
}

function minus(a: number | undefined, b: number | undefined): number | undefined {
  return a === undefined || b === undefined ? undefined : a - b
}
