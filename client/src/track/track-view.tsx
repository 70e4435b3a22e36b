import Box from '@mui/material/Box'
import Link from '@mui/material/Link'
import Stack from '@mui/material/Stack'
import Typography from '@mui/material/Typography'
import { useQuery } from '@tanstack/react-query'
import { useParams } from 'react-router'
import { racesQuery } from '../api/season-queries.ts'
import { trackCompositeQuery, trackQuery } from '../api/track-queries.ts'
import { CompositeCard } from '../race/composite-card.tsx'
import { RaceLine } from '../season/race-line.tsx'
import { Card } from '../shell/card.tsx'
import { InventedNote } from '../shell/invented-note.tsx'
import { Problem } from '../shell/problem.tsx'
import { useTitle } from '../shell/use-title.ts'
import { ViewSkeleton } from '../shell/view-skeleton.tsx'
import { BothRaces } from './both-races.tsx'
import { TrackMapCard } from './track-map-card.tsx'

/** A circuit: its shape and sections, its races, the best sections of all of them. */
export function TrackView() {
  const { trackId = '' } = useParams()
  const track = useQuery(trackQuery(trackId))
  const composite = useQuery(trackCompositeQuery(trackId))
  const races = useQuery(racesQuery())
  useTitle(track.data?.name ?? 'Track')
  const error = track.error ?? composite.error ?? races.error
  if (error !== null) {
    const retry = () => void Promise.all([track.refetch(), composite.refetch(), races.refetch()])
    return <Problem error={error} onRetry={retry} isView />
  }
  if (track.data === undefined || composite.data === undefined || races.data === undefined)
    return <ViewSkeleton />
  const { name, location, isInvented, sources } = track.data
  const here = races.data.filter((race) => race.trackId === trackId)
  const [first, second] = here
  return (
    <Stack spacing={4}>
      <Box>
        <Typography variant="h1">{name}</Typography>
        <Typography color="textSecondary">
          {location === null
            ? 'Known from its timing file alone'
            : `${location.city}, ${location.state}`}
        </Typography>
      </Box>
      {isInvented ? <InventedNote /> : null}
      <Box sx={{ display: 'grid', gap: 4, gridTemplateColumns: { xs: '1fr', md: '1fr 1fr' } }}>
        <TrackMapCard track={track.data} composite={composite.data.classes[0]} />
        <Stack spacing={4}>
          <Card title="Races">
            <Box component="ul" sx={{ listStyle: 'none', p: 0, m: 0 }}>
              {here.map((race) => (
                <RaceLine key={race.raceId} race={race} />
              ))}
            </Box>
          </Card>
          <CompositeCard classes={composite.data.classes} />
        </Stack>
      </Box>
      {first === undefined || second === undefined ? null : (
        <BothRaces first={first} second={second} />
      )}
      {sources.length === 0 ? null : (
        <Typography variant="caption" color="textSecondary">
          Sources:{' '}
          {sources.map(({ what, from, licence }, index) => (
            <span key={what + from}>
              {index === 0 ? '' : '; '}
              {what}: {from.startsWith('https://') ? <Link href={from}>{from}</Link> : from}
              {/* Facts and own computations need none. */}
              {licence.startsWith('none needed') ? '' : ` (${licence})`}
            </span>
          ))}
        </Typography>
      )}
    </Stack>
  )
}
