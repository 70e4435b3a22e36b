import Button from '@mui/material/Button'
import Stack from '@mui/material/Stack'
import Typography from '@mui/material/Typography'
import { ServiceProblem } from '../api/service-problem.ts'

type ProblemProps = {
  readonly error: unknown
  readonly onRetry?: () => void
  /** It stands where the whole view would be. */
  readonly isView?: boolean
}

/** What happened, what is safe, what to do. */
export function Problem({ error, onRetry, isView = false }: ProblemProps) {
  const { title, detail } = wordsFor(error)
  return (
    <Stack spacing={2} role="alert" sx={{ py: 6, maxWidth: 560 }}>
      <Typography variant="h2" component={isView ? 'h1' : 'h2'}>
        {title}
      </Typography>
      <Typography color="textSecondary">{detail}</Typography>
      {onRetry ? (
        <Button
          variant="outlined"
          onClick={onRetry}
          sx={{ alignSelf: 'flex-start', minHeight: 44 }}
        >
          Try again
        </Button>
      ) : null}
    </Stack>
  )
}

function wordsFor(error: unknown): { readonly title: string; readonly detail: string } {
  if (!(error instanceof ServiceProblem))
    return {
      title: 'This view could not be drawn',
      detail: 'The season is safe. Load the page again; if it stays so, tell who runs the service.',
    }
  if (error.code === 'offline')
    return {
      title: 'The service cannot be reached',
      detail: 'What you saw before is still here. Check the connection, then try again.',
    }
  if (error.status === 404) return { title: 'Not in this season', detail: error.message }
  if (error.status === 503) return { title: 'Not ready yet', detail: error.message }
  return { title: 'The service could not answer', detail: error.message }
}
