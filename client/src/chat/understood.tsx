import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Popover from '@mui/material/Popover'
import Typography from '@mui/material/Typography'
import { Fragment, useState } from 'react'
import type { Scope, ScopeChange } from '#core/protocol/chat/scope.ts'
import { tappedNear } from '../screen/use-near-taps.ts'
import { ScopeChoices } from './scope-choices.tsx'
import { type RaceNames, type ScopePart, scopeParts } from './scope-words.ts'
import type { Turn } from './turn.ts'

type UnderstoodProps = {
  readonly scope: Scope
  readonly turn: Turn
  readonly isBusy: boolean
  readonly raceName: RaceNames
  readonly onChange: (turn: Turn, change: ScopeChange) => void
}

/** How the question was understood; each part of it can be changed, and the question is asked anew. */
export function Understood({ scope, turn, isBusy, raceName, onChange }: UnderstoodProps) {
  const parts = scopeParts(scope, raceName).filter(
    ({ about }) => about !== 'intent' || !isAskedBack(turn),
  )
  const [open, setOpen] = useState<{ readonly anchor: HTMLElement; readonly part: ScopePart }>()
  if (parts.length === 0) return null
  const close = () => setOpen(undefined)
  return (
    <Typography variant="caption" component="p" color="textSecondary" sx={{ mb: 1.5 }}>
      Understood:{' '}
      {parts.map((part, index) => (
        <Fragment key={part.about}>
          {index > 0 ? ' · ' : ''}
          <Button
            color="inherit"
            disabled={isBusy || turn.asked === undefined}
            aria-haspopup="dialog"
            aria-label={`${part.text}, change`}
            onClick={(event) => setOpen({ anchor: event.currentTarget, part })}
            sx={link}
            {...tappedNear}
          >
            {part.text}
          </Button>
        </Fragment>
      ))}
      {open === undefined ? null : (
        <Popover
          open
          anchorEl={open.anchor}
          onClose={close}
          anchorOrigin={{ vertical: 'bottom', horizontal: 'left' }}
          transitionDuration={150}
          slotProps={{
            paper: {
              elevation: 0,
              role: 'dialog',
              'aria-label': `${open.part.text}: change`,
              sx: {
                border: 1,
                borderColor: 'divider',
                maxHeight: '60dvh',
                minWidth: 220,
                maxWidth: 340,
              },
            },
          }}
        >
          <Box sx={{ py: 1 }}>
            <ScopeChoices
              about={open.part.about}
              scope={scope}
              onChoose={(change) => {
                close()
                onChange(turn, change)
              }}
            />
          </Box>
        </Popover>
      )}
    </Typography>
  )
}

/** Where it was asked back what is meant, the choices below say what it may be. */
function isAskedBack({ answer }: Turn): boolean {
  return answer?.end?.outcome === 'asked-back'
}

const link = {
  p: 0,
  minWidth: 0,
  verticalAlign: 'baseline',
  font: 'inherit',
  color: 'text.primary',
  borderBottom: '1px dotted',
  borderColor: 'primary.main',
  borderRadius: 0,
  '&.Mui-disabled': { color: 'text.primary', borderColor: 'transparent' },
} as const
