import Box from '@mui/material/Box'
import Dialog from '@mui/material/Dialog'
import IconButton from '@mui/material/IconButton'
import Popover from '@mui/material/Popover'
import Typography from '@mui/material/Typography'
import { useTheme } from '@mui/material/styles'
import useMediaQuery from '@mui/material/useMediaQuery'
import { type ReactNode, useId, useState } from 'react'
import type { Fact } from '#core/domain/fact.ts'
import { OpenedFact } from './opened-fact.tsx'

type FactPanelProps = {
  readonly factId: string
  readonly fact?: Fact | undefined
  /** Where the panel opens, on screens wide enough to place it. */
  readonly anchor: HTMLElement
  readonly onClose: () => void
}

/** A fact, opened: its value, where it was read, what it was computed from; each of those opens in its place. */
export function FactPanel({ factId, fact, anchor, onClose }: FactPanelProps) {
  const titleId = useId()
  const [deeper, setDeeper] = useState<readonly string[]>([])
  const shown = deeper.at(-1) ?? factId
  return (
    <Frame anchor={anchor} titleId={titleId} onClose={onClose}>
      <Box sx={{ display: 'flex', alignItems: 'center', pl: 4, pr: 1, pt: 1 }}>
        {deeper.length === 0 ? null : (
          <IconButton
            aria-label="Back to the fact before"
            onClick={() => setDeeper(deeper.slice(0, -1))}
            sx={{ ...target, ml: -3 }}
          >
            ‹
          </IconButton>
        )}
        <Typography variant="caption" component="p" color="textSecondary" sx={{ flex: 1 }}>
          {deeper.length === 0 ? 'Fact' : 'Computed from'}
        </Typography>
        <IconButton aria-label="Close" onClick={onClose} sx={target}>
          ×
        </IconButton>
      </Box>
      <Box sx={{ px: 4, pb: 4, overflowY: 'auto' }}>
        <OpenedFact
          key={shown}
          factId={shown}
          known={shown === factId ? fact : undefined}
          titleId={titleId}
          onOpen={(operand) => setDeeper([...deeper, operand])}
        />
      </Box>
    </Frame>
  )
}

const target = { width: 44, height: 44, fontSize: '1.125rem', color: 'text.secondary' } as const

type FrameProps = Pick<FactPanelProps, 'anchor' | 'onClose'> & {
  readonly titleId: string
  readonly children: ReactNode
}

/** Beside the number; on a phone at the foot of the screen, where a thumb reaches it. */
function Frame({ anchor, titleId, onClose, children }: FrameProps) {
  const isPhone = useMediaQuery(useTheme().breakpoints.down('md'))
  const paper = { display: 'flex', flexDirection: 'column', border: 1, borderColor: 'divider' }
  if (isPhone)
    return (
      <Dialog
        open
        onClose={onClose}
        aria-labelledby={titleId}
        sx={{ '& .MuiDialog-container': { alignItems: 'flex-end' } }}
        slotProps={{
          paper: { elevation: 0, sx: { ...paper, m: 0, width: '100%', maxHeight: '80dvh' } },
        }}
      >
        {children}
      </Dialog>
    )
  return (
    <Popover
      open
      anchorEl={anchor}
      onClose={onClose}
      anchorOrigin={{ vertical: 'bottom', horizontal: 'left' }}
      transitionDuration={150}
      slotProps={{
        paper: {
          elevation: 0,
          role: 'dialog',
          'aria-modal': true,
          'aria-labelledby': titleId,
          sx: { ...paper, width: 440, maxHeight: '70dvh', mt: 1 },
        },
      }}
    >
      {children}
    </Popover>
  )
}
