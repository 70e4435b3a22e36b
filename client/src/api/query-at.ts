import { queryOptions } from '@tanstack/react-query'
import type { ZodType } from 'zod'
import { getAnswer } from './get-answer.ts'

const pageLimit = 500

/** One query for each GET of the service: its path is its key. */
export function answerAt<T>(shape: ZodType<T>, path: string) {
  return queryOptions({ queryKey: [path], queryFn: ({ signal }) => getAnswer(shape, path, signal) })
}

/** A list, all of its pages. */
export function listAt<T extends { readonly nextCursor?: string | undefined }, Item>(
  shape: ZodType<T>,
  path: string,
  itemsOf: (answer: T) => readonly Item[],
) {
  async function pagesFrom(cursor: string | undefined, signal: AbortSignal): Promise<readonly T[]> {
    const after = cursor === undefined ? '' : `&cursor=${encodeURIComponent(cursor)}`
    const page = await getAnswer(shape, `${path}?limit=${pageLimit}${after}`, signal)
    if (page.nextCursor === undefined) return [page]
    return [page, ...(await pagesFrom(page.nextCursor, signal))]
  }
  return queryOptions({
    queryKey: [path],
    queryFn: async ({ signal }) => {
      const pages = await pagesFrom(undefined, signal)
      return pages.flatMap((page) => [...itemsOf(page)])
    },
  })
}

export const raceAt = (raceId: string) => `/api/races/${encodeURIComponent(raceId)}`
export const carAt = (raceId: string, car: string) =>
  `${raceAt(raceId)}/cars/${encodeURIComponent(car)}`
export const trackAt = (trackId: string) => `/api/tracks/${encodeURIComponent(trackId)}`
