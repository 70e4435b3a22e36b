import { CarNumber } from '#core/domain/ids.ts'
import type { LedgerLap } from '#core/protocol/rest/ledger-answer.ts'

const noSections = { s1: null, s2: null, s3: null }
const noSubSections = { s1a: null, s1b: null, s2a: null, s2b: null, s3a: null, s3b: null }

/** A green lap for tests; what a test is about is given. */
export function ledgerLap(given: Partial<LedgerLap> = {}): LedgerLap {
  return {
    lap: 8,
    line: 9,
    flagAtLine: 'green',
    isClean: true,
    isGreen: true,
    excludedBecause: [],
    isIncident: false,
    isNotInOfficialList: false,
    isPersonalBest: false,
    isFieldBest: false,
    isPitIn: false,
    pitTimeMs: null,
    stint: 1,
    driverNumber: null,
    elapsedMs: null,
    hourMs: null,
    topSpeedKph: null,
    position: 14,
    ahead: CarNumber.parse('51'),
    intervalMs: 4717,
    placesLost: 0,
    lostTo: [],
    wonFrom: [],
    followed: null,
    lapTimeMs: 99_167,
    sectionMs: noSections,
    subSectionMs: noSubSections,
    correctedMs: null,
    correctedSectionMs: noSections,
    correctedSubSectionMs: noSubSections,
    ...given,
  }
}
