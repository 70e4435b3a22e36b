import { formatTime } from '#core/domain/time.ts'

/** How all plots look: quiet axes, small tabular figures, no animation. */
export const plotLook = {
  '& .MuiChartsAxis-root .MuiChartsAxis-line, & .MuiChartsAxis-root .MuiChartsAxis-tick': {
    stroke: 'var(--kl-palette-divider)',
  },
  '& .MuiChartsAxis-root .MuiChartsAxis-tickLabel': { fill: 'var(--kl-palette-text-secondary)' },
  '& .MuiChartsGrid-root .MuiChartsGrid-line': { stroke: 'var(--kl-palette-divider)' },
} as const

export const tickLabels = { fontSize: 11 } as const

/** The id of the axis of laps, on which plots of one race share their highlight. */
export const lapAxisId = 'laps'

/** So many lap numbers that they do not touch: every one, every third, every tenth. */
function isNamedLap(lap: number, laps: number): boolean {
  return lap % (laps > 120 ? 20 : laps > 60 ? 10 : laps > 30 ? 5 : 3) === 0
}

/** What all plots by lap share; series, axes and a name are given. */
export const quietPlot = {
  skipAnimation: true,
  hideLegend: true,
  margin: { top: 8, right: 8, bottom: 0, left: 0 },
  sx: plotLook,
  grid: { horizontal: true },
  axisHighlight: { x: 'band' },
} as const

/** As wide for times as for gaps and the weather: what stands under each other shares its laps. */
export const valueAxisWidth = 52

/** Laps along the bottom: as many named as have room, all of them in the tooltip. */
export function lapAxis(laps: readonly number[]) {
  return {
    id: lapAxisId,
    scaleType: 'band' as const,
    data: laps,
    height: 24,
    tickLabelStyle: tickLabels,
    tickLabelInterval: (lap: number) => isNamedLap(lap, laps.length),
    valueFormatter: (lap: number, { location }: { readonly location: string }) =>
      location === 'tick' ? String(lap) : `Lap ${lap}`,
  }
}

/** Lap times, faster down: tenths at the ticks. */
export const timeAxis = {
  width: valueAxisWidth,
  tickNumber: 5,
  tickLabelStyle: tickLabels,
  domainLimit: 'nice' as const,
  valueFormatter: (ms: number) => formatTime(ms).slice(0, -2),
}
