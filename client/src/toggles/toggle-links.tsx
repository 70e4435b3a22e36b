import Box from '@mui/material/Box'
import Link from '@mui/material/Link'
import { Link as RouterLink, useLocation } from 'react-router'
import { type Toggle, toggles } from '#core/protocol/pages.ts'
import { addressOf } from '../addresses.ts'
import { toggleNames } from './toggle-names.ts'

type ToggleLinksProps = { readonly raceId: string; readonly car: string; readonly toggle: Toggle }

/** Tabs that are links: the lap, section and reference that were chosen stay chosen. */
export function ToggleLinks({ raceId, car, toggle }: ToggleLinksProps) {
  const { search } = useLocation()
  return (
    <Box
      component="nav"
      aria-label="Analysis"
      sx={{ borderBottom: 1, borderColor: 'divider', mb: 4 }}
    >
      <Box
        component="ul"
        sx={{ display: 'flex', listStyle: 'none', m: 0, p: 0, overflowX: 'auto' }}
      >
        {toggles.map((each) => (
          <li key={each}>
            <Link
              component={RouterLink}
              to={{ pathname: addressOf.toggle(raceId, car, each), search }}
              preventScrollReset
              aria-current={each === toggle ? 'page' : undefined}
              underline="none"
              sx={look}
            >
              {toggleNames[each]}
            </Link>
          </li>
        ))}
      </Box>
    </Box>
  )
}

const look = {
  display: 'flex',
  alignItems: 'center',
  minHeight: 48,
  px: { xs: 2.5, md: 3 },
  mb: '-1px',
  color: 'text.secondary',
  borderBottom: '2px solid transparent',
  '&:hover': { color: 'text.primary' },
  '&:focus-visible': { outlineOffset: -2 },
  '&[aria-current]': {
    color: 'text.primary',
    fontWeight: 'fontWeightMedium',
    borderColor: 'primary.main',
  },
} as const
