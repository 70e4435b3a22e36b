import type { LapSectionsAnswer } from '#core/protocol/rest/lap-sections-answer.ts'
import type { LedgerLap } from '#core/protocol/rest/ledger-answer.ts'
import type { PerPart } from '../track-map/map-part.ts'

/** A lap that lacks no sub-section. */
export function isTimedThroughout({ subSectionMs }: LedgerLap): boolean {
  return Object.values(subSectionMs).every((ms) => ms !== null)
}

/** The best of each sub-section by any car, from one lap's times and their gaps to those bests. */
export function subSectionBests({ sections }: LapSectionsAnswer): PerPart<number> {
  const all = sections.flatMap(({ subSections }) => subSections)
  return Object.fromEntries(
    all.flatMap(({ subSection, timeMs, gapToCompositeMs }) =>
      gapToCompositeMs === null ? [] : [[subSection, timeMs - gapToCompositeMs]],
    ),
  )
}
