import type { CarNumber } from './ids.ts'
import type { PerQuantity } from './quantity.ts'

/** The flag shown when a car crossed the line. */
export const flags = ['green', 'fcy', 'chequered', 'safety-car', 'red', 'unknown'] as const
export type Flag = (typeof flags)[number]

/** One lap of one car as the timing sheet has it, from one crossing of the line to the next. */
export type Lap = {
  readonly car: CarNumber
  /** Class printed in the file, trimmed: 'Am', 'LMGT3'. */
  readonly carClass: string
  /** Which of a car's drivers, where a car has several. */
  readonly driverNumber?: number
  readonly lapNumber: number
  /** Whole milliseconds of the lap, its sections and sub-sections; what a loop missed is absent. */
  readonly timeMs: PerQuantity<number>
  readonly flagAtLine: Flag
  /** Crossed the line in the pit lane. */
  readonly isInLap: boolean
  /** Time in the pit lane, printed on the out-lap, the in-lap, or (start from the pit lane) lap 1. */
  readonly pitTimeMs?: number
  /** Race time at the end of the lap. */
  readonly elapsedMs?: number
  /** Local wall clock at the end of the lap: ms since 00:00 of the race date; goes on past midnight. */
  readonly hourMs?: number
  /** Speed at the trap. */
  readonly topSpeedKph?: number
  /** Line of the timing file, the header being line 1. */
  readonly line: number
}
