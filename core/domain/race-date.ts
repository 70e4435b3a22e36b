import type { Lap } from './lap.ts'

const hourMs = 3_600_000
const dayMs = 24 * hourMs

/** From one instant to another, in ms; of which clock, its name says. */
export type Span = { readonly fromMs: number; readonly toMs: number }

/** When a race was: its local date and how far its clock is from UTC. */
export type RaceDate = { readonly date: string; readonly utcOffsetHours: number }

/** The race on its own wall clock: from the start of the first lap to the end of the last. */
export function wallSpan(laps: readonly Lap[]): Span | undefined {
  let fromMs = Number.POSITIVE_INFINITY
  let toMs = Number.NEGATIVE_INFINITY
  for (const lap of laps) {
    if (lap.hourMs === undefined) continue
    fromMs = Math.min(fromMs, lap.hourMs - (lap.timeMs.lap ?? 0))
    toMs = Math.max(toMs, lap.hourMs)
  }
  return fromMs <= toMs ? { fromMs, toMs } : undefined
}

/** A span of the race's wall clock in UTC. */
export function utcSpan(wall: Span, { date, utcOffsetHours }: RaceDate): Span {
  const midnightMs = Date.parse(`${date}T00:00:00Z`) - utcOffsetHours * hourMs
  return { fromMs: midnightMs + wall.fromMs, toMs: midnightMs + wall.toMs }
}

/** How long two spans run side by side; below zero, how far they are apart. */
export function overlapMs(one: Span, other: Span): number {
  return Math.min(one.toMs, other.toMs) - Math.max(one.fromMs, other.fromMs)
}

/**
 * The date and UTC offset under which the race's wall clock and what was measured in UTC meet best,
 * over all offsets in steps of half or whole hours. Undefined where none or several are best.
 */
export function raceDateFrom(wall: Span, utc: Span, stepHours: 0.5 | 1): RaceDate | undefined {
  const candidates = offsets(stepHours).map((utcOffsetHours) => {
    const raceDate = { date: localDate(utc.fromMs, utcOffsetHours), utcOffsetHours }
    return { raceDate, commonMs: overlapMs(utcSpan(wall, raceDate), utc) }
  })
  const bestMs = Math.max(...candidates.map(({ commonMs }) => commonMs))
  const best = candidates.filter(({ commonMs }) => commonMs === bestMs)
  return bestMs >= 0 && best.length === 1 ? best[0]?.raceDate : undefined
}

/** One day of offsets, so that no two show the same hour: from Hawaii to New Zealand in summer. */
function offsets(stepHours: number): readonly number[] {
  return Array.from({ length: 24 / stepHours }, (_, step) => 13 - step * stepHours)
}

/** The date on a clock that is that many hours ahead of UTC. */
export function localDate(utcMs: number, utcOffsetHours: number): string {
  return new Date(utcMs + utcOffsetHours * hourMs).toISOString().slice(0, 10)
}

/** True where both fall on one day or a day apart: no offset moves an instant further. */
export function isNearDate(utcMs: number, date: string): boolean {
  const midnightMs = Date.parse(`${date}T00:00:00Z`)
  return utcMs > midnightMs - dayMs && utcMs < midnightMs + 2 * dayMs
}
