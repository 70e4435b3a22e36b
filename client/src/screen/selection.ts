import { useCallback, useMemo } from 'react'
import { useSearchParams } from 'react-router'
import {
  type SectionId,
  sectionIds,
  type SubSectionId,
  subSectionIds,
} from '#core/domain/quantity.ts'

/** What a lap or a median is laid against; 'car-22' is another car of the race. */
export type Reference =
  | 'quick-quarter'
  | 'own-best'
  | 'field-median'
  | 'composite'
  | `car-${string}`

/** What is chosen on a car's view. It lives in the address: `?lap=8&section=s2&against=own-best`. */
export type Selection = {
  /** Absent: the median of the green laps. */
  readonly lap?: number
  readonly section?: SectionId | SubSectionId
  readonly against: Reference
}

const plainReferences = ['quick-quarter', 'own-best', 'field-median', 'composite'] as const

export function readSelection(search: URLSearchParams): Selection {
  const lap = Number(search.get('lap'))
  const section = [...sectionIds, ...subSectionIds].find((id) => id === search.get('section'))
  return {
    ...(Number.isInteger(lap) && lap > 0 && { lap }),
    ...(section !== undefined && { section }),
    against: readReference(search.get('against')),
  }
}

function readReference(text: string | null): Reference {
  const [, car] = /^car-([0-9A-Za-z]{1,8}(?:-[0-9]+)?)$/.exec(text ?? '') ?? []
  if (car !== undefined) return `car-${car}`
  return plainReferences.find((reference) => reference === text) ?? 'quick-quarter'
}

/** `null` takes a choice back. */
export type SelectionChange = {
  readonly lap?: number | null
  readonly section?: SectionId | SubSectionId | null
  readonly against?: Reference | null
}

/** The selection, and how it is changed: each change is an address that can be shared, and back undoes it. */
export function useSelection(): readonly [Selection, (change: SelectionChange) => void] {
  const [search, setSearch] = useSearchParams()
  const change = useCallback(
    (wanted: SelectionChange) => {
      setSearch(
        () => {
          // Not the address of the last drawing: a choice made since then would be undone.
          const after = new URLSearchParams(globalThis.location.search)
          for (const [name, value] of Object.entries(wanted)) {
            if (value === null) after.delete(name)
            else after.set(name, String(value))
          }
          return after
        },
        { preventScrollReset: true },
      )
    },
    [setSearch],
  )
  const selection = useMemo(() => readSelection(search), [search])
  return [selection, change]
}
