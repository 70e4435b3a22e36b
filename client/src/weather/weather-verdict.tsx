import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import type { WeatherAnswer } from '#core/protocol/rest/weather-answer.ts'
import { LinkedParts } from '../facts/linked-parts.tsx'
import { Told } from '../facts/told.tsx'

/** What may be said of the weather in this race: the verdict large, what it rests on below. */
export function WeatherVerdict({ weather }: { readonly weather: WeatherAnswer }) {
  const [verdict, ...rest] = weather.sentences
  return (
    <div>
      {verdict === undefined ? null : (
        <Typography variant="subtitle1" component="p" sx={{ mb: 2, maxWidth: '40em' }}>
          <LinkedParts parts={verdict.parts} />
        </Typography>
      )}
      <Box sx={{ maxWidth: '60em' }}>
        <Told sentences={rest} />
      </Box>
    </div>
  )
}
