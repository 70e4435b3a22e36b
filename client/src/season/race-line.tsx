import Box from '@mui/material/Box'
import Link from '@mui/material/Link'
import Typography from '@mui/material/Typography'
import { Link as RouterLink } from 'react-router'
import { formatDate } from '#core/domain/date-text.ts'
import { formatTime } from '#core/domain/time.ts'
import { counted } from '#core/domain/wording.ts'
import type { RaceSummary } from '#core/protocol/rest/race-answer.ts'
import { addressOf } from '../addresses.ts'
import { missingIn } from './season-figures.ts'

/** A race in the season: date, field, laps, the fastest lap, what is missing; all of it leads to the race. */
export function RaceLine({ race }: { readonly race: RaceSummary }) {
  const missing = missingIn(race)
  return (
    <Box component="li" sx={{ borderTop: 1, borderColor: 'divider' }}>
      <Link
        component={RouterLink}
        to={addressOf.race(race.raceId)}
        color="inherit"
        underline="none"
        sx={{
          display: 'grid',
          gridTemplateColumns: '1fr auto',
          columnGap: 3,
          py: 2,
          minHeight: 44,
          '&:hover': { bgcolor: 'action.hover' },
        }}
      >
        <Box component="span" sx={{ color: 'primary.main', fontWeight: 'fontWeightMedium' }}>
          Race {race.raceNumber}
        </Box>
        <Box component="span" sx={{ textAlign: 'right' }}>
          {race.fastestLap === null ? 'no lap time' : formatTime(race.fastestLap.lapTimeMs)}
        </Box>
        <Typography variant="caption" component="span" color="textSecondary">
          {race.date === null ? 'date not known' : formatDate(race.date)} ·{' '}
          {counted(race.carCount, 'car')} · {counted(race.raceLaps, 'lap')}
        </Typography>
        <Typography
          variant="caption"
          component="span"
          color="textSecondary"
          sx={{ textAlign: 'right' }}
        >
          {race.fastestLap === null
            ? null
            : `car ${race.fastestLap.car}, lap ${race.fastestLap.lap}`}
        </Typography>
        {missing.length === 0 ? null : (
          <Typography
            variant="caption"
            component="span"
            sx={{ gridColumn: '1 / -1', color: 'caution.main' }}
          >
            {missing.join(' · ')}
          </Typography>
        )}
      </Link>
    </Box>
  )
}
