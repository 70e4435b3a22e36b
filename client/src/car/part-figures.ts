import { median, rankOf } from '#core/domain/quantile.ts'
import type { CarSectionsAnswer } from '#core/protocol/rest/car-sections-answer.ts'
import type { ClassComposite } from '#core/protocol/rest/composite-answer.ts'
import type { LedgerLap } from '#core/protocol/rest/ledger-answer.ts'
import type { Reference } from '../screen/selection.ts'
import type { MapPart, PartId, PerPart } from '../track-map/map-part.ts'
import { correctedMs, drivenMs, sectionAs, subSectionAs } from './part-times.ts'

export type FigureSources = {
  readonly sections: CarSectionsAnswer
  readonly ledger: readonly LedgerLap[]
  /** Of the car's class; only asked for where it is shown. */
  readonly composite: ClassComposite | undefined
  /** The best of each sub-section by any car of the class; only where the composite is. */
  readonly subSectionBests: PerPart<number> | undefined
  /** The car that this one is compared with. */
  readonly other: CarSectionsAnswer | undefined
}

/** What is laid against what: a lap, or the median of the green laps where none is given. */
export type Comparison = { readonly lap: LedgerLap | undefined; readonly against: Reference }

/** One part of the lap: its time, what it is compared with, how far off it is. */
export type PartFigures = {
  readonly part: MapPart
  /** 0 for the parts of the race's layout, 1 and 2 for what they are made of. */
  readonly level: number
  /** The lap's as driven; else the pace, or the median as driven where the reference was driven. */
  readonly timeMs?: number
  /** Over how many laps. */
  readonly n?: number
  readonly ownBestMs?: number
  readonly quickQuarterMs?: number
  readonly fieldMedianMs?: number
  readonly compositeMs?: number
  readonly otherMs?: number
  readonly gapMs?: number
  /** Of the pace in the field; of a lap among the car's own green laps. */
  readonly rank?: number
  readonly of?: number
}

/** References that are paces: what is laid against them has the track taken out, too. */
export function isCorrected(against: Reference): boolean {
  return against !== 'own-best' && against !== 'composite'
}

export function partFigures(
  parts: readonly MapPart[],
  sources: FigureSources,
  comparison: Comparison,
  level = 0,
): readonly PartFigures[] {
  return parts.flatMap((part) => [
    { part, level, ...figuresOf(part.id, sources, comparison) },
    ...partFigures(part.parts, sources, comparison, level + 1),
  ])
}

export function gapsOf(figures: readonly PartFigures[]): PerPart<number> {
  return Object.fromEntries(
    figures.flatMap(({ part, gapMs }) => (gapMs === undefined ? [] : [[part.id, gapMs]])),
  )
}

type Figures = Omit<PartFigures, 'part' | 'level'>

function figuresOf(id: PartId, sources: FigureSources, comparison: Comparison): Figures {
  const field = fieldFigures(sources.sections, id)
  const own = smallest(sources.ledger.map((lap) => drivenMs(lap, id)))
  const composite = sources.subSectionBests?.[id] ?? compositeMs(sources.composite, id)
  const other = sources.other && fieldFigures(sources.other, id)?.pace?.paceMs
  const references = {
    ...present('ownBestMs', own),
    ...present('quickQuarterMs', field?.quickQuarterMs),
    ...present('fieldMedianMs', field?.fieldMedianMs),
    ...present('compositeMs', composite),
    ...present('otherMs', other),
  }
  const referenceMs = referenceMsOf(references, comparison.against)
  const { lap } = comparison
  const ofIt = lap === undefined ? ofMedian(id, sources, comparison) : ofLap(id, lap, sources)
  const compared =
    lap !== undefined && isCorrected(comparison.against) ? correctedMs(lap, id) : ofIt.timeMs
  return {
    ...references,
    ...ofIt,
    ...(compared !== undefined && referenceMs !== undefined && { gapMs: compared - referenceMs }),
  }
}

/** The time of a part that its gap is to. */
export function referenceMsOf(figures: Figures, against: Reference): number | undefined {
  return figures[referenceField(against)]
}

function referenceField(against: Reference) {
  if (against === 'quick-quarter') return 'quickQuarterMs'
  if (against === 'own-best') return 'ownBestMs'
  if (against === 'field-median') return 'fieldMedianMs'
  return against === 'composite' ? 'compositeMs' : 'otherMs'
}

function ofMedian(
  id: PartId,
  { sections, ledger }: FigureSources,
  { against }: Comparison,
): Figures {
  const pace = fieldFigures(sections, id)?.pace
  const rank = { ...present('rank', pace?.rank), ...present('of', pace?.of) }
  if (isCorrected(against))
    return { ...present('timeMs', pace?.paceMs), ...present('n', pace?.n), ...rank }
  const times = ledger.filter(({ isClean }) => isClean).map((lap) => drivenMs(lap, id))
  const known = times.filter((ms) => ms !== undefined)
  if (known.length === 0) return {}
  return { timeMs: median(known), n: known.length, ...rank }
}

function ofLap(id: PartId, lap: LedgerLap, { ledger }: FigureSources): Figures {
  const corrected = correctedMs(lap, id)
  const driven = present('timeMs', drivenMs(lap, id))
  if (corrected === undefined || !lap.isClean) return driven
  const among = ledger
    .filter(({ isClean }) => isClean)
    .map((each) => correctedMs(each, id))
    .filter((ms) => ms !== undefined)
  return { ...driven, rank: rankOf(corrected, among), of: among.length }
}

function fieldFigures({ sections }: CarSectionsAnswer, id: PartId) {
  const section = sectionAs(id)
  if (section !== undefined) return sections.find((one) => one.section === section)
  const subSection = subSectionAs(id)
  return sections
    .flatMap(({ subSections }) => subSections)
    .find((one) => one.subSection === subSection)
}

/** Of sections taken together only where the joint composite is made of them, or is no quicker than their bests. */
function compositeMs(composite: ClassComposite | undefined, id: PartId): number | undefined {
  if (composite === undefined) return undefined
  const best = (one: string) => composite.sections.find(({ section }) => section === one)?.bestMs
  const section = sectionAs(id)
  if (section !== undefined) return best(section)
  if (subSectionAs(id) !== undefined) return undefined
  const rest = best(id === 's1s2' ? 's3' : 's1')
  const isOfThese = composite.jointFrom === (id === 's1s2' ? 's1s2+s3' : 's1+s2s3')
  if (rest === undefined || composite.jointMs === null) return undefined
  return isOfThese || composite.jointFrom === 'sections' ? composite.jointMs - rest : undefined
}

function smallest(values: readonly (number | undefined)[]): number | undefined {
  const known = values.filter((value) => value !== undefined)
  return known.length === 0 ? undefined : Math.min(...known)
}

function present<Name extends string>(name: Name, value: number | null | undefined) {
  const figures: { readonly [each in Name]?: number } = {}
  return value === null || value === undefined ? figures : { ...figures, [name]: value }
}
