import Skeleton from '@mui/material/Skeleton'
import Stack from '@mui/material/Stack'
import Typography from '@mui/material/Typography'
import { useQuery } from '@tanstack/react-query'
import { patternsQuery } from '../api/car-queries.ts'
import { raceWeatherQuery } from '../api/race-queries.ts'
import { Problem } from '../shell/problem.tsx'
import { TrackAndWeather } from '../weather/track-and-weather.tsx'
import { VariableVerdicts } from '../weather/variable-verdicts.tsx'
import { WeatherVerdict } from '../weather/weather-verdict.tsx'
import { Weekend } from '../weather/weekend.tsx'

type WeatherToggleProps = { readonly raceId: string; readonly car: string }

/** The verdict, then what it rests on: the track lap by lap, each variable, the other race of the weekend. */
export function WeatherToggle({ raceId, car }: WeatherToggleProps) {
  const weather = useQuery(raceWeatherQuery(raceId))
  const carClass = useQuery({ ...patternsQuery(raceId, car), select: (answer) => answer.carClass })
  if (weather.error !== null)
    return <Problem error={weather.error} onRetry={() => void weather.refetch()} />
  if (weather.data === undefined) return <Skeleton variant="rounded" height={240} />
  return (
    <Stack spacing={5}>
      <WeatherVerdict weather={weather.data} />
      <div>
        <Typography variant="h3">How the track moved under everyone</Typography>
        <Typography variant="caption" component="p" color="textSecondary">
          Seconds against a typical lap of the whole field; upwards slower for all.
          {weather.data.file === null
            ? ''
            : ' Below, the weather at the end of the same laps, each drawn over at least the range that is needed to speak of it.'}
        </Typography>
        <TrackAndWeather raceId={raceId} car={car} carClass={carClass.data} />
      </div>
      <Weekend weather={weather.data} car={car} />
      <VariableVerdicts weather={weather.data} />
    </Stack>
  )
}
