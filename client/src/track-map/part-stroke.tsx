import Box from '@mui/material/Box'
import type { GapStroke } from './gap-stroke.ts'

const colourOf = {
  off: 'var(--kl-palette-loss-main)',
  ahead: 'var(--kl-palette-gain-main)',
  even: 'var(--kl-palette-text-secondary)',
  unknown: 'var(--kl-palette-text-secondary)',
  plain: 'var(--kl-palette-text-primary)',
} as const

/** Solid: off. Striped: ahead. Dotted: not timed. The wider, the more. */
const dashOf = {
  off: undefined,
  ahead: '7 3',
  even: undefined,
  unknown: '1 5',
  plain: undefined,
} as const

type PartStrokeProps = {
  readonly d: string
  readonly stroke: GapStroke
  /** Not passed yet by the playback. */
  readonly isDim?: boolean
}

/** A stretch of track with its gap, as the map and its legend draw it. */
export function PartStroke({ d, stroke, isDim = false }: PartStrokeProps) {
  const { kind, width, opacity } = stroke
  return (
    <Box
      component="path"
      d={d}
      sx={{ transition: 'opacity 150ms' }}
      fill="none"
      stroke={colourOf[kind]}
      strokeWidth={width}
      opacity={isDim ? 0.18 : opacity}
      strokeLinecap={kind === 'unknown' ? 'round' : 'butt'}
      strokeLinejoin="round"
      {...(dashOf[kind] !== undefined && { strokeDasharray: dashOf[kind] })}
    />
  )
}
