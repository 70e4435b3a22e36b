import Box from '@mui/material/Box'
import Link from '@mui/material/Link'
import Typography from '@mui/material/Typography'
import { Link as RouterLink } from 'react-router'
import { addressOf } from '../addresses.ts'
import { inUnits, measureText } from '../settings/in-units.ts'
import { useUnits } from '../settings/units.tsx'
import { TrackOutline } from '../track-map/track-outline.tsx'
import { RaceLine } from './race-line.tsx'
import type { TrackOfSeason } from './season-figures.ts'

/** A track's outline, and its races under it. */
export function TrackCard({ track, races }: TrackOfSeason) {
  const { units } = useUnits()
  const about = [
    track.location === null ? undefined : `${track.location.city}, ${track.location.state}`,
    track.lengthM === null ? undefined : measureText(inUnits.length(track.lengthM, units)),
    track.direction ?? undefined,
  ].filter((text) => text !== undefined)
  return (
    <Box
      component="article"
      sx={{
        bgcolor: 'background.paper',
        border: 1,
        borderColor: 'divider',
        borderRadius: '10px',
        p: 4,
        display: 'flex',
        flexDirection: 'column',
        gap: 3,
      }}
    >
      <Box>
        <Typography variant="h2" noWrap>
          <Link component={RouterLink} to={addressOf.track(track.trackId)} color="text.primary">
            {track.name}
          </Link>
        </Typography>
        <Typography variant="caption" color="textSecondary">
          {about.join(' · ')}
        </Typography>
      </Box>
      <Box sx={{ height: 150 }}>
        <TrackOutline track={track} />
      </Box>
      <Box component="ul" sx={{ listStyle: 'none', p: 0, m: 0 }}>
        {races.map((race) => (
          <RaceLine key={race.raceId} race={race} />
        ))}
      </Box>
    </Box>
  )
}
