import type { PatternDocument } from '#core/protocol/documents/pattern-document.ts'
import { lapAt, lapsOf } from '../in-race.ts'

/** A moment of a race that cost places: a pit stop with its way in and out, or laps one after the other. */
export type CostlyMoment = {
  readonly fromLap: number
  readonly toLap: number
  /** Of the pit stop, where it was one. */
  readonly stop?: number
  /** At the end of the lap before, and the lowest place after it, at the end of `afterLap`. */
  readonly before: number
  readonly after: number
  readonly afterLap: number
}

/** Fewer places on a lap are the to and fro of racing. */
const leastOnLap = 2

/** What cost a car places, the dearest first. */
export function costlyMoments(pattern: PatternDocument): readonly CostlyMoment[] {
  const stops = pattern.pitStops.flatMap(({ inLap, outLap }, stop) =>
    inLap === null ? [] : [{ fromLap: inLap, toLap: outLap ?? inLap, stop }],
  )
  const isOfStop = (lap: number) =>
    stops.some(({ fromLap, toLap }) => fromLap <= lap && lap <= toLap)
  const stretches: { fromLap: number; toLap: number }[] = []
  for (const { lap, placesLost } of lapsOf(pattern)) {
    if (lap < 2 || isOfStop(lap) || (placesLost ?? 0) < leastOnLap) continue
    const last = stretches.at(-1)
    if (last?.toLap === lap - 1) last.toLap = lap
    else stretches.push({ fromLap: lap, toLap: lap })
  }
  return [...stops, ...stretches]
    .flatMap((moment): CostlyMoment[] => {
      const before = lapAt(pattern, moment.fromLap - 1)?.position
      const [after] = lapsOf(pattern)
        .filter(({ lap }) => moment.fromLap <= lap && lap <= moment.toLap)
        .toSorted((a, b) => (b.position ?? 0) - (a.position ?? 0))
      if (typeof before !== 'number' || typeof after?.position !== 'number') return []
      return after.position > before
        ? [{ ...moment, before, after: after.position, afterLap: after.lap }]
        : []
    })
    .toSorted((a, b) => b.after - b.before - (a.after - a.before) || a.fromLap - b.fromLap)
}
