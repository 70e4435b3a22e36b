import type { Run } from './run.ts'

/** The lap that is played, and what runs beside it, where it has a reference that can run. */
export type PlayedLap = {
  /** "Lap 17" */
  readonly name: string
  readonly run: Run
  readonly reference: { readonly name: string; readonly run: Run } | undefined
}

/** Until both have crossed the line. */
export function lengthOf({ run, reference }: PlayedLap): number {
  return Math.max(run.totalMs, reference?.run.totalMs ?? 0)
}
