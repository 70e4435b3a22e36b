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
      <Action to={addressOf.compare(raceId, car)}>Compare</Action>
      <Action to={addressOf.debrief(raceId, car)}>Debrief</Action>
    </Box>
  )
}

function Action({ to, children }: { readonly to: string; readonly children: string }) {
  return (
    <Button
      component={RouterLink}
      to={to}
      variant="outlined"
      color="inherit"
      size="small"
      sx={{ borderColor: 'divider' }}
    >
      {children}
    </Button>
  )
}
