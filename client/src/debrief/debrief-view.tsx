import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Stack from '@mui/material/Stack'
import Typography from '@mui/material/Typography'
import { useQuery } from '@tanstack/react-query'
import { useParams } from 'react-router'
import { coachingQuery } from '../api/car-queries.ts'
import { useCarAnswers } from '../car/use-car-answers.ts'
import { Problem } from '../shell/problem.tsx'
import { useTitle } from '../shell/use-title.ts'
import { ViewSkeleton } from '../shell/view-skeleton.tsx'
import { DebriefSheet } from './debrief-sheet.tsx'

/** One page to print or to save as PDF, as a coach would hand it over. */
export function DebriefView() {
  const { raceId = '', car = '' } = useParams()
  const coaching = useQuery(coachingQuery(raceId, car))
  const wanted = { raceId, car, against: 'quick-quarter', needsComposite: false } as const
  const { error, retry, answers } = useCarAnswers(wanted)
  useTitle(`Debrief of car ${car}`)
  const fault = error ?? coaching.error
  if (fault !== null)
    return (
      <Problem
        isView
        error={fault}
        onRetry={() => {
          retry()
          void coaching.refetch()
        }}
      />
    )
  if (answers === undefined || coaching.data === undefined) return <ViewSkeleton />
  return (
    <Stack spacing={4} sx={{ alignItems: 'center' }}>
      <Box
        sx={{
          display: 'flex',
          alignItems: 'center',
          gap: 4,
          width: '100%',
          maxWidth: '210mm',
          '@media print': { display: 'none' },
        }}
      >
        <Typography sx={{ flex: 1 }} color="textSecondary">
          One page, A4 or Letter. The print window can save it as PDF.
        </Typography>
        <Button
          variant="contained"
          disableElevation
          sx={{ minHeight: { xs: 48, md: 44 } }}
          onClick={() => globalThis.print()}
        >
          Print or save
        </Button>
      </Box>
      <DebriefSheet answers={answers} coaching={coaching.data} />
    </Stack>
  )
}
