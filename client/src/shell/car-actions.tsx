import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { Link as RouterLink, useParams } from 'react-router'
import { addressOf } from '../addresses.ts'

/** What can be done with the car that is shown. */
export function CarActions() {
  const { raceId, car } = useParams()
  if (raceId === undefined || car === undefined) return null
  return (
    <Box component="nav" aria-label="This car" sx={{ display: { xs: 'none', sm: 'flex' }, gap: 2 }}>
      <Button
        component={RouterLink}
        to={addressOf.compare(raceId, car)}
        variant="outlined"
        color="inherit"
        size="small"
        sx={{ borderColor: 'divider' }}
      >
        Compare
      </Button>
      <Button
        component={RouterLink}
        to={addressOf.debrief(raceId, car)}
        variant="outlined"
        color="inherit"
        size="small"
        sx={{ borderColor: 'divider' }}
      >
        Debrief
      </Button>
    </Box>
  )
}
