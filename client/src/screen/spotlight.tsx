import { createContext, type ReactNode, use, useMemo, useState } from 'react'
import type { SectionId, SubSectionId } from '#core/domain/quantity.ts'

/** What is lit for a moment, because a number in the chat or a mark in the view is pointed at. */
export type Spot = {
  readonly raceId?: string
  readonly car?: string
  readonly lap?: number
  readonly section?: SectionId | SubSectionId
}

type Spotlight = {
  readonly spot: Spot | undefined
  /** `undefined` puts the light out. */
  readonly shine: (spot: Spot | undefined) => void
}

const SpotlightContext = createContext<Spotlight>({ spot: undefined, shine: () => {} })

/** One light for the chat and the view beside it. */
export function SpotlightProvider({ children }: { readonly children: ReactNode }) {
  const [spot, shine] = useState<Spot | undefined>()
  const value = useMemo(() => ({ spot, shine }), [spot])
  return <SpotlightContext value={value}>{children}</SpotlightContext>
}

export function useSpotlight(): Spotlight {
  return use(SpotlightContext)
}
