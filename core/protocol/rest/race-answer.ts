import * as z from 'zod'
import { CompositeSum, RaceDocument } from '../documents/race-document.ts'
import { nextCursor } from './page.ts'

export const RaceAnswer = RaceDocument.omit({ classes: true })
  .extend({ trackName: z.string(), classes: z.array(RaceDocument.shape.classes.valueType) })
  .meta({ id: 'Race' })
export type RaceAnswer = z.infer<typeof RaceAnswer>

/** A race in the list. */
export const RaceSummary = RaceDocument.pick({
  raceId: true,
  trackId: true,
  raceNumber: true,
  isInvented: true,
  date: true,
  utcOffsetHours: true,
  laps: true,
  cleanLaps: true,
  raceLaps: true,
  classification: true,
  layout: true,
})
  .extend({
    trackName: z.string(),
    carCount: z.int(),
    carClasses: z.array(z.string()),
    hasWeather: z.boolean(),
    /** How warm and how humid it was; the rest has a path of its own. Null without weather. */
    weather: RaceDocument.shape.weather
      .unwrap()
      .pick({ airTempC: true, humidityPct: true })
      .nullable(),
    noteCount: z.int(),
    /** Of all classes. */
    fastestLap: CompositeSum.shape.fastestLap,
  })
  .meta({ id: 'RaceSummary' })
export type RaceSummary = z.infer<typeof RaceSummary>

export const RacesAnswer = z.object({ races: z.array(RaceSummary), nextCursor })
export type RacesAnswer = z.infer<typeof RacesAnswer>
