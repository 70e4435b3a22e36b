import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import type { ReactNode } from 'react'
import { MarkedFrame } from './marked-frame.tsx'

type FindingProps = {
  readonly title: ReactNode
  readonly figure: ReactNode
  /** What the figure is measured against. */
  readonly against?: ReactNode
  /** The one to begin with is framed. */
  readonly isFirst?: boolean
  readonly children?: ReactNode
}

/** One finding: what it is, its figure, what it is compared with, on which laps. */
export function Finding({ title, figure, against, isFirst = false, children }: FindingProps) {
  return (
    <MarkedFrame isFirst={isFirst}>
      <Typography variant="h3" color="textSecondary" sx={{ fontSize: '0.78rem' }}>
        {title}
      </Typography>
      <Typography component="p" sx={{ mt: 0.5 }}>
        <Box component="span" sx={{ fontSize: '1.25rem', fontWeight: 'fontWeightBold', mr: 1.5 }}>
          {figure}
        </Box>
        <Typography variant="caption" component="span" color="textSecondary">
          {against}
        </Typography>
      </Typography>
      <Typography variant="caption" component="div" color="textSecondary" sx={{ mt: 1 }}>
        {children}
      </Typography>
    </MarkedFrame>
  )
}

/** Findings beside each other where there is room. */
export function Findings({ children }: { readonly children: ReactNode }) {
  return (
    <Box
      sx={{
        display: 'grid',
        gap: 3,
        gridTemplateColumns: { xs: '1fr', sm: 'repeat(auto-fit, minmax(220px, 1fr))' },
      }}
    >
      {children}
    </Box>
  )
}
