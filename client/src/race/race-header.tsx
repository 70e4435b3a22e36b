import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Typography from '@mui/material/Typography'
import { Link as RouterLink } from 'react-router'
import { formatDate } from '#core/domain/date-text.ts'
import { grouped } from '#core/domain/fact-text.ts'
import { counted } from '#core/domain/wording.ts'
import { useQuery } from '@tanstack/react-query'
import type { RaceAnswer } from '#core/protocol/rest/race-answer.ts'
import { addressOf } from '../addresses.ts'
import { racesQuery } from '../api/season-queries.ts'
import { phasesInWords } from './race-phases.ts'

export function raceName({ trackName, raceNumber }: RaceAnswer): string {
  return `${trackName}, Race ${raceNumber}`
}

/** Which race it is, what happened to it, and the way to the other one of the weekend. */
export function RaceHeader({ race }: { readonly race: RaceAnswer }) {
  const about = [
    race.date === null ? undefined : formatDate(race.date),
    counted(race.cars.length, 'car'),
    counted(race.raceLaps, 'lap'),
    `${counted(race.cleanLaps, 'green lap')} of ${grouped(race.laps)}`,
    phasesInWords(race.phases),
    race.classification === null ? 'no results' : `${race.classification} results`,
  ].filter((text) => text !== undefined)
  return (
    <Box sx={{ display: 'flex', alignItems: 'flex-start', gap: 4, flexWrap: 'wrap' }}>
      <Box sx={{ flex: 1, minWidth: 260 }}>
        <Typography variant="h1">{raceName(race)}</Typography>
        <Typography color="textSecondary">{about.join(' · ')}</Typography>
      </Box>
      <OtherRace race={race} />
    </Box>
  )
}

function OtherRace({ race }: { readonly race: RaceAnswer }) {
  const { data: races = [] } = useQuery(racesQuery())
  const others = races.filter(
    (other) => other.trackId === race.trackId && other.raceId !== race.raceId,
  )
  return others.map((other) => (
    <Button
      key={other.raceId}
      component={RouterLink}
      to={addressOf.race(other.raceId)}
      variant="outlined"
      color="inherit"
      sx={{ borderColor: 'divider', minHeight: { xs: 48, md: 44 } }}
    >
      To race {other.raceNumber}
    </Button>
  ))
}
