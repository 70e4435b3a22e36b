import Box from '@mui/material/Box'
import Stack from '@mui/material/Stack'
import Typography from '@mui/material/Typography'
import { type ReactNode, useId } from 'react'
import { ErrorBoundary } from 'react-error-boundary'

type CardProps = {
  readonly title: ReactNode
  /** What is compared with what, in which unit, over which laps. */
  readonly note?: ReactNode
  /** Beside the title: a legend, a choice. */
  readonly aside?: ReactNode
  readonly children: ReactNode
  /** Takes the room that is left where the card beside this one is higher. */
  readonly fill?: ReactNode
}

/** A framed part of a view: a heading, what its figures are, the figures. */
export function Card({ title, note, aside, children, fill }: CardProps) {
  const id = useId()
  return (
    <Box
      component="section"
      aria-labelledby={id}
      sx={{
        bgcolor: 'background.paper',
        border: 1,
        borderColor: 'divider',
        borderRadius: '10px',
        p: { xs: 3, md: 4 },
        minWidth: 0,
        ...(fill !== undefined && { display: 'flex', flexDirection: 'column' }),
      }}
    >
      <Stack direction="row" sx={{ gap: 4, alignItems: 'baseline', flexWrap: 'wrap', mb: 2 }}>
        <Box sx={{ flex: 1, minWidth: note === undefined ? 0 : 200 }}>
          <Typography variant="h2" id={id}>
            {title}
          </Typography>
          {note === undefined ? null : (
            <Typography variant="caption" component="p" color="textSecondary">
              {note}
            </Typography>
          )}
        </Box>
        {aside}
      </Stack>
      <ErrorBoundary fallback={<PartMissing />}>
        {children}
        {fill === undefined ? null : (
          <Box sx={{ flex: 1, display: 'flex', flexDirection: 'column' }}>{fill}</Box>
        )}
      </ErrorBoundary>
    </Box>
  )
}

/** The rest of the view stands: the code of this part could not be loaded, or failed. */
function PartMissing() {
  return (
    <Typography variant="body2" role="alert" color="textSecondary">
      This part could not be drawn. Load the page again when the service can be reached.
    </Typography>
  )
}
