import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { Breadcrumbs } from './breadcrumbs.tsx'
import { SchemeButton } from './scheme-button.tsx'
import { useUnits } from '../settings/units.tsx'
import { CarActions } from './car-actions.tsx'

const topBarHeight = 48

/** Where one is, and the settings that hold everywhere. */
export function TopBar() {
  const { units, setUnits } = useUnits()
  const isMetric = units === 'metric'
  return (
    <Box
      component="header"
      sx={{
        display: 'flex',
        alignItems: 'center',
        gap: 2,
        minHeight: topBarHeight,
        px: { xs: 3, md: 5 },
        borderBottom: 1,
        borderColor: 'divider',
        bgcolor: 'background.paper',
        position: 'sticky',
        top: 0,
        zIndex: 'appBar',
        '@media print': { display: 'none' },
        // As high as the bar for a finger, and never squeezed by a long name.
        '& > button': { flexShrink: 0 },
        '& > button::after': { content: '""', position: 'absolute', inset: '-9px -4px' },
      }}
    >
      <Breadcrumbs />
      <Box sx={{ flex: 1 }} />
      <CarActions />
      <Button
        variant="outlined"
        color="inherit"
        size="small"
        aria-label={isMetric ? 'km · °C. Units: change to US' : 'mi · °F. Units: change to metric'}
        onClick={() => setUnits(isMetric ? 'us' : 'metric')}
        sx={{ borderColor: 'divider', minWidth: 44, minHeight: 32, whiteSpace: 'nowrap' }}
      >
        {isMetric ? 'km · °C' : 'mi · °F'}
      </Button>
      <SchemeButton />
    </Box>
  )
}
