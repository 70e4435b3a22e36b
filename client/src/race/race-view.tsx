import Box from '@mui/material/Box'
import Stack from '@mui/material/Stack'
import { useQuery } from '@tanstack/react-query'
import { useParams } from 'react-router'
import { carsQuery, raceCompositeQuery, raceQuery } from '../api/race-queries.ts'
import { InventedNote } from '../shell/invented-note.tsx'
import { Problem } from '../shell/problem.tsx'
import { useTitle } from '../shell/use-title.ts'
import { ViewSkeleton } from '../shell/view-skeleton.tsx'
import { CompositeCard } from './composite-card.tsx'
import { FieldCard } from './field-card.tsx'
import { LapChartCard } from './lap-chart-card.tsx'
import { QualityCard } from './quality-card.tsx'
import { raceName, RaceHeader } from './race-header.tsx'
import { RaceWeather } from './race-weather.tsx'

/** The whole field of a race, lap by lap, beside the best that it drove. */
export function RaceView() {
  const { raceId = '' } = useParams()
  const race = useQuery(raceQuery(raceId))
  const composite = useQuery(raceCompositeQuery(raceId))
  const cars = useQuery(carsQuery(raceId))
  useTitle(race.data === undefined ? 'Race' : raceName(race.data))
  const error = race.error ?? composite.error ?? cars.error
  if (error !== null) {
    const retry = () => void Promise.all([race.refetch(), composite.refetch(), cars.refetch()])
    return <Problem error={error} onRetry={retry} isView />
  }
  if (race.data === undefined || composite.data === undefined || cars.data === undefined)
    return <ViewSkeleton />
  return (
    <Stack spacing={4}>
      <RaceHeader race={race.data} />
      {race.data.isInvented ? <InventedNote /> : null}
      <Box sx={{ display: 'grid', gap: 4, gridTemplateColumns: { xs: '1fr', md: '3fr 2fr' } }}>
        <CompositeCard classes={composite.data.classes} raceId={raceId} />
        <QualityCard notes={race.data.dataQuality} raceId={raceId} />
      </Box>
      <FieldCard raceId={raceId} cars={cars.data} />
      <LapChartCard race={race.data} />
      <RaceWeather race={race.data} />
    </Stack>
  )
}
