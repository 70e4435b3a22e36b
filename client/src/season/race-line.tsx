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
import { outOfSight } from '../shell/out-of-sight.ts'
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
        <Box component="span" sx={lines}>
          <Box component="span" sx={{ color: 'primary.main', fontWeight: 'fontWeightMedium' }}>
            Race {race.raceNumber}
          </Box>
          <Small>{race.date === null ? 'date not known' : formatDate(race.date)}</Small>
          <Small>
            {counted(race.carCount, 'car')} · {counted(race.raceLaps, 'lap')}
          </Small>
        </Box>
        <Box component="span" sx={{ ...lines, textAlign: 'right' }}>
          <FastestLap lap={race.fastestLap} />
          <Small>
            <Heard words={race.weather?.airTempC ? ', air' : ','} />
            {race.hasWeather ? (
              weatherText(race.weather, units)
            ) : (
              <Box component="span" sx={{ color: 'caution.main' }}>
                no weather
              </Box>
            )}
          </Small>
        </Box>
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

function FastestLap({ lap }: { readonly lap: RaceSummary['fastestLap'] }) {
  if (lap === null)
    return (
      <>
        <span>
          <Heard words="," />
          no lap time
        </span>
        <Small> </Small>
      </>
    )
  return (
    <>
      <span>
        <Heard words=", fastest lap" />
        {formatTime(lap.lapTimeMs)}
      </span>
      <Small>
        <Heard words="by" />
        car {lap.car}, lap {lap.lap}
      </Small>
    </>
  )
}

/** What is seen by its place needs words for who hears it. */
function Heard({ words }: { readonly words: string }) {
  return (
    <Box component="span" sx={outOfSight}>
      {words}{' '}
    </Box>
  )
}

const lines = { display: 'flex', flexDirection: 'column', minWidth: 0 } as const

/** Short enough to stand on one line of the narrowest card. */
function Small({ children }: { readonly children: ReactNode }) {
  return (
    <Typography
      variant="caption"
      component="span"
      color="textSecondary"
      sx={{ position: 'relative', whiteSpace: 'nowrap', minHeight: '1.4em' }}
    >
      {children}
    </Typography>
  )
}
