import { exact, note } from '#core/composer/say.ts'
import { sectionIds, type SectionId, type SubSectionId } from '#core/domain/quantity.ts'
import type { Sentence } from '#core/protocol/documents/sentence.ts'
import type { Ask } from '../../draft.ts'
import { sectionOf } from '../named-in.ts'
import type { RaceTelling } from '../telling.ts'

/** "Turn 5 lies in Section 1": what timing sees of a corner where no car is known. */
export async function lyingIn(
  telling: Pick<RaceTelling, 'other'>,
  { part: { scope, text }, season }: Ask,
  place: SectionId | SubSectionId,
): Promise<Sentence | undefined> {
  const found = (await season.races()).find(({ trackId }) => trackId === scope.trackId)
  const [, corner] = /\b(?:turn|corner|t) ?(\d+[a-d]?)\b/i.exec(text) ?? []
  if (found === undefined || corner === undefined) return undefined
  const { race, track, ofRace, ofTrack } = telling.other(await season.race(found.raceId))
  const section = sectionOf(place)
  const at = sectionIds.indexOf(section)
  const index = track.sections[at]?.corners.findIndex((one) => one === corner) ?? -1
  const half = race.layout.subSections.findIndex((one) => one === place)
  const key = Object.keys(race.classes)[0] ?? 'none'
  const whole = race.classes[key]?.sections.indexOf(section) ?? -1
  if (index < 0 || Math.max(half, whole) < 0) return undefined
  const name = ofRace(half < 0 ? `classes.${key}.sections.${whole}` : `layout.subSections.${half}`)
  return note`Turn ${exact(ofTrack(`sections.${at}.corners.${index}`))} lies in ${exact(name)}: timing sees that part as a whole, and your time there beside the quicker cars' is the nearest it has.`
}
