import type { DocumentReader } from '#core/ports/document-store.ts'
import { notFound } from '../errors.ts'
import type { ResponseCache } from '../response-cache.ts'
import { routerPath } from '../router-path.ts'
import { seasonRoutes } from '../routes/season-routes.ts'
import { answerKey } from '../season-answer.ts'
import { createSeason } from '../season.ts'

const routes = seasonRoutes.map((route) => ({
  route,
  pattern: new URLPattern({ pathname: routerPath(route.path) }),
}))

/**
 * The bytes that a GET of an address is answered with, without a request: for what the service draws itself.
 * Rejects as the route does, and where there is none.
 */
export async function findAnswer(
  cache: ResponseCache,
  reader: DocumentReader,
  address: string,
): Promise<Uint8Array<ArrayBuffer>> {
  const url = new URL(address, 'http://service')
  const [found] = routes.flatMap(({ route, pattern }) => {
    const groups = pattern.exec({ pathname: url.pathname })?.pathname.groups
    return groups === undefined ? [] : [{ route, params: decoded(groups) }]
  })
  if (found === undefined) throw notFound(`There is nothing at '${url.pathname}'.`)
  const query = Object.fromEntries(url.searchParams)
  const body = await cache.body(answerKey(reader, address), 'identity', () =>
    found.route.answerFrom(createSeason(reader), found.params, query),
  )
  return Uint8Array.from(body.bytes)
}

function decoded(groups: Readonly<Record<string, string | undefined>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(groups).map(([name, text = '']) => [name, decodeURIComponent(text)]),
  )
}
