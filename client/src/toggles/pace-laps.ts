import type { LedgerLap } from '#core/protocol/rest/ledger-answer.ts'
import type { PatternsAnswer } from '#core/protocol/rest/patterns-answer.ts'

/** Where the track is taken out of lap times, and as driven; a lap far off the pace is left to its note. */
export type PaceLap = {
  readonly lap: number
  readonly correctedMs: number | null
  readonly drivenMs: number | null
}

/** Every lap in its place, those that do not count without times. */
export function paceLaps(laps: readonly LedgerLap[]): readonly PaceLap[] {
  return laps.map(({ lap, isClean, isIncident, correctedMs, lapTimeMs }) => ({
    lap,
    correctedMs: isIncident ? null : correctedMs,
    drivenMs: isClean && !isIncident ? lapTimeMs : null,
  }))
}

/** Green laps that are not drawn, as they are more than 3 % off the pace. */
export function lapsOffTheScale(laps: readonly LedgerLap[]): readonly number[] {
  return laps.flatMap(({ lap, isIncident }) => (isIncident ? [lap] : []))
}

type Phase = PatternsAnswer['phases'][number]

/** The median of each phase on its laps, for a line a phase. */
export function phaseLines(phases: readonly Phase[], laps: readonly PaceLap[]) {
  return phases.map(({ fromLap, toLap, medianMs }) => ({
    id: `phase-${fromLap}`,
    data: laps.map(({ lap }) => (lap >= fromLap && lap <= toLap ? medianMs : null)),
  }))
}
