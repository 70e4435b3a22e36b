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
export function isNamedLap(lap: number, laps: number): boolean {
  return lap % (laps > 120 ? 20 : laps > 60 ? 10 : laps > 30 ? 5 : 3) === 0
}
