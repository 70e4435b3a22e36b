import { RaceId, TrackId } from '#core/domain/ids.ts'
import { ScreenContext } from '#core/protocol/chat/scope.ts'
import type { ShownOnScreen } from '../screen/screen-context.ts'

/** What a question is sent with: an address can hold anything, and what cannot be an id is left out. */
export function askedOn({ trackId, raceId, ...rest }: ShownOnScreen): ScreenContext {
  const race = RaceId.safeParse(raceId)
  const track = TrackId.safeParse(trackId)
  const context = ScreenContext.safeParse({
    ...rest,
    ...(track.success && { trackId: track.data }),
    ...(race.success && { raceId: race.data }),
  })
  return context.success ? context.data : {}
}
