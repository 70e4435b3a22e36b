import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import type { ReactNode } from 'react'

type FigureProps = {
  readonly label: string
  readonly value: ReactNode
  /** What it is compared with, and over how many laps: no figure without. */
  readonly note: ReactNode
}

/** A headline figure: large, in tabular digits, with what it is compared with. */
export function Figure({ label, value, note }: FigureProps) {
  return (
    <Box sx={{ minWidth: 0 }}>
      <Typography variant="caption" component="p" color="textSecondary">
        {label}
      </Typography>
      <Typography
        component="p"
        sx={{ display: 'flex', alignItems: 'baseline', gap: 1.5, flexWrap: 'wrap' }}
      >
        <Box component="span" sx={{ fontSize: '1.25rem', fontWeight: 'fontWeightBold' }}>
          {value}
        </Box>
        <Typography variant="caption" component="span" color="textSecondary">
          {note}
        </Typography>
      </Typography>
    </Box>
  )
}
