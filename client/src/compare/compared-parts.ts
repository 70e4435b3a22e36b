import type { CarSectionsAnswer } from '#core/protocol/rest/car-sections-answer.ts'
import type { CarSummary } from '#core/protocol/rest/car-summary.ts'
import type { LedgerLap } from '#core/protocol/rest/ledger-answer.ts'
import { drivenMs, sectionAs, subSectionAs } from '../car/part-times.ts'
import type { MapPart, PartId, PerPart } from '../track-map/map-part.ts'

/** A line of the comparison: the lap or a part of it, of both; undefined where it was not timed. */
export type ComparedPart = {
  readonly id: PartId | 'lap'
  /** As on the map: 'Section 2', 'to mid loop', 'Sections 1 and 2'. */
  readonly name: string
  readonly ownMs: number | undefined
  readonly otherMs: number | undefined
}

/** Two laps as they were driven. */
export function partsOfLaps(
  parts: readonly MapPart[],
  own: LedgerLap,
  other: LedgerLap,
): readonly ComparedPart[] {
  const timeOf = (lap: LedgerLap, id: PartId | 'lap') =>
    id === 'lap' ? (lap.lapTimeMs ?? undefined) : drivenMs(lap, id)
  return linesOf(parts).map((line) => ({
    ...line,
    ownMs: timeOf(own, line.id),
    otherMs: timeOf(other, line.id),
  }))
}

export type CarPaces = {
  readonly summary: Pick<CarSummary, 'pace'>
  readonly sections: Pick<CarSectionsAnswer, 'sections'>
}

/** The pace of two cars over their green laps, the track taken out. Only single sections have one (D12). */
export function partsOfCars(
  parts: readonly MapPart[],
  own: CarPaces,
  other: CarPaces,
): readonly ComparedPart[] {
  return linesOf(parts).map((line) => ({
    ...line,
    ownMs: paceOf(own, line.id),
    otherMs: paceOf(other, line.id),
  }))
}

/** What the map shows: + is slower than the other. */
export function gapsOfParts(parts: readonly ComparedPart[]): PerPart<number> {
  return Object.fromEntries(
    parts.flatMap(({ id, ownMs, otherMs }) =>
      id === 'lap' || ownMs === undefined || otherMs === undefined ? [] : [[id, ownMs - otherMs]],
    ),
  )
}

function paceOf({ summary, sections }: CarPaces, id: PartId | 'lap'): number | undefined {
  if (id === 'lap') return summary.pace?.paceMs
  const section = sections.sections.find((one) => one.section === sectionAs(id))
  const half = sections.sections
    .flatMap(({ subSections }) => subSections)
    .find(({ subSection }) => subSection === subSectionAs(id))
  return (section ?? half)?.pace?.paceMs
}

type Line = Pick<ComparedPart, 'id' | 'name'>

function linesOf(parts: readonly MapPart[]): readonly Line[] {
  return [{ id: 'lap', name: 'Lap' }, ...parts.flatMap(linesOfPart)]
}

function linesOfPart({ id, name, parts }: MapPart): readonly Line[] {
  return [{ id, name }, ...parts.flatMap(linesOfPart)]
}
