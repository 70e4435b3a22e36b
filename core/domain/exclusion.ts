import type { Flag, Lap } from './lap.ts'
import { sectionIds } from './quantity.ts'

/** Why a lap is not clean, in the order in which reasons are listed; `incomplete` alone leaves it clean. */
export const exclusionReasons = [
  'opening-lap',
  'in-lap',
  'out-lap',
  'yellow',
  'safety-car',
  'red-flag',
  'restart',
  'no-time',
  'incomplete',
] as const
export type ExclusionReason = (typeof exclusionReasons)[number]

/** `previous` is the car's lap before this one in the file, absent for its first. */
type LapTest = (lap: Lap, previous: Lap | undefined) => boolean

/** Lap 1, from a rolling start or the pit lane; or the first lap that the file holds of the car, begun nobody knows how. */
const isOpeningLap: LapTest = (lap, previous) => lap.lapNumber === 1 || previous === undefined

/** Crossed the line in the pit lane. */
export const isInLap: LapTest = (lap) => lap.isInLap

/** Began in the pit lane or passed through it. A time in the pit lane on lap 1 is a start from there, not a stop. */
export const isOutLap: LapTest = (lap, previous) =>
  previous?.isInLap === true || (lap.pitTimeMs !== undefined && lap.lapNumber > 1)

/** Full-course yellow, or neither known to be green nor one of the other two (an unknown flag, a lap after the chequered one). */
const isUnderYellow: LapTest = (lap, previous) => {
  const flag = flagOver(lap, previous)
  return flag === 'fcy' || flag === 'unknown' || flag === 'chequered'
}

/** Behind the safety car at the line. */
const isUnderSafetyCar: LapTest = (lap, previous) => flagOver(lap, previous) === 'safety-car'

/** The race was stopped. */
const isUnderRedFlag: LapTest = (lap, previous) => flagOver(lap, previous) === 'red'

/** Green at the line, but not when the lap began: the field was released on the way, and the time tells of that. */
const isRestartLap: LapTest = (lap, previous) =>
  lap.flagAtLine === 'green' && previous !== undefined && previous.flagAtLine !== 'green'

/** The sheet has no time for the lap. */
const hasNoTime: LapTest = (lap) => lap.timeMs.lap === undefined

/** A timing loop missed the car: at least one section has no time. */
const isIncomplete: LapTest = (lap) =>
  sectionIds.some((section) => lap.timeMs[section] === undefined)

const tests: Readonly<Record<ExclusionReason, LapTest>> = {
  'opening-lap': isOpeningLap,
  'in-lap': isInLap,
  'out-lap': isOutLap,
  yellow: isUnderYellow,
  'safety-car': isUnderSafetyCar,
  'red-flag': isUnderRedFlag,
  restart: isRestartLap,
  'no-time': hasNoTime,
  incomplete: isIncomplete,
}

/** All that holds of a lap, in the order of `exclusionReasons`. */
export function reasonsOf(lap: Lap, previous: Lap | undefined): readonly ExclusionReason[] {
  return exclusionReasons.filter((reason) => tests[reason](lap, previous))
}

/**
 * Green from start to finish (D4): no reason against it but `incomplete`. The chequered lap counts where it began
 * under green; a restart lap does not, although its flag at the line is green.
 */
export function isClean(lap: Lap, previous: Lap | undefined): boolean {
  return reasonsOf(lap, previous).every((reason) => reason === 'incomplete')
}

/** D4's looser mask, green at the line: as other systems count, restart laps in and chequered laps out. */
export function isGreen(lap: Lap, previous: Lap | undefined): boolean {
  return (
    lap.flagAtLine === 'green' &&
    lap.lapNumber > 1 &&
    !isInLap(lap, previous) &&
    !isOutLap(lap, previous) &&
    !hasNoTime(lap, previous)
  )
}

/** The flag that a lap was driven under: that at its end, for the chequered lap that at its start. */
function flagOver(lap: Lap, previous: Lap | undefined): Flag | undefined {
  return lap.flagAtLine === 'chequered' ? previous?.flagAtLine : lap.flagAtLine
}
