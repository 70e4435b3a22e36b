import { partMs } from '#core/domain/layout.ts'
import {
  type SectionId,
  sectionIds,
  type SubSectionId,
  subSectionIds,
} from '#core/domain/quantity.ts'
import type { LedgerLap } from '#core/protocol/rest/ledger-answer.ts'
import { type PartId, sectionsOf } from '../track-map/map-part.ts'

/** As timed on a lap; of sections taken together what the lap leaves when the third is taken off. */
export function drivenMs(lap: LedgerLap, id: PartId): number | undefined {
  const section = sectionAs(id)
  if (section !== undefined) return lap.sectionMs[section] ?? undefined
  const subSection = subSectionAs(id)
  if (subSection !== undefined) return lap.subSectionMs[subSection] ?? undefined
  if (lap.lapTimeMs === null) return undefined
  const timed = sectionIds.flatMap((each): [SectionId, number][] => {
    const ms = lap.sectionMs[each]
    return ms === null ? [] : [[each, ms]]
  })
  const timeMs = { lap: lap.lapTimeMs, ...Object.fromEntries(timed) }
  return partMs({ timeMs }, sectionsOf(id))
}

/** Without what the track did to everyone on that lap. */
export function correctedMs(lap: LedgerLap, id: PartId): number | undefined {
  const section = sectionAs(id)
  if (section !== undefined) return lap.correctedSectionMs[section] ?? undefined
  const subSection = subSectionAs(id)
  return subSection === undefined ? undefined : (lap.correctedSubSectionMs[subSection] ?? undefined)
}

export function sectionAs(id: PartId): SectionId | undefined {
  return sectionIds.find((one) => one === id)
}

export function subSectionAs(id: PartId): SubSectionId | undefined {
  return subSectionIds.find((one) => one === id)
}
