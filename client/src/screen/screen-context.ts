import { useParams, useSearchParams } from 'react-router'
import type { SectionId, SubSectionId } from '#core/domain/quantity.ts'
import { readSelection } from './selection.ts'

/** What a screen shows, as its address says it: whether there are such things, only the service knows. */
export type ShownOnScreen = {
  readonly trackId?: string
  readonly raceId?: string
  readonly car?: string
  readonly lap?: number
  readonly section?: SectionId | SubSectionId
}

/** What the screen shows, for questions asked on it: it is all in the address. */
export function useScreenContext(): ShownOnScreen {
  const { trackId, raceId, car } = useParams()
  const [search] = useSearchParams()
  const { lap, section } = readSelection(search)
  const track = trackId ?? raceId?.replace(/-r[0-9]+$/, '')
  return {
    ...(track !== undefined && { trackId: track }),
    ...(raceId !== undefined && { raceId }),
    ...(car !== undefined && { car }),
    ...(lap !== undefined && { lap }),
    ...(section !== undefined && { section }),
  }
}
