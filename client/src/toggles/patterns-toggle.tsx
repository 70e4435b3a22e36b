import Box from '@mui/material/Box'
import Skeleton from '@mui/material/Skeleton'
import Stack from '@mui/material/Stack'
import Typography from '@mui/material/Typography'
import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense } from 'react'
import { ledgerQuery, patternsQuery } from '../api/car-queries.ts'
import { Problem } from '../shell/problem.tsx'
import { useField } from '../weather/use-field.ts'
import { PatternFindings } from './pattern-findings.tsx'
import { moreInWords, phasesInWords } from './pattern-words.ts'
import { SpreadBySection } from './spread-by-section.tsx'

const PatternPlots = lazy(async () => ({
  default: (await import('./pattern-plots.tsx')).PatternPlots,
}))

type PatternsToggleProps = { readonly raceId: string; readonly car: string }

/** How the laps lie to each other: consistency, trend, phases, and which section makes the spread. */
export function PatternsToggle({ raceId, car }: PatternsToggleProps) {
  const patterns = useQuery(patternsQuery(raceId, car))
  const ledger = useQuery(ledgerQuery(raceId, car))
  const field = useField(raceId, patterns.data?.carClass)
  const error = patterns.error ?? ledger.error ?? field.error
  if (error !== null) {
    const retry = () => void Promise.all([patterns.refetch(), ledger.refetch(), field.refetch()])
    return <Problem error={error} onRetry={retry} />
  }
  if (patterns.data === undefined || ledger.data === undefined || field.data === undefined)
    return <Skeleton variant="rounded" height={480} />
  const phases = phasesInWords(patterns.data.phases)
  return (
    <Stack spacing={5}>
      <PatternFindings patterns={patterns.data} field={field.data} />
      <div>
        <Typography variant="h3">Lap by lap</Typography>
        {patterns.data.cleanLaps === 0 ? (
          <Typography color="textSecondary">
            No lap under green from start to finish: there is no pace to draw.
          </Typography>
        ) : (
          <>
            <Typography variant="caption" component="p" color="textSecondary">
              ● with the track taken out · ○ as driven · band: half of the laps · line: median
              {patterns.data.phases.length > 1 ? ' of each phase' : ''} · faster is down
            </Typography>
            <Suspense fallback={<Skeleton variant="rounded" height={468} />}>
              <PatternPlots patterns={patterns.data} ledger={ledger.data} field={field.data} />
            </Suspense>
          </>
        )}
        {phases === undefined ? null : <Typography>{phases}</Typography>}
        <Box component="ul" sx={{ listStyle: 'none', m: 0, mt: 1, p: 0 }}>
          {moreInWords(patterns.data).map((words) => (
            <Typography component="li" key={words}>
              {words}
            </Typography>
          ))}
        </Box>
      </div>
      <SpreadBySection patterns={patterns.data} />
    </Stack>
  )
}
