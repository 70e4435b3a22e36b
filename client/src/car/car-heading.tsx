import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import { formatDate } from '#core/domain/date-text.ts'
import type { PatternsAnswer } from '#core/protocol/rest/patterns-answer.ts'
import type { RaceAnswer } from '#core/protocol/rest/race-answer.ts'

type CarHeadingProps = {
  readonly race: RaceAnswer
  readonly patterns: PatternsAnswer
  readonly trackName: string
}

/** Whose race this is, and how much of it counts. */
export function CarHeading({ race, patterns, trackName }: CarHeadingProps) {
  return (
    <Box>
      <Typography variant="h1">
        Car {patterns.car} · {trackName}, Race {race.raceNumber}
      </Typography>
      <Typography variant="body2" color="textSecondary">
        {facts(race, patterns).join(' · ')}
      </Typography>
    </Box>
  )
}

function facts(race: RaceAnswer, { laps, cleanLaps }: PatternsAnswer): readonly string[] {
  const date = race.date === null ? [] : [formatDate(race.date)]
  const yellow = race.phases.flatMap(({ flag, fromLap, toLap }) =>
    flag === 'fcy' ? [fromLap === toLap ? `${fromLap}` : `${fromLap}–${toLap}`] : [],
  )
  return [
    ...date,
    `${laps} ${laps === 1 ? 'lap' : 'laps'}, ${cleanLaps} green`,
    ...(yellow.length === 0 ? [] : [`full-course yellow on laps ${yellow.join(', ')}`]),
  ]
}
