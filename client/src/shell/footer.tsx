import Box from '@mui/material/Box'
import Link from '@mui/material/Link'
import { Link as RouterLink, useParams } from 'react-router'
import { addressOf } from '../addresses.ts'

/** What people look for at the end of a page: how good the answers are, and the data behind them. */
export function Footer() {
  return (
    <Box
      component="footer"
      sx={{
        display: 'flex',
        flexWrap: 'wrap',
        columnGap: 4,
        px: { xs: 3, md: 5 },
        pt: 3,
        // Room for the button that opens the chat.
        pb: { xs: 20, lg: 3 },
        fontSize: '0.75rem',
        '@media print': { display: 'none' },
        '& a': { display: 'inline-flex', alignItems: 'center', minHeight: { xs: 48, md: 24 } },
      }}
    >
      <OfCar />
      <Link component={RouterLink} to={addressOf.quality()} color="textSecondary">
        Quality, as measured
      </Link>
      <Link href="/api/openapi.json" color="textSecondary">
        API
      </Link>
    </Box>
  )
}

/** On a phone the top bar has no room for what can be done with the car. */
function OfCar() {
  const { raceId, car } = useParams()
  if (raceId === undefined || car === undefined) return null
  return (
    <Box sx={{ display: { xs: 'flex', sm: 'none' }, gap: 4 }}>
      <Link component={RouterLink} to={addressOf.compare(raceId, car)}>
        Compare
      </Link>
      <Link component={RouterLink} to={addressOf.debrief(raceId, car)}>
        Debrief
      </Link>
    </Box>
  )
}
