import { probit } from 'simple-statistics'
import type { CorrectedLap } from './field-effect.ts'
import { present } from './present.ts'
import { median, quantile } from './quantile.ts'

/** Laps of a car between two change points of its corrected lap time. */
export type Phase = {
  readonly fromLap: number
  readonly toLap: number
  readonly n: number
  readonly medianMs: number
  /** Against the median of the phase before, + is slower; absent for the first. */
  readonly shiftMs?: number
}

const shortestPhase = 4
/** Of one place in the race. */
const significance = 0.01
/** Of all places that were looked at, together. */
const falseAlarms = 0.05
/** A shift must be more than this share of the pace to be worth a word. */
const smallestShare = 0.001

/**
 * The phases of a car's race, by binary segmentation with a rank test (Scott and Knott 1974 with
 * Pettitt's 1979 statistic in place of theirs): the place at which the laps before and after differ
 * most by Mann and Whitney's test splits the race, then each part the same way. A place counts only
 * with at least four laps on both sides, p < 0.01, p < 0.05 after Bonferroni over all places looked
 * at, and a shift of medians above both the car's usual scatter (D17's steadiness) and 0.1 % of its
 * pace. Ranks, so that an incident lap makes no phase; no shuffling, so that every run finds the
 * same. Of laps in random order fewer than one series in twenty gets a phase.
 *
 * One phase where nothing is supported, none without laps. A phase is a description: a steady drift
 * (D16) also ends in a late half that differs from the early one.
 */
export function phases(laps: readonly CorrectedLap[]): readonly Phase[] {
  if (laps.length === 0) return []
  const times = laps.map(({ correctedMs }) => correctedMs)
  const scatter = (quantile(times, 0.75) - quantile(times, 0.25)) / 2
  const smallestShift = Math.max(scatter, smallestShare * median(times))
  const parts = segments(laps, smallestShift)
  return parts.map((part, index) => {
    const before = parts[index - 1]
    return present({
      fromLap: part[0]?.lapNumber ?? 0,
      toLap: part.at(-1)?.lapNumber ?? 0,
      n: part.length,
      medianMs: medianOf(part),
      shiftMs: before === undefined ? undefined : medianOf(part) - medianOf(before),
    })
  })
}

type Segment = readonly CorrectedLap[]

function segments(laps: Segment, smallestShift: number): Segment[] {
  const at = changePoint(laps.map(({ correctedMs }) => correctedMs))
  if (at === undefined) return [laps]
  const before = laps.slice(0, at)
  const after = laps.slice(at)
  if (Math.abs(medianOf(after) - medianOf(before)) <= smallestShift) return [laps]
  return joined(
    [...segments(before, smallestShift), ...segments(after, smallestShift)],
    smallestShift,
  )
}

/** Neighbours that splitting further made alike are one again. */
function joined(parts: readonly Segment[], smallestShift: number): Segment[] {
  return parts.reduce<Segment[]>((done, part) => {
    const last = done.at(-1)
    if (last === undefined || Math.abs(medianOf(part) - medianOf(last)) > smallestShift) {
      done.push(part)
      return done
    }
    done[done.length - 1] = [...last, ...part]
    return done
  }, [])
}

/** Where the values before and after differ most, if by more than chance: the index of the first after. */
function changePoint(values: readonly number[]): number | undefined {
  const places = values.length - 2 * shortestPhase + 1
  if (places < 1) return undefined
  const p = Math.min(significance, falseAlarms / places)
  const limit = probit(1 - p / 2)
  const { ranks, tieShare } = rankedWithTies(values)
  const n = values.length
  let best: { readonly at: number; readonly z: number } | undefined
  let rankSum = 0
  for (const [index, rank] of ranks.entries()) {
    const before = index
    const after = n - before
    if (before >= shortestPhase && after >= shortestPhase) {
      const expected = (before * (n + 1)) / 2
      const variance = (before * after * (n + 1) * tieShare) / 12
      const z = (Math.abs(rankSum - expected) - 0.5) / Math.sqrt(variance)
      if (z > limit && z > (best?.z ?? 0)) best = { at: index, z }
    }
    rankSum += rank
  }
  return best?.at
}

/** Ranks, equal values sharing their mean, and how much of the ranks' variance ties leave. */
function rankedWithTies(values: readonly number[]) {
  const n = values.length
  const byValue = Map.groupBy([...values.keys()], (index) => values[index] ?? 0)
  const ranks = values.map(() => 0)
  let below = 0
  let ties = 0
  for (const [, indexes] of [...byValue].toSorted(([a], [b]) => a - b)) {
    for (const index of indexes) ranks[index] = below + (indexes.length + 1) / 2
    below += indexes.length
    ties += indexes.length ** 3 - indexes.length
  }
  return { ranks, tieShare: 1 - ties / (n ** 3 - n) }
}

function medianOf(laps: Segment): number {
  return median(laps.map(({ correctedMs }) => correctedMs))
}
