import Box from '@mui/material/Box'
import Skeleton from '@mui/material/Skeleton'
import Typography from '@mui/material/Typography'
import { lazy, Suspense } from 'react'
import type { Toggle } from '#core/protocol/pages.ts'
import { outOfSight } from '../shell/out-of-sight.ts'
import { ToggleLinks } from './toggle-links.tsx'
import { toggleNames } from './toggle-names.ts'

const shown = {
  sections: lazy(async () => ({
    default: (await import('./sections-toggle.tsx')).SectionsToggle,
  })),
  weather: lazy(async () => ({ default: (await import('./weather-toggle.tsx')).WeatherToggle })),
  patterns: lazy(async () => ({
    default: (await import('./patterns-toggle.tsx')).PatternsToggle,
  })),
  coaching: lazy(async () => ({
    default: (await import('./coaching-toggle.tsx')).CoachingToggle,
  })),
} as const

type TogglesProps = { readonly raceId: string; readonly car: string; readonly toggle: Toggle }

/** The four analyses of a car, one at a time, each at its address. */
export function Toggles({ raceId, car, toggle }: TogglesProps) {
  const Shown = shown[toggle]
  return (
    <Box
      component="section"
      aria-label={`Analysis: ${toggleNames[toggle]}`}
      sx={{
        bgcolor: 'background.paper',
        border: 1,
        borderColor: 'divider',
        borderRadius: '10px',
        px: { xs: 3, md: 4 },
        pb: { xs: 3, md: 4 },
        minWidth: 0,
      }}
    >
      <ToggleLinks raceId={raceId} car={car} toggle={toggle} />
      <Typography variant="h2" sx={outOfSight}>
        Analysis: {toggleNames[toggle]}
      </Typography>
      <Box sx={{ minHeight: 240 }}>
        <Suspense fallback={<Skeleton variant="rounded" height={240} />}>
          <Shown raceId={raceId} car={car} />
        </Suspense>
      </Box>
    </Box>
  )
}
