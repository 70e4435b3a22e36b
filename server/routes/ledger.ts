import { CarParams } from '#core/protocol/rest/path-params.ts'
import { PageQuery } from '#core/protocol/rest/page.ts'
import { LedgerAnswer } from '#core/protocol/rest/ledger-answer.ts'
import { pageOf } from '../cursor.ts'
import { lapsOf, presentLap } from '../presenters/present-ledger.ts'
import { seasonRoute } from '../season-route.ts'

export const ledgerRoute = seasonRoute({
  path: '/api/races/{raceId}/cars/{car}/laps',
  summary: 'The ledger: every lap of a car, counted or not, with the reasons.',
  params: CarParams,
  query: PageQuery,
  answer: LedgerAnswer,
  handle: async ({ season, params, query }) => {
    const patterns = await season.patterns(params.raceId, params.car)
    const { raceId, trackId, car, carClass, file } = patterns
    const { items, ...page } = pageOf(lapsOf(patterns), ({ lap }) => String(lap), query, season.id)
    return { raceId, trackId, car, carClass, file, laps: items.map(presentLap), ...page }
  },
})
