import { queryOptions } from '@tanstack/react-query'
import { type Asking, getAnswer } from './get-answer.ts'
import { type LoadShape, shapeFrom } from './load-shape.ts'

const pageLimit = 500

/** One query for each GET of the service: its path is its key. */
export function answerAt<T>(shape: LoadShape<T>, path: string) {
  return queryOptions({
    queryKey: [path],
    queryFn: ({ signal, meta }) => getAnswer(shapeFrom(shape), path, { signal, ...meta }),
  })
}

/** A list, all of its pages. */
export function listAt<T extends { readonly nextCursor?: string | undefined }, Item>(
  shape: LoadShape<T>,
  path: string,
  itemsOf: (answer: T) => readonly Item[],
) {
  async function pagesFrom(asking: Asking, cursor?: string): Promise<readonly T[]> {
    const after = cursor === undefined ? '' : `&cursor=${encodeURIComponent(cursor)}`
    const page = await getAnswer(shapeFrom(shape), `${path}?limit=${pageLimit}${after}`, asking)
    if (page.nextCursor === undefined) return [page]
    return [page, ...(await pagesFrom(asking, page.nextCursor))]
  }
  return queryOptions({
    queryKey: [path],
    queryFn: async ({ signal, meta }) => {
      const pages = await pagesFrom({ signal, ...meta })
      return pages.flatMap((page) => [...itemsOf(page)])
    },
  })
}

export const raceAt = (raceId: string) => `/api/races/${encodeURIComponent(raceId)}`
export const carAt = (raceId: string, car: string) =>
  `${raceAt(raceId)}/cars/${encodeURIComponent(car)}`
export const trackAt = (trackId: string) => `/api/tracks/${encodeURIComponent(trackId)}`
