import { type SectionId, sectionIds } from '#core/domain/quantity.ts'
import type { PatternDocument } from '#core/protocol/documents/pattern-document.ts'

/** The sections that have a pace gap, the furthest off the quick quarter first. */
export function sectionGaps({
  sections,
}: PatternDocument): readonly { readonly section: SectionId; readonly gapMs: number }[] {
  return sectionIds
    .flatMap((section) => {
      const gapMs = sections[section]?.paceGapMs ?? undefined
      return gapMs === undefined ? [] : [{ section, gapMs }]
    })
    .toSorted((a, b) => b.gapMs - a.gapMs)
}

/** The sections by how far their green laps, as driven, are off the best of the race (D7), the furthest first. */
export function furthestFromBest({ sections }: PatternDocument): readonly SectionId[] {
  const gapOf = (section: SectionId) => sections[section]?.medianGapMs ?? -1
  return sectionIds.filter((section) => gapOf(section) >= 0).toSorted((a, b) => gapOf(b) - gapOf(a))
}
