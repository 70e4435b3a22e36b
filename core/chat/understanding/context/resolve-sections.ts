import { type SectionId, sectionIds, type SubSectionId } from '#core/domain/quantity.ts'
import type { Mention } from '../entities/mention.ts'
import type { TrackNames } from '../entities/season-names.ts'
import type { Unknown } from '../understanding.ts'

/** Sections that are named, and those that named corners lie in: timing sees the section, not the corner. */
export function resolveSections(
  mentions: readonly Mention[],
  track: TrackNames | undefined,
): {
  readonly sections: readonly (SectionId | SubSectionId)[]
  readonly unknown: readonly Unknown[]
} {
  const sections: (SectionId | SubSectionId)[] = []
  const unknown: Unknown[] = []
  for (const mention of mentions) {
    if (mention.type === 'section') sections.push(mention.section)
    if (mention.type === 'no-section') unknown.push({ what: 'section', text: mention.text })
    if (mention.type !== 'corner' || track === undefined) continue
    const corner = mention.corner === 'last' ? [...track.corners.keys()].at(-1) : mention.corner
    const section = track.corners.get(corner ?? '')
    if (section === undefined) unknown.push({ what: 'corner', text: mention.corner })
    else sections.push(section)
  }
  const isOfCorners = mentions.filter(({ type }) => type === 'corner').length > 1
  const found = [...new Set(isOfCorners ? joined(sections) : sections)]
  return { sections: found, unknown }
}

/** "Turns 1 to 4", in both halves of a section, are that section. */
function joined(
  parts: readonly (SectionId | SubSectionId)[],
): readonly (SectionId | SubSectionId)[] {
  if (new Set(parts).size < 2) return parts
  return parts.map((part) => sectionIds.find((id) => part.startsWith(id)) ?? part)
}
