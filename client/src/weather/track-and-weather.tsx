import Skeleton from '@mui/material/Skeleton'
import Typography from '@mui/material/Typography'
import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense } from 'react'
import { raceWeatherQuery } from '../api/race-queries.ts'
import { Problem } from '../shell/problem.tsx'
import { useField } from './use-field.ts'

const TrackPlots = lazy(async () => ({ default: (await import('./track-plots.tsx')).TrackPlots }))

type TrackAndWeatherProps = {
  readonly raceId: string
  /** Absent: the class with the most laps. */
  readonly carClass?: string | undefined
  /** On whose view this is: a click chooses its lap. */
  readonly car?: string | undefined
}

/** How the track moved under everyone, lap by lap, with the weather under the same laps. */
export function TrackAndWeather({ raceId, carClass, car }: TrackAndWeatherProps) {
  const field = useField(raceId, carClass)
  const weather = useQuery(raceWeatherQuery(raceId))
  const error = field.error ?? weather.error
  if (error !== null) {
    const retry = () => void Promise.all([field.refetch(), weather.refetch()])
    return <Problem error={error} onRetry={retry} />
  }
  const waiting = <Skeleton variant="rounded" height={420} />
  if (field.data === undefined || weather.data === undefined) return waiting
  if (field.data.laps.length === 0)
    return (
      <Typography color="textSecondary">
        No lap was driven under green by five cars or more, so that nothing can be said of the
        track.
      </Typography>
    )
  return (
    <Suspense fallback={waiting}>
      <TrackPlots raceId={raceId} car={car} field={field.data} weather={weather.data} />
    </Suspense>
  )
}
