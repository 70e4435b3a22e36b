import { useMemo } from 'react'
import { useSearchParams } from 'react-router'
import { ReviewFilter } from '#core/protocol/review/review-query.ts'

const names = ReviewFilter.keyof().options
export type FilterName = (typeof names)[number]

/** What a coach looks for, from the address; what is no filter of ours is left out. */
export function readFilter(search: URLSearchParams): ReviewFilter {
  const given = names.flatMap((name) => {
    const value = search.get(name)
    return value === null || value === '' ? [] : [[name, value] as const]
  })
  const whole = ReviewFilter.safeParse(Object.fromEntries(given))
  if (whole.success) return whole.data
  const bad = new Set(whole.error.issues.map(({ path }) => path[0]))
  return ReviewFilter.parse(Object.fromEntries(given.filter(([name]) => !bad.has(name))))
}

export function searchOf(filter: ReviewFilter): URLSearchParams {
  const given = Object.entries(filter).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, value] as [string, string]],
  )
  return new URLSearchParams(given)
}

/** Without a choice the queue shows what waits. */
const waiting: ReviewFilter = { state: 'open' }

export function useQueueFilter(): {
  readonly filter: ReviewFilter
  readonly search: string
  readonly change: (name: FilterName, value: string) => void
} {
  const [search, setSearch] = useSearchParams()
  const filter = useMemo(() => {
    const chosen = readFilter(search)
    return Object.keys(chosen).length === 0 && search.get('all') === null ? waiting : chosen
  }, [search])
  const change = (name: FilterName, value: string) => {
    const after = searchOf(filter)
    if (value === '') after.delete(name)
    else after.set(name, value)
    // Nothing chosen is a choice, too: everything.
    if (after.size === 0) after.set('all', '')
    setSearch(after)
  }
  return { filter, search: search.size === 0 ? '' : `?${search.toString()}`, change }
}
