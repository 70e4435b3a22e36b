import * as z from 'zod'
import { LapNumber } from '../documents/common-shapes.ts'
import { WeatherDocument, WeatherVariable } from '../documents/weather-document.ts'

const Stored = WeatherDocument.shape.variables.valueType
const { r, n, p, byLap, lapCorrected, within } = Stored.shape.clean.shape

/** One variable over the clean laps (D9), and its verdict (D19). */
export const WeatherVariableAnswer = Stored.omit({ clean: true })
  .extend({ name: WeatherVariable, r, n, p, byLap, lapCorrected, within })
  .meta({ id: 'WeatherVariable' })
export type WeatherVariableAnswer = z.infer<typeof WeatherVariableAnswer>

export const WeatherAnswer = WeatherDocument.omit({ variables: true, laps: true, field: true })
  .extend({
    variables: z.array(WeatherVariableAnswer),
    /** The median of each variable at the finish of the clean laps of that number. */
    laps: z.array(
      z.object({ lap: LapNumber, values: z.partialRecord(WeatherVariable, z.number()) }),
    ),
    /** Whether the track changed, by class (D19). */
    trackChanges: z.array(
      z.object({
        carClass: z.string(),
        trackChange: WeatherDocument.shape.field.valueType.shape.trackChange,
      }),
    ),
  })
  .meta({ id: 'Weather' })
export type WeatherAnswer = z.infer<typeof WeatherAnswer>
