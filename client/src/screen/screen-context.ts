import { useParams, useSearchParams } from 'react-router'
import { RaceId, TrackId } from '#core/domain/ids.ts'
import { ScreenContext } from '#core/protocol/chat/scope.ts'
import { readSelection } from './selection.ts'

/** What the screen shows, for questions asked on it: it is all in the address. */
export function useScreenContext(): ScreenContext {
  const { trackId, raceId, car } = useParams()
  const [search] = useSearchParams()
  const { lap, section } = readSelection(search)
  const race = RaceId.safeParse(raceId)
  const track = TrackId.safeParse(trackId ?? raceId?.replace(/-r[0-9]+$/, ''))
  const context = ScreenContext.safeParse({
    ...(track.success && { trackId: track.data }),
    ...(race.success && { raceId: race.data }),
    ...(car !== undefined && { car }),
    ...(lap !== undefined && { lap }),
    ...(section !== undefined && { section }),
  })
  return context.success ? context.data : {}
}
