import type * as z from 'zod'
import { LapParams, NoQuery } from '#core/protocol/rest/path-params.ts'
import { LapSectionsAnswer } from '#core/protocol/rest/lap-sections-answer.ts'
import { noLap } from '../not-in-season.ts'
import { lapsOf } from '../presenters/present-ledger.ts'
import { presentLapSections } from '../presenters/present-lap-sections.ts'
import { seasonRoute } from '../season-route.ts'
import type { Season } from '../season.ts'

export const lapSectionsRoute = seasonRoute({
  path: '/api/races/{raceId}/cars/{car}/laps/{lap}',
  summary: 'The sections of a lap against the composite, the own best and the field.',
  params: LapParams,
  query: NoQuery,
  answer: LapSectionsAnswer,
  handle: ({ season, params }) => lapSections(season, params),
})

/** What is known by its id before anything is read is asked for together. */
export async function lapSections(
  season: Season,
  { raceId, car, lap }: z.output<typeof LapParams>,
): Promise<LapSectionsAnswer> {
  const [patterns, sections] = await Promise.all([
    season.patterns(raceId, car),
    season.sectionsOfLap(raceId, car, lap),
  ])
  const laps = lapsOf(patterns)
  const entry = laps.find((each) => each.lap === lap)
  if (entry === undefined)
    noLap(
      lap,
      car,
      raceId,
      laps.map((each) => each.lap),
    )
  return presentLapSections(patterns, entry, sections, await season.track(patterns.trackId))
}
