import Skeleton from '@mui/material/Skeleton'
import Stack from '@mui/material/Stack'
import Typography from '@mui/material/Typography'
import { useQuery } from '@tanstack/react-query'
import { carSectionsQuery, patternsQuery } from '../api/car-queries.ts'
import { Problem } from '../shell/problem.tsx'
import { Findings } from './finding.tsx'
import { PartsTable } from './parts-table.tsx'
import { QuickFinding, SlowFinding, StrengthFinding } from './section-findings.tsx'

type SectionsToggleProps = { readonly raceId: string; readonly car: string }

/** Where the car is slow every lap, where it is quick but not every lap, and where it is strong. */
export function SectionsToggle({ raceId, car }: SectionsToggleProps) {
  const sections = useQuery(carSectionsQuery(raceId, car))
  const patterns = useQuery(patternsQuery(raceId, car))
  const error = sections.error ?? patterns.error
  if (error !== null) {
    const retry = () => void Promise.all([sections.refetch(), patterns.refetch()])
    return <Problem error={error} onRetry={retry} />
  }
  if (sections.data === undefined || patterns.data === undefined)
    return <Skeleton variant="rounded" height={240} />
  const of = { raceId, car, answer: sections.data }
  return (
    <Stack spacing={5}>
      {sections.data.hasEnoughLaps ? null : (
        <Typography color="textSecondary">
          Under six green laps: too few to speak of a pace. What was timed stands below.
        </Typography>
      )}
      <Findings>
        <SlowFinding {...of} />
        <QuickFinding {...of} />
        <StrengthFinding raceId={raceId} car={car} patterns={patterns.data} />
      </Findings>
      <PartsTable {...of} />
    </Stack>
  )
}
