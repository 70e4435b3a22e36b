import Box from '@mui/material/Box'
import type { ReactNode } from 'react'

type MarkedFrameProps = {
  /** The one to begin with is marked. */
  readonly isFirst: boolean
  readonly children: ReactNode
}

/** One of several things said beside each other. */
export function MarkedFrame({ isFirst, children }: MarkedFrameProps) {
  return (
    <Box
      sx={{
        border: 1,
        borderColor: isFirst ? 'primary.main' : 'divider',
        borderLeftWidth: isFirst ? 4 : 1,
        borderRadius: 1,
        p: 3,
        minWidth: 0,
      }}
    >
      {children}
    </Box>
  )
}
