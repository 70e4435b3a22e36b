import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import { useQuery } from '@tanstack/react-query'
import { factIdOf } from '#core/domain/fact-id.ts'
import type { RaceSummary } from '#core/protocol/rest/race-answer.ts'
import type { WeatherAnswer } from '#core/protocol/rest/weather-answer.ts'
import { racesQuery } from '../api/season-queries.ts'
import { FactLink } from '../facts/fact-link.tsx'
import { measureText } from '../settings/in-units.ts'
import { useUnits } from '../settings/units.tsx'
import { SideScroll } from '../shell/side-scroll.tsx'
import { measureOf, variableNames } from './measures.ts'
import { comparedVariables, shiftInWords, weekdayOf } from './weekend-rows.ts'

type WeekendProps = {
  readonly weather: WeatherAnswer
  /** Whose own shift stands beside the field's. */
  readonly car?: string
  /** Where the races are named already. */
  readonly title?: string
}

/** This race beside the other one of the weekend: the weather of both, and by how much the same cars moved. */
export function Weekend({ weather, car, title }: WeekendProps) {
  const { units } = useUnits()
  const { data: races } = useQuery(racesQuery())
  const { otherRace } = weather
  if (otherRace === null) return null
  const nameOf = (raceId: string) => raceName(races?.find((race) => race.raceId === raceId))
  const variables = comparedVariables(otherRace)
  return (
    <div>
      <Typography variant="h3">
        {title ?? `${nameOf(weather.raceId)} beside ${nameOf(otherRace.raceId)}`}
      </Typography>
      {variables.length === 0 ? (
        <Typography variant="caption" component="p" color="textSecondary">
          One of the two races has no weather file.
        </Typography>
      ) : (
        <SideScroll label="Both races">
          <Box component="table" sx={table}>
            <thead>
              <tr>
                <th scope="col">On average</th>
                <th scope="col">{nameOf(weather.raceId)}</th>
                <th scope="col">{nameOf(otherRace.raceId)}</th>
              </tr>
            </thead>
            <tbody>
              {variables.map(({ name, mean, otherMean }) => (
                <tr key={name}>
                  <th scope="row">{variableNames[name]}</th>
                  <td>{measureText(measureOf(name, mean, units))}</td>
                  <td>{measureText(measureOf(name, otherMean, units))}</td>
                </tr>
              ))}
            </tbody>
          </Box>
        </SideScroll>
      )}
      <OwnShift
        weather={weather}
        otherRace={otherRace}
        car={car}
        other={nameOf(otherRace.raceId)}
      />
    </div>
  )
}

type OwnShiftProps = {
  readonly weather: WeatherAnswer
  readonly otherRace: NonNullable<WeatherAnswer['otherRace']>
  readonly car: string | undefined
  readonly other: string
}

/** The field's own shift is a sentence of the verdict. */
function OwnShift({ weather, otherRace: { field, cars }, car, other }: OwnShiftProps) {
  const at = cars.findIndex((one) => one.car === car)
  const own = cars[at]
  const fact = (rest: string) => factIdOf('ml_weather_recommendations', weather.raceId, rest)
  if (field === null)
    return <Typography>Too few cars ran in both races to set their pace side by side.</Typography>
  if (own === undefined) return null
  return (
    <Typography sx={{ mt: 2 }}>
      Car {own.car} was{' '}
      <FactLink factId={fact(`otherRace.cars.${at}.shiftMs`)} text={shiftInWords(own.shiftMs)} />{' '}
      here than in {other}; against the field{' '}
      <FactLink
        factId={fact(`otherRace.cars.${at}.againstFieldMs`)}
        text={shiftInWords(own.againstFieldMs)}
      />
      .
    </Typography>
  )
}

function raceName(race: RaceSummary | undefined): string {
  if (race === undefined) return 'The other race'
  const day = race.date === null ? undefined : weekdayOf(race.date)
  return day === undefined ? `Race ${race.raceNumber}` : `${day}, Race ${race.raceNumber}`
}

const table = {
  mt: 1,
  borderCollapse: 'collapse',
  typography: 'body2',
  '& th, & td': { py: 1, pr: 5, textAlign: 'right', borderBottom: 1, borderColor: 'divider' },
  '& th': { fontWeight: 'fontWeightRegular', color: 'text.secondary', textAlign: 'right' },
  '& th:first-of-type': { textAlign: 'left' },
} as const
