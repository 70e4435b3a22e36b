import type { CarFigures } from '#core/domain/car-figures.ts'
import type { CorrectedCar, CorrectedClass } from '#core/domain/corrected-figures.ts'
import { onboard } from '#core/domain/onboard.ts'
import {
  type Quantity,
  type SectionId,
  sectionIds,
  type SubSectionId,
  subSectionIds,
} from '#core/domain/quantity.ts'
import type { IsFree } from '#core/domain/traffic.ts'
import type { PatternDocument } from '#core/protocol/documents/pattern-document.ts'

type PaceFigures = PatternDocument['lap']
type SectionFigures = NonNullable<PatternDocument['sections'][SectionId]>

/** Pace, target and repeat gain of a car in one quantity (D12, D14). */
export function paceFigures(
  corrected: CorrectedClass,
  car: CorrectedCar,
  quantity: Quantity,
): PaceFigures {
  const { laps = [], pace, repeat } = car.quantities[quantity] ?? {}
  return {
    paceN: laps.length,
    paceMs: pace?.paceMs ?? null,
    paceLowMs: pace?.lowMs ?? null,
    paceHighMs: pace?.highMs ?? null,
    paceRank: pace?.rank ?? null,
    paceOf: pace === undefined ? null : (corrected.field[quantity]?.cars ?? null),
    paceGapMs: pace?.gap?.paceGapMs ?? null,
    paceGapLowMs: pace?.gap?.lowMs ?? null,
    paceGapHighMs: pace?.gap?.highMs ?? null,
    targetMs: repeat?.target?.targetMs ?? null,
    repeatGainMs: repeat?.target?.repeatGainMs ?? null,
    targetLaps: [...(repeat?.targetLaps ?? [])],
    targetN: repeat?.targetLaps.length ?? 0,
  }
}

/** The figures of each section that the car was ever timed in. */
export function sectionFigures(
  corrected: CorrectedClass,
  car: CorrectedCar,
  figures: CarFigures,
  isFree: IsFree,
): PatternDocument['sections'] {
  const entry = (section: SectionId): SectionFigures => {
    const own = figures.ideal.sections.find((best) => best.section === section)
    const plain = figures.clean.sections[section]
    return {
      n: plain.n,
      meanMs: plain.meanMs ?? null,
      medianMs: plain.medianMs ?? null,
      bestMs: plain.bestMs ?? null,
      stdMs: plain.stdMs ?? null,
      medianGapMs: plain.medianGapMs ?? null,
      meanGapMs: plain.meanGapMs ?? null,
      ...paceFigures(corrected, car, section),
      own:
        own === undefined
          ? null
          : {
              bestMs: own.bestMs,
              lap: own.lapNumber,
              isClean: own.isClean,
              excludedBecause: [...own.excludedBecause],
            },
      worstOnLaps: car.opportunities.worstSectionLaps[section],
      shareOfSpread: car.spreadShares?.shares[section] ?? null,
      watch: watchOf(corrected, car, section, isFree),
    }
  }
  return Object.fromEntries(sectionIds.map((section) => [section, entry(section)]))
}

/** The figures of each sub-section that this class was timed in. */
export function subSectionFigures(
  corrected: CorrectedClass,
  car: CorrectedCar,
  isFree: IsFree,
): PatternDocument['subSections'] {
  const timed = subSectionIds.filter((id) => corrected.field[id] !== undefined)
  const entry = (id: SubSectionId) => ({
    ...paceFigures(corrected, car, id),
    watch: watchOf(corrected, car, id, isFree),
  })
  return Object.fromEntries(timed.map((id) => [id, entry(id)]))
}

function watchOf(
  corrected: CorrectedClass,
  { car }: CorrectedCar,
  quantity: Quantity,
  isFree: IsFree,
): SectionFigures['watch'] {
  const found = onboard(corrected, quantity, car, isFree)
  if (found === undefined) return null
  return {
    car: found.car,
    lap: found.lap.lapNumber,
    drivenMs: found.lap.drivenMs,
    quickerByMs: found.quickerByMs,
    paceRank: found.paceRank,
    isSurelyQuicker: found.isSurelyQuicker,
    isFree: found.lap.isFree ?? null,
  }
}
