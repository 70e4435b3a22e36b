import Link from '@mui/material/Link'
import Stack from '@mui/material/Stack'
import Typography from '@mui/material/Typography'
import { Link as RouterLink } from 'react-router'
import { addressOf } from '../addresses.ts'
import { useTitle } from './use-title.ts'

export function NotFound() {
  useTitle('No such page')
  return (
    <Stack spacing={2} sx={{ py: 6 }}>
      <Typography variant="h1">No page at this address</Typography>
      <Typography>
        <Link component={RouterLink} to={addressOf.season()} underline="always">
          To the season
        </Link>
      </Typography>
    </Stack>
  )
}
