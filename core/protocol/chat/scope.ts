import * as z from 'zod'
import { CarNumber, RaceId, TrackId } from '#core/domain/ids.ts'
import { LapNumber, SectionId, SubSectionId } from '../documents/common-shapes.ts'

/** What a screen shows while a question is asked on it. */
export const ScreenContext = z.object({
  trackId: TrackId.exactOptional(),
  raceId: RaceId.exactOptional(),
  car: CarNumber.exactOptional(),
  lap: LapNumber.exactOptional(),
  section: z.union([SectionId, SubSectionId]).exactOptional(),
})
export type ScreenContext = z.infer<typeof ScreenContext>

/** Which laps an answer is over, when it is not all green laps: computed anew, and said. */
export const LapFilter = z.object({
  without: z.array(LapNumber).exactOptional(),
  fromLap: LapNumber.exactOptional(),
  toLap: LapNumber.exactOptional(),
  /** Only laps without a car close ahead. */
  withoutTraffic: z.boolean().exactOptional(),
  afterRestart: z.boolean().exactOptional(),
})
export type LapFilter = z.infer<typeof LapFilter>

/** How a question was understood; each part of it can be changed by who asked. */
export const Scope = ScreenContext.extend({
  intents: z.array(z.string()),
  cars: z.array(CarNumber).exactOptional(),
  raceIds: z.array(RaceId).exactOptional(),
  laps: z.array(LapNumber).exactOptional(),
  filter: LapFilter.exactOptional(),
})
export type Scope = z.infer<typeof Scope>

/** What a driver changed in how a question was understood: it overrides everything else. */
export const ScopeChange = Scope.extend({ intents: z.array(z.string()).exactOptional() })
export type ScopeChange = z.infer<typeof ScopeChange>
