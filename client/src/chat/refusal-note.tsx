import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Typography from '@mui/material/Typography'
import type { Refusal } from './turn.ts'
import { useSecondsLeft } from './use-seconds-left.ts'

type RefusalNoteProps = {
  readonly refusal: Refusal
  readonly isBusy: boolean
  readonly onAskAgain?: (() => void) | undefined
}

/** Why a question was not answered, and when it can be asked again. */
export function RefusalNote({ refusal, isBusy, onAskAgain }: RefusalNoteProps) {
  const left = useSecondsLeft(refusal.retryAtMs)
  return (
    <Box sx={{ mt: 3, pl: 3, borderLeft: '3px solid', borderColor: 'caution.main' }}>
      <Typography role="alert">{refusalWords(refusal)}</Typography>
      {onAskAgain === undefined ? null : (
        <Button
          variant="outlined"
          color="inherit"
          disabled={left > 0 || isBusy}
          onClick={onAskAgain}
          sx={{ minHeight: { xs: 48, md: 44 }, mt: 2, borderColor: 'divider' }}
        >
          {left > 0 ? `Ask again in ${left} s` : 'Ask again'}
        </Button>
      )}
    </Box>
  )
}

function refusalWords({ code, message }: Refusal): string {
  if (code === 'too-many-questions')
    return 'Too many questions in a short time. This one was not asked yet.'
  if (code === 'internal')
    return 'The answer broke off here: something went wrong at the service. What you see was checked.'
  return message
}
