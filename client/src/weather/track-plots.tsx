import type { FieldAnswer } from '#core/protocol/rest/field-answer.ts'
import type { WeatherAnswer } from '#core/protocol/rest/weather-answer.ts'
import { ChosenLap } from '../charts/chosen-lap.tsx'
import { PlotTable } from '../charts/plot-table.tsx'
import { signedGap } from '../numbers/signed-gap.ts'
import { type Units, useUnits } from '../settings/units.tsx'
import { type DrawnVariable, drawnVariables, measureOf, variableNames } from './measures.ts'
import { effectInWords, trackLaps } from './track-laps.ts'
import { TrackPlot } from './track-plot.tsx'
import { WeatherLines } from './weather-lines.tsx'

type TrackPlotsProps = {
  readonly raceId: string
  readonly car?: string | undefined
  readonly field: FieldAnswer
  readonly weather: WeatherAnswer
}

/** Both under one axis of laps, and all of it as a table. */
export function TrackPlots({ raceId, car, field, weather }: TrackPlotsProps) {
  const { units } = useUnits()
  const laps = trackLaps(field, weather)
  const measured = drawnVariables.filter((name) => laps.some(({ values }) => name in values))
  return (
    <>
      <TrackPlot raceId={raceId} car={car} laps={laps} />
      <WeatherLines raceId={raceId} car={car} laps={laps} variables={weather.variables} />
      <ChosenLap tell={(lap) => effectInWords(laps, lap)} />
      <PlotTable
        caption="How the track moved under everyone, in seconds against a typical lap of the field, and the weather at the end of each lap"
        columns={[
          'Lap',
          'The field, s',
          'Cars',
          ...measured.map((name) => `${variableNames[name]}, ${measureOf(name, 0, units).unit}`),
        ]}
        rows={laps.map(({ lap, effectMs, cars, values }) => [
          lap,
          effectMs === undefined ? '–' : signedGap(effectMs),
          cars ?? '–',
          ...measured.map((name) => valueText(name, values[name], units)),
        ])}
      />
    </>
  )
}

function valueText(name: DrawnVariable, value: number | undefined, units: Units): string {
  if (value === undefined) return '–'
  const measure = measureOf(name, value, units)
  return measure.value.toFixed(measure.decimals).replace('-', '−')
}
