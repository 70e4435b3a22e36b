import { findAnyFact } from '#core/chat/find-any-fact.ts'
import { FactAnswer, FactQuery } from '#core/protocol/rest/fact-answer.ts'
import { NoParams } from '#core/protocol/rest/path-params.ts'
import { notFound } from '../errors.ts'
import { presentFact } from '../presenters/present-fact.ts'
import { seasonRoute } from '../season-route.ts'

export const factsRoute = seasonRoute({
  path: '/api/facts',
  summary: 'A value of a document with the CSV line that it was read from, the cell marked.',
  params: NoParams,
  query: FactQuery,
  answer: FactAnswer,
  handle: async ({ season, query }) => {
    const fact = await findAnyFact(season.document, query.id)
    if (fact === undefined) throw notFound(`fact '${query.id.slice(0, 120)}' is not in this season`)
    const { source } = fact
    const line = source && (await season.sourceLine(source.file, source.line))
    return presentFact(fact, line)
  },
})
