import type { Flag, Lap } from './lap.ts'
import type { LapOrder } from './order.ts'

/** Laps of the leader under one flag. */
export type RacePhase = {
  readonly flag: Exclude<Flag, 'chequered'>
  readonly fromLap: number
  readonly toLap: number
  /** The lap on which the field was released: the first of a green phase that follows another. */
  readonly restartLap?: number
}

/**
 * The race by flags, as its leader met them at the line; cars that are laps down meet them on other
 * laps. The chequered lap belongs to the phase before it.
 */
export function racePhases(order: ReadonlyMap<Lap, LapOrder>): readonly RacePhase[] {
  const phases: RacePhase[] = []
  for (const { lapNumber, flagAtLine } of leadersLaps(order)) {
    const last = phases.at(-1)
    const flag = flagAtLine === 'chequered' ? (last?.flag ?? 'green') : flagAtLine
    if (last?.flag === flag) phases[phases.length - 1] = { ...last, toLap: lapNumber }
    else phases.push(phaseFrom(lapNumber, flag, last !== undefined && flag === 'green'))
  }
  return phases
}

function phaseFrom(lapNumber: number, flag: RacePhase['flag'], isRestart: boolean): RacePhase {
  const phase = { flag, fromLap: lapNumber, toLap: lapNumber }
  return isRestart ? { ...phase, restartLap: lapNumber } : phase
}

function leadersLaps(order: ReadonlyMap<Lap, LapOrder>): readonly Lap[] {
  return [...order]
    .filter(([, { position }]) => position === 1)
    .map(([lap]) => lap)
    .sort((a, b) => a.lapNumber - b.lapNumber)
}
