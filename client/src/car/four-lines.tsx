import Box from '@mui/material/Box'
import Skeleton from '@mui/material/Skeleton'
import { useQuery } from '@tanstack/react-query'
import { coachingQuery } from '../api/car-queries.ts'
import { LinkedParts } from '../facts/linked-parts.tsx'
import { Problem } from '../shell/problem.tsx'

type FourLinesProps = { readonly raceId: string; readonly car: string }

/** What matters between two sessions: result and story, the biggest part, what to work on, whose onboard to watch. */
export function FourLines({ raceId, car }: FourLinesProps) {
  const coaching = useQuery(coachingQuery(raceId, car))
  if (coaching.error !== null)
    return <Problem error={coaching.error} onRetry={() => void coaching.refetch()} />
  if (coaching.data === undefined) return <Skeleton variant="rounded" height={216} />
  const lines = coaching.data.summary.map((sentence, place) => ({ ...sentence, place }))
  return (
    <Box component="section" aria-label="In four lines">
      <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {lines.map(({ place, kind, parts }) => (
          <Box
            component="li"
            key={place}
            sx={{
              py: 2,
              pl: 3,
              borderLeft: 3,
              borderLeftColor: kind === 'action' ? 'primary.main' : 'transparent',
              borderTop: place === 0 ? 0 : 1,
              borderTopColor: 'divider',
              fontSize: '0.9375rem',
            }}
          >
            <LinkedParts parts={parts} />
          </Box>
        ))}
      </Box>
    </Box>
  )
}
