import type { LapScale } from './lap-scale.ts'
import type { ReasonLabel } from './reason-labels.ts'

/** Where the rows of a strip lie, in px from its top; faster is down. */
export type StripLayout = {
  readonly edgeY: number
  readonly labelY: (row: number) => number
  readonly yOf: (ms: number) => number
  readonly plot: readonly [number, number]
  readonly numberY: number
  readonly lineY: number
  readonly positionY: number
  readonly intervalY: number
  readonly height: number
}

const edgeY = 12
const labelHeight = 13
const plotHeight = 116

export function stripLayout(
  scale: LapScale | undefined,
  labels: readonly ReasonLabel[],
): StripLayout {
  const rows = labels.reduce((most, { row }) => Math.max(most, row + 1), 0)
  const top = edgeY + 10 + rows * labelHeight
  const bottom = top + (scale === undefined ? 8 : plotHeight)
  const { quickestMs, slowestMs } = scale ?? { quickestMs: 0, slowestMs: 1 }
  const yOf = (ms: number) =>
    Math.max(edgeY, bottom - ((ms - quickestMs) / (slowestMs - quickestMs)) * (bottom - top))
  return {
    edgeY,
    labelY: (row) => edgeY + 17 + row * labelHeight,
    yOf: (ms) => (ms > slowestMs ? edgeY : yOf(ms)),
    plot: [top, bottom],
    numberY: bottom + 24,
    lineY: bottom + 32,
    positionY: bottom + 48,
    intervalY: bottom + 64,
    height: bottom + 72,
  }
}

export const leastStepPx = 30
const mostStepPx = 56

/** How wide a lap is: all laps where they fit, else they scroll. */
export function stepPx(widthPx: number, laps: number, leastPx: number): number {
  return Math.max(leastPx, Math.min(mostStepPx, widthPx / Math.max(1, laps)))
}
