import { formatTime } from '#core/domain/time.ts'
import { counted } from '#core/domain/wording.ts'
import type { PatternsAnswer } from '#core/protocol/rest/patterns-answer.ts'
import { signedGap } from '../numbers/signed-gap.ts'

export const trendWords = {
  improving: 'gained on the field',
  fading: 'lost to the field',
  steady: 'neither gained on the field nor lost to it',
} as const

type Phase = PatternsAnswer['phases'][number]

/** "One phase: …" or each phase with how it moved; undefined where there are too few laps. */
export function phasesInWords(phases: readonly Phase[]): string | undefined {
  if (phases.length === 0) return undefined
  if (phases.length === 1)
    return 'One phase: nowhere did the pace change by more than chance explains.'
  return phases
    .map(({ fromLap, toLap, medianMs, shiftMs }) => {
      const move = shiftMs === null ? '' : `, ${signedGap(shiftMs)} s to the phase before`
      return `Laps ${fromLap} to ${toLap}: ${formatTime(medianMs)}${move}.`
    })
    .join(' ')
}

/** What else the laps say, each in a sentence; only what is known. */
export function moreInWords(patterns: PatternsAnswer): readonly string[] {
  const { quickStreak, evenStreak, traffic, startedFromPitLane, pitStops } = {
    ...patterns,
    ...patterns.story,
  }
  return [
    quickStreak && quickStreak.laps > 1
      ? `Longest run quicker than your pace: laps ${quickStreak.fromLap} to ${quickStreak.toLap}.`
      : undefined,
    evenStreak && evenStreak.laps > 1
      ? `Longest run within 0.5 % of it: laps ${evenStreak.fromLap} to ${evenStreak.toLap}.`
      : undefined,
    traffic === null ? undefined : trafficInWords(traffic),
    startedFromPitLane ? 'Started from the pit lane.' : undefined,
    ...pitStops.map(({ inLap, outLap, pitTimeMs }) => {
      const lap = inLap === null ? `before lap ${outLap ?? '?'}` : `at the end of lap ${inLap}`
      return `In the pit lane ${lap}${pitTimeMs === null ? '' : `, for ${formatTime(pitTimeMs)}`}.`
    }),
  ].filter((words) => words !== undefined)
}

function trafficInWords(traffic: NonNullable<PatternsAnswer['traffic']>): string {
  const { closeLaps, freeLaps, differenceMs } = traffic
  const than = `${counted(closeLaps, 'lap')} within a second of another car, against ${counted(freeLaps, 'free lap')}`
  return `${signedGap(differenceMs)} s in the median on ${than}.`
}
