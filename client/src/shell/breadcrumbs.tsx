import Box from '@mui/material/Box'
import Link from '@mui/material/Link'
import Typography from '@mui/material/Typography'
import { useQuery } from '@tanstack/react-query'
import { Link as RouterLink, useLocation, useParams } from 'react-router'
import { addressOf } from '../addresses.ts'
import { racesQuery } from '../api/season-queries.ts'

type Crumb = { readonly name: string; readonly to: string }

/** Season › Barber › Race 1 › Car 3; on a phone the last one and the one above it. */
export function Breadcrumbs() {
  const crumbs = useCrumbs()
  return (
    <Box
      component="nav"
      aria-label="Where you are"
      sx={{ display: 'flex', alignItems: 'baseline', gap: 4, minWidth: 0, overflow: 'hidden' }}
    >
      <Link
        component={RouterLink}
        to={addressOf.season()}
        color="text.primary"
        underline="none"
        sx={{ py: { xs: 3, md: 0 }, my: { xs: -3, md: 0 } }}
      >
        <Typography component="span" sx={{ fontWeight: 'fontWeightBold', fontSize: '0.9375rem' }}>
          KaizenLap
        </Typography>
      </Link>
      <Box
        component="ol"
        sx={{
          display: 'flex',
          gap: 2,
          minWidth: 0,
          p: 0,
          m: 0,
          listStyle: 'none',
          whiteSpace: 'nowrap',
        }}
      >
        {crumbs.map(({ name, to }, index) => (
          <Crumb
            key={to}
            name={name}
            to={to}
            isLast={index === crumbs.length - 1}
            // The season's own link stands before it.
            isOnPhone={index >= Math.max(1, crumbs.length - 2) || crumbs.length === 1}
          />
        ))}
      </Box>
    </Box>
  )
}

type CrumbProps = Crumb & { readonly isLast: boolean; readonly isOnPhone: boolean }

function Crumb({ name, to, isLast, isOnPhone }: CrumbProps) {
  return (
    <Box
      component="li"
      sx={{
        display: { xs: isOnPhone ? 'flex' : 'none', md: 'flex' },
        gap: 2,
        minWidth: 0,
        // What stands above gives way first; the last one only where it is alone too long.
        flexShrink: isLast ? 0 : 1,
        maxWidth: '100%',
      }}
    >
      <Link
        component={RouterLink}
        to={to}
        color={isLast ? 'text.primary' : 'textSecondary'}
        sx={{
          fontWeight: isLast ? 'fontWeightMedium' : undefined,
          minWidth: 0,
          overflow: 'hidden',
          textOverflow: 'ellipsis',
          py: { xs: 3, md: 0 },
          my: { xs: -3, md: 0 },
        }}
        {...(isLast && { 'aria-current': 'page' as const })}
      >
        {name}
      </Link>
      {isLast ? null : (
        <Typography component="span" color="textSecondary" aria-hidden>
          ›
        </Typography>
      )}
    </Box>
  )
}

const pages: Readonly<Record<string, string>> = { compare: 'Compare', debrief: 'Debrief' }

function useCrumbs(): readonly Crumb[] {
  const { trackId, raceId, car } = useParams()
  const { pathname } = useLocation()
  const { data: races = [] } = useQuery(racesQuery())
  const race = races.find((one) => one.raceId === raceId)
  const track = races.find((one) => one.trackId === (trackId ?? race?.trackId))
  const page = pages[pathname.split('/').at(-1) ?? '']
  return [
    { name: 'Season', to: addressOf.season() },
    ...(track ? [{ name: track.trackName, to: addressOf.track(track.trackId) }] : []),
    ...(race ? [{ name: `Race ${race.raceNumber}`, to: addressOf.race(race.raceId) }] : []),
    ...(raceId !== undefined && car !== undefined
      ? [{ name: `Car ${car}`, to: addressOf.car(raceId, car) }]
      : []),
    ...(page === undefined ? [] : [{ name: page, to: pathname }]),
    ...(pathname === addressOf.quality() ? [{ name: 'Quality', to: pathname }] : []),
  ]
}
