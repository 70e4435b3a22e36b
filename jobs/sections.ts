import type { CorrectedClass } from '#core/domain/corrected-figures.ts'
import type { CarNumber } from '#core/domain/ids.ts'
import type { LedgerLap } from '#core/domain/ledger.ts'
import {
  type Quantity,
  type SectionId,
  sectionIds,
  subSectionIds,
  subSectionsOf,
} from '#core/domain/quantity.ts'
import { sectionSentence } from '#core/composer/section-sentence.ts'
import { sectionDocumentId } from '#core/protocol/documents/collections.ts'
import type { SectionDocument } from '#core/protocol/documents/section-document.ts'
import type { Batch } from './batch.ts'
import type { Job } from './job.ts'
import { cornerRanges } from './track-document.ts'
import type { Weekend, WeekendRace } from './weekend.ts'

/** Job 2: each section of each lap against composite, own best, quick quarter and field median. */
export const sections: Job = {
  name: 'sections',
  writes: ['ml_section_recommendations'],
  batches: sectionBatches,
}

function* sectionBatches(weekend: Weekend): Iterable<Batch> {
  const corners = cornerRanges(weekend.track)
  for (const race of weekend.races) {
    const references = referencesOf(race)
    // A car at a time, so that no more than its documents are held before they are text.
    for (const laps of race.view.cars.values())
      yield {
        collection: 'ml_section_recommendations',
        documents: laps.flatMap((lap) => sectionsOfLap(race, lap, references(lap), corners)),
      }
  }
}

/** What a lap's times are compared with. */
type References = {
  readonly composite: (quantity: Quantity) => number | undefined
  readonly ownBest: (quantity: Quantity) => number | undefined
  readonly corrected: (quantity: Quantity) => number | undefined
  readonly quickQuarter: (quantity: Quantity) => number | undefined
  readonly fieldMedian: (quantity: Quantity) => number | undefined
}

const timedParts = [...sectionIds, ...subSectionIds]

/** The best time of some laps in a quantity, found once. */
function bestIn(laps: readonly LedgerLap[]): (quantity: Quantity) => number | undefined {
  const bests = new Map<Quantity, number>()
  for (const { timeMs } of laps) {
    for (const quantity of timedParts) {
      const own = timeMs[quantity]
      if (own !== undefined && own < (bests.get(quantity) ?? Infinity)) bests.set(quantity, own)
    }
  }
  return (quantity) => bests.get(quantity)
}

function referencesOf(race: WeekendRace): (lap: LedgerLap) => References {
  const byClass = new Map(
    race.corrected.map((corrected) => {
      const laps = race.ledger.filter(({ carClass }) => carClass === corrected.carClass)
      return [corrected.carClass, { corrected, best: bestIn(laps) }]
    }),
  )
  const byCar = new Map(
    [...race.view.cars].map(([car, laps]) => [
      car,
      {
        best: bestIn(laps),
        times: correctedTimes(car, byClass.get(laps[0]?.carClass ?? '')?.corrected),
      },
    ]),
  )
  return (lap) => {
    const own = byCar.get(lap.car)
    const ofClass = byClass.get(lap.carClass)
    return {
      composite: (quantity) => ofClass?.best(quantity),
      ownBest: (quantity) => own?.best(quantity),
      corrected: (quantity) => own?.times.get(quantity)?.get(lap.lapNumber),
      quickQuarter: (quantity) => ofClass?.corrected.field[quantity]?.quickQuarterMs,
      fieldMedian: (quantity) => ofClass?.corrected.field[quantity]?.fieldMedianMs,
    }
  }
}

function correctedTimes(car: CarNumber, corrected: CorrectedClass | undefined) {
  const quantities = Object.entries(corrected?.cars.get(car)?.quantities ?? {})
  return new Map<string, ReadonlyMap<number, number>>(
    quantities.map(([quantity, { laps }]) => [
      quantity,
      new Map(laps.map(({ lapNumber, correctedMs }) => [lapNumber, correctedMs])),
    ]),
  )
}

function gapsOf(quantity: Quantity, timeMs: number, references: References) {
  const correctedMs = references.corrected(quantity)
  return {
    timeMs,
    gapToCompositeMs: lessThan(timeMs, references.composite(quantity)),
    gapToOwnBestMs: lessThan(timeMs, references.ownBest(quantity)),
    correctedMs: correctedMs ?? null,
    gapToQuickQuarterMs: lessThan(correctedMs, references.quickQuarter(quantity)),
    gapToFieldMedianMs: lessThan(correctedMs, references.fieldMedian(quantity)),
  }
}

function lessThan(own: number | undefined, reference: number | undefined): number | null {
  return own === undefined || reference === undefined ? null : own - reference
}

function sectionsOfLap(
  race: WeekendRace,
  lap: LedgerLap,
  references: References,
  corners: ReturnType<typeof cornerRanges>,
): { readonly id: string; readonly document: SectionDocument }[] {
  const { raceId, trackId, timingFile } = race.timing
  const { car, lapNumber, excludedBecause } = lap
  const own = sectionIds.flatMap((section) => {
    const timeMs = lap.timeMs[section]
    return timeMs === undefined ? [] : [{ section, ...gapsOf(section, timeMs, references) }]
  })
  return own.map((figures) => {
    const { section, timeMs, gapToCompositeMs } = figures
    const id = sectionDocumentId(raceId, car, lapNumber, section)
    const told = { id, trackId, section, timeMs, gapToCompositeMs, excludedBecause }
    return {
      id,
      document: {
        raceId,
        trackId,
        car,
        carClass: lap.carClass,
        lap: lapNumber,
        ...figures,
        subSections: halvesOf(lap, section, references),
        isClean: lap.isClean,
        excludedBecause: [...excludedBecause],
        rankInLap: rankInLap(gapToCompositeMs, own),
        source: { file: timingFile, line: lap.line, column: race.columns[section] ?? section },
        sentence: sectionSentence({ ...told, corners: corners[section] }),
      },
    }
  })
}

function halvesOf(lap: LedgerLap, section: SectionId, references: References) {
  return subSectionsOf[section].flatMap((subSection) => {
    const timeMs = lap.timeMs[subSection]
    return timeMs === undefined ? [] : [{ subSection, ...gapsOf(subSection, timeMs, references) }]
  })
}

function rankInLap(
  gapMs: number | null,
  sections: readonly { readonly gapToCompositeMs: number | null }[],
): number | null {
  if (gapMs === null) return null
  return (
    1 + sections.filter(({ gapToCompositeMs }) => (gapToCompositeMs ?? -Infinity) > gapMs).length
  )
}
