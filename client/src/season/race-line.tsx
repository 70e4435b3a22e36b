import Box from '@mui/material/Box'
import Link from '@mui/material/Link'
import Typography from '@mui/material/Typography'
import type { ReactNode } from 'react'
import { Link as RouterLink } from 'react-router'
import { formatDate } from '#core/domain/date-text.ts'
import { formatTime } from '#core/domain/time.ts'
import { counted } from '#core/domain/wording.ts'
import type { RaceSummary } from '#core/protocol/rest/race-answer.ts'
import { addressOf } from '../addresses.ts'
import { useUnits } from '../settings/units.tsx'
import { missingIn } from './season-figures.ts'
import { weatherText } from './weather-text.ts'

/** A race in the season: date, field, laps, weather, the fastest lap, what is missing; all of it leads to the race. */
export function RaceLine({ race }: { readonly race: RaceSummary }) {
  const { units } = useUnits()
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
        <Small>{race.date === null ? 'date not known' : formatDate(race.date)}</Small>
        <Small isRight>
          {race.fastestLap === null
            ? null
            : `car ${race.fastestLap.car}, lap ${race.fastestLap.lap}`}
        </Small>
        <Small>
          {counted(race.carCount, 'car')} · {counted(race.raceLaps, 'lap')}
        </Small>
        <Small isRight>
          {race.hasWeather ? (
            weatherText(race.weather, units)
          ) : (
            <Box component="span" sx={{ color: 'caution.main' }}>
              no weather
            </Box>
          )}
        </Small>
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

type SmallProps = { readonly isRight?: boolean; readonly children: ReactNode }

/** Short enough to stand on one line of the narrowest card. */
function Small({ isRight = false, children }: SmallProps) {
  return (
    <Typography
      variant="caption"
      component="span"
      color="textSecondary"
      sx={{ whiteSpace: 'nowrap', ...(isRight && { textAlign: 'right' }) }}
    >
      {children}
    </Typography>
  )
}
