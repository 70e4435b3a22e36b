import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import { LineChart } from '@mui/x-charts/LineChart'
import type { WeatherAnswer } from '#core/protocol/rest/weather-answer.ts'
import { Plot } from '../charts/plot.tsx'
import { lapAxis, quietPlot, tickLabels, valueAxisWidth } from '../charts/plot-look.ts'
import { useLapHighlight } from '../charts/use-lap-highlight.ts'
import { measureText } from '../settings/in-units.ts'
import { useUnits } from '../settings/units.tsx'
import {
  drawnBetween,
  type DrawnVariable,
  drawnVariables,
  measureOf,
  rangeOf,
  variableNames,
} from './measures.ts'
import type { TrackLap } from './track-laps.ts'

type WeatherLinesProps = {
  readonly raceId: string
  readonly car?: string | undefined
  readonly laps: readonly TrackLap[]
  readonly variables: WeatherAnswer['variables']
}

/** The weather under the same laps: one low plot for each variable that was measured. */
export function WeatherLines({ raceId, car, laps, variables }: WeatherLinesProps) {
  return drawnVariables.map((name) => {
    const variable = variables.find((one) => one.name === name)
    if (variable === undefined || variable.verdict === 'not-measured') return null
    return (
      <WeatherLine
        key={name}
        raceId={raceId}
        car={car}
        laps={laps}
        name={name}
        variable={variable}
      />
    )
  })
}

type WeatherLineProps = Omit<WeatherLinesProps, 'variables'> & {
  readonly name: DrawnVariable
  readonly variable: WeatherAnswer['variables'][number]
}

function WeatherLine({ raceId, car, laps, name, variable }: WeatherLineProps) {
  const { units } = useUnits()
  const numbers = laps.map(({ lap }) => lap)
  const highlight = useLapHighlight(raceId, numbers, car)
  const known = laps.flatMap(({ values }) => values[name] ?? [])
  const needed = variable.rangeNeeded ?? 0
  const between = drawnBetween(known, needed)
  if (between === undefined) return null
  const inChosen = (value: number) => measureOf(name, value, units)
  const moved = known.reduce((a, b) => Math.max(a, b)) - known.reduce((a, b) => Math.min(a, b))
  return (
    <Box sx={{ mt: 2 }}>
      <Typography variant="caption" component="p" color="textSecondary">
        <b>{variableNames[name]}</b>, {inChosen(0).unit}: moved by{' '}
        {measureText(rangeOf(name, moved, units))}
        {moved < needed
          ? ` of the ${measureText(rangeOf(name, needed, units))} needed to say anything`
          : ''}
      </Typography>
      <Plot name={`${variableNames[name]}, lap by lap`}>
        <LineChart
          height={64}
          {...quietPlot}
          margin={{ top: 6, right: 8, bottom: 6, left: 0 }}
          series={[
            {
              id: name,
              label: variableNames[name],
              data: laps.map(({ values }) => {
                const value = values[name]
                return value === undefined ? null : inChosen(value).value
              }),
              color: 'var(--kl-palette-text-primary)',
              curve: 'linear',
              showMark: false,
              connectNulls: true,
              valueFormatter: (value) =>
                value === null ? 'not known' : measureText({ ...inChosen(0), value }),
            },
          ]}
          xAxis={[{ ...lapAxis(numbers), height: 0, position: 'none' }]}
          yAxis={[
            {
              width: valueAxisWidth,
              min: inChosen(between[0]).value,
              max: inChosen(between[1]).value,
              tickNumber: 2,
              tickLabelStyle: tickLabels,
              valueFormatter: (value: number) => String(value).replace('-', '−'),
            },
          ]}
          {...highlight}
        />
      </Plot>
    </Box>
  )
}
