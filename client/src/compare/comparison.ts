import { useCallback, useMemo } from 'react'
import { useSearchParams } from 'react-router'

/** What is compared: all green laps of two cars, or one lap with another; it lives in the address. */
export type Comparison = {
  /** The other car; it may be the same one when laps are compared. */
  readonly withCar: string | undefined
  readonly lap: number | undefined
  readonly withLap: number | undefined
}

type Change = { readonly [name in keyof Comparison]?: Comparison[name] | null }

const names = { withCar: 'with', lap: 'lap', withLap: 'withLap' } as const

function readComparison(search: URLSearchParams): Comparison {
  return {
    withCar: search.get(names.withCar) ?? undefined,
    lap: lapNumber(search.get(names.lap)),
    withLap: lapNumber(search.get(names.withLap)),
  }
}

function lapNumber(text: string | null): number | undefined {
  return text !== null && /^[1-9][0-9]{0,4}$/.test(text) ? Number(text) : undefined
}

export function useComparison(): readonly [Comparison, (change: Change) => void] {
  const [search, setSearch] = useSearchParams()
  const change = useCallback(
    (wanted: Change) => {
      setSearch(
        (before) => {
          const after = new URLSearchParams(before)
          for (const [key, name] of Object.entries(names)) {
            const value = Object.entries(wanted).find(([one]) => one === key)?.[1]
            if (value === null) after.delete(name)
            else if (value !== undefined) after.set(name, String(value))
          }
          return after
        },
        { preventScrollReset: true },
      )
    },
    [setSearch],
  )
  return [useMemo(() => readComparison(search), [search]), change]
}
