import type { PatternDocument } from '#core/protocol/documents/pattern-document.ts'
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
  handle: async ({ season, params }) =>
    lapSections(season, await season.patterns(params.raceId, params.car), params.lap),
})

export async function lapSections(
  season: Season,
  patterns: PatternDocument,
  lap: number,
): Promise<LapSectionsAnswer> {
  const { raceId, trackId, car } = patterns
  const laps = lapsOf(patterns)
  const entry = laps.find((each) => each.lap === lap)
  if (entry === undefined)
    noLap(
      lap,
      car,
      raceId,
      laps.map((each) => each.lap),
    )
  const [sections, track] = await Promise.all([
    season.sectionsOfLap(raceId, car, lap),
    season.track(trackId),
  ])
  return presentLapSections(patterns, entry, sections, track)
}
