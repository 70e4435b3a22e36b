import type { LapEntry } from '#core/protocol/documents/lap-entry.ts'
import type { PatternDocument } from '#core/protocol/documents/pattern-document.ts'
import type { LedgerLap } from '#core/protocol/rest/ledger-answer.ts'
import { eachSectionOf, eachSubSectionOf } from './each-quantity.ts'

export function presentLap({ timeMs, correctedMs, ...entry }: LapEntry): LedgerLap {
  return {
    ...entry,
    lapTimeMs: timeMs.lap ?? null,
    sectionMs: eachSectionOf(timeMs),
    subSectionMs: eachSubSectionOf(timeMs),
    correctedMs: correctedMs.lap ?? null,
    correctedSectionMs: eachSectionOf(correctedMs),
    correctedSubSectionMs: eachSubSectionOf(correctedMs),
  }
}

/** Every lap of a car, by number. */
export function lapsOf(patterns: PatternDocument): LapEntry[] {
  return Object.values(patterns.laps).toSorted((a, b) => a.lap - b.lap)
}
