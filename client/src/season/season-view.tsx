import Box from '@mui/material/Box'
import Stack from '@mui/material/Stack'
import Typography from '@mui/material/Typography'
import { useQuery } from '@tanstack/react-query'
import { useTitle } from '../shell/use-title.ts'
import { racesQuery, tracksQuery } from '../api/season-queries.ts'
import { InventedNote } from '../shell/invented-note.tsx'
import { Problem } from '../shell/problem.tsx'
import { ViewSkeleton } from '../shell/view-skeleton.tsx'
import { inCalendarOrder, seasonLine, seasonTitle } from './season-figures.ts'
import { TrackCard } from './track-card.tsx'

/** All tracks of the season as their outlines, the races of each under it. */
export function SeasonView() {
  const races = useQuery(racesQuery())
  const tracks = useQuery(tracksQuery())
  useTitle('Season')
  const error = races.error ?? tracks.error
  if (error !== null) {
    const retry = () => void Promise.all([races.refetch(), tracks.refetch()])
    return <Problem error={error} onRetry={retry} isView />
  }
  if (races.data === undefined || tracks.data === undefined) return <ViewSkeleton />
  return (
    <Stack spacing={4}>
      <Box>
        <Typography variant="h1">{seasonTitle(races.data)}</Typography>
        <Typography color="textSecondary">{seasonLine(races.data)}</Typography>
      </Box>
      {races.data.some((race) => race.isInvented) ? <InventedNote /> : null}
      <Box
        sx={{
          display: 'grid',
          gap: 4,
          gridTemplateColumns: 'repeat(auto-fill, minmax(min(100%, 300px), 1fr))',
        }}
      >
        {inCalendarOrder(tracks.data, races.data).map(({ track, races: own }) => (
          <TrackCard key={track.trackId} track={track} races={own} />
        ))}
      </Box>
    </Stack>
  )
}
