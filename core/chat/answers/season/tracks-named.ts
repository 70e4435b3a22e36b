import type { TrackId } from '#core/domain/ids.ts'
import type { Ask } from '../../draft.ts'
import { asksYesNo } from '../yes-no.ts'

/** "The closest finish at Barber", "most yellows here": the one track that a question over races is kept to; "was Barber the closest?" is over all. */
export async function trackAskedOf({
  part: { text, scope },
  season,
}: Ask): Promise<TrackId | undefined> {
  const tracks = await season.tracks()
  const small = text.toLowerCase()
  const own = tracks.find(({ trackId }) => trackId === scope.trackId)
  if (own === undefined || asksYesNo(text)) return undefined
  const names = [own.shortName.toLowerCase(), ...own.aliases]
  const isNamed = names.some((name) => small.includes(name)) || /\bhere\b/.test(small)
  return isNamed ? own.trackId : undefined
}
