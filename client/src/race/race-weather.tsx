import Skeleton from '@mui/material/Skeleton'
import Stack from '@mui/material/Stack'
import { useQuery } from '@tanstack/react-query'
import type { RaceAnswer } from '#core/protocol/rest/race-answer.ts'
import { raceWeatherQuery } from '../api/race-queries.ts'
import { Card } from '../shell/card.tsx'
import { Problem } from '../shell/problem.tsx'
import { useIsAlive } from '../shell/use-is-alive.ts'
import { WhenNear } from '../shell/when-near.tsx'
import { TrackAndWeather } from '../weather/track-and-weather.tsx'
import { WeatherVerdict } from '../weather/weather-verdict.tsx'

/** How the track moved under everyone, and the weather under the same laps. */
export function RaceWeather({ race }: { readonly race: RaceAnswer }) {
  // Far below: it need not be in the page that is sent.
  const weather = useQuery({ ...raceWeatherQuery(race.raceId), enabled: useIsAlive() })
  return (
    <Card
      title="Track and weather"
      note="Seconds against a typical lap of the whole field, lap by lap; upwards slower for all"
    >
      {weather.error === null ? null : (
        <Problem error={weather.error} onRetry={() => void weather.refetch()} />
      )}
      {weather.data === undefined ? (
        <Skeleton variant="rounded" height={240} />
      ) : (
        <Stack spacing={3}>
          <WeatherVerdict weather={weather.data} />
          <WhenNear placeholder={<Skeleton variant="rounded" height={240} />}>
            <TrackAndWeather raceId={race.raceId} />
          </WhenNear>
        </Stack>
      )}
    </Card>
  )
}
