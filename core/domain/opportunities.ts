import type { CorrectedLap } from './field-effect.ts'
import { medianInterval } from './order-statistics-interval.ts'
import type { Pace } from './pace.ts'
import { type PerSection, type SectionId, sectionIds } from './quantity.ts'

/** A section slower than the quick quarter: something to learn (D13). */
type Opportunity = {
  readonly section: SectionId
  readonly paceGapMs: number
  readonly lowMs: number
  readonly highMs: number
}

/** Where a car loses to the quick quarter, and whether always in the same section. */
export type Opportunities = {
  /** Largest first. */
  readonly list: readonly Opportunity[]
  /** The first is larger than each other section by more than chance; absent without a first. */
  readonly firstStandsOut?: boolean
  /** On how many laps each section was the furthest from its quick quarter. */
  readonly worstSectionLaps: Readonly<Record<SectionId, number>>
}

/** What of a car and its class one section's comparison needs. */
export type SectionAgainstQuarter = {
  readonly laps: readonly CorrectedLap[]
  readonly quickQuarterMs: number
  readonly gap: NonNullable<Pace['gap']>
}

const confidence = 0.9

/** D13 of one car, from its sections that have a pace gap. */
export function opportunities(sections: PerSection<SectionAgainstQuarter>): Opportunities {
  const list = sectionIds
    .flatMap((section) => {
      const gap = sections[section]?.gap
      return gap === undefined || gap.paceGapMs <= 0 ? [] : [{ section, ...gap }]
    })
    .toSorted((a, b) => b.paceGapMs - a.paceGapMs)
  const [first] = list
  const gaps = gapsByLap(sections)
  return {
    list,
    ...(first === undefined ? {} : { firstStandsOut: standsOut(first.section, gaps) }),
    worstSectionLaps: worstSectionLaps(gaps),
  }
}

/** Gap to the quick quarter by lap number, for each section. */
type GapsByLap = Readonly<Record<SectionId, ReadonlyMap<number, number>>>

/** Absent where a section has no pace gap: then neither question of D13 can be answered. */
function gapsByLap(sections: PerSection<SectionAgainstQuarter>): GapsByLap | undefined {
  const { s1, s2, s3 } = sections
  if (s1 === undefined || s2 === undefined || s3 === undefined) return undefined
  return { s1: gapOfLaps(s1), s2: gapOfLaps(s2), s3: gapOfLaps(s3) }
}

function gapOfLaps(section: SectionAgainstQuarter): ReadonlyMap<number, number> {
  return new Map(
    section.laps.map((lap) => [lap.lapNumber, lap.correctedMs - section.quickQuarterMs]),
  )
}

/** On laps that have both, the first section loses more than each other one, beyond chance. */
function standsOut(first: SectionId, gaps: GapsByLap | undefined): boolean {
  if (gaps === undefined) return false
  return sectionIds
    .filter((section) => section !== first)
    .every((other) => {
      const differences = [...gaps[first]].flatMap(([lapNumber, gap]) => {
        const otherGap = gaps[other].get(lapNumber)
        return otherGap === undefined ? [] : [gap - otherGap]
      })
      const interval = medianInterval(differences, confidence)
      return interval !== undefined && interval.low > 0
    })
}

function worstSectionLaps(gaps: GapsByLap | undefined): Record<SectionId, number> {
  const laps = { s1: 0, s2: 0, s3: 0 }
  if (gaps === undefined) return laps
  for (const [lapNumber, s1] of gaps.s1) {
    const s2 = gaps.s2.get(lapNumber)
    const s3 = gaps.s3.get(lapNumber)
    if (s2 === undefined || s3 === undefined) continue
    // Of sections equally far from their quarter, the lower one counts.
    if (s1 >= s2 && s1 >= s3) laps.s1++
    else if (s2 >= s3) laps.s2++
    else laps.s3++
  }
  return laps
}
