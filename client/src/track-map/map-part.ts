import type { Layout } from '#core/domain/layout.ts'
import {
  type SectionId,
  sectionIds,
  type SubSectionId,
  subSectionIds,
  subSectionsOf,
} from '#core/domain/quantity.ts'
import type { Track } from '#core/domain/track.ts'

/** A section, a sub-section, or two sections that are taken together because the loop between them failed. */
export type PartId = SectionId | SubSectionId | 's1s2' | 's2s3'

/** Something of each part, where it is known. */
export type PerPart<T> = { readonly [id in PartId]?: T }

/** A stretch of the map between two loops, in shares of the lap. */
export type MapPart = {
  readonly id: PartId
  readonly name: string
  /** "Turns 5–11"; absent where it is not known. */
  readonly cornerRange?: string
  readonly fromShare: number
  readonly toShare: number
  /** What it is made of, as far as that is timed and its place known; empty, or all of it. */
  readonly parts: readonly MapPart[]
}

/** What the map needs to know of a track. */
export type MapTrack = Pick<
  Track,
  'name' | 'direction' | 'lengthM' | 'sections' | 'cornerPositions' | 'cornerNote' | 'outline'
> & { readonly cornerRanges?: PerPart<string> }

/** Where each timed stretch ends, as a share of the lap: by distance, on a ring by time. */
export type LoopShares = { readonly [id in SectionId | SubSectionId]?: number }

export function loopShares(track: MapTrack, timesMs: PerPart<number>): LoopShares {
  return track.outline === null ? sharesByTime(timesMs) : sharesByDistance(track)
}

/** The parts of a race's map: two or three, with the sections and sub-sections that they are made of. */
export function mapParts(
  track: MapTrack,
  layout: Pick<Layout, 'parts' | 'subSections'>,
  timesMs: PerPart<number> = {},
): readonly MapPart[] {
  const ends = loopShares(track, timesMs)
  const section = (id: SectionId) => sectionPart(id, ends, { layout, track })
  return layout.parts.flatMap((together) => {
    const sections = together.map(section)
    const [first] = sections
    const last = sections.at(-1)
    if (first === undefined || last === undefined || sections.length === 1) return sections
    const joined = {
      id: joinedId(together),
      name: `Sections ${together.map((id) => id.slice(1)).join(' and ')}`,
      fromShare: first.fromShare,
      toShare: last.toShare,
      parts: sections,
    }
    return [joined]
  })
}

/** 's1', 's2' together are 's1s2'. */
function joinedId(together: readonly SectionId[]): PartId {
  if (together.length === 1) return together[0] ?? 's1'
  return together.includes('s1') ? 's1s2' : 's2s3'
}

/** The sections within a part; of a sub-section the one that it belongs to. */
export function sectionsOf(id: PartId): readonly SectionId[] {
  return sectionIds.filter((section) => id.includes(section))
}

/** What can be chosen: a section or a sub-section. */
export function chosenId(id: PartId): SectionId | SubSectionId | undefined {
  return [...sectionIds, ...subSectionIds].find((one) => one === id)
}

type Around = {
  readonly layout: Pick<Layout, 'subSections'>
  readonly track: MapTrack
}

function sectionPart(id: SectionId, ends: LoopShares, { layout, track }: Around): MapPart {
  const before = sectionIds[sectionIds.indexOf(id) - 1]
  const fromShare = before === undefined ? 0 : (ends[before] ?? 0)
  const toShare = ends[id] ?? 1
  const [first, second] = subSectionsOf[id]
  const midShare = ends[first]
  const isTimed = layout.subSections.includes(first) && layout.subSections.includes(second)
  return {
    ...named(id, `Section ${id.slice(1)}`, track),
    fromShare,
    toShare,
    parts:
      isTimed && midShare !== undefined
        ? [
            { ...named(first, 'to mid loop', track), fromShare, toShare: midShare, parts: [] },
            { ...named(second, 'to the end', track), fromShare: midShare, toShare, parts: [] },
          ]
        : [],
  }
}

function named(id: PartId, name: string, { cornerRanges }: MapTrack) {
  const cornerRange = cornerRanges?.[id]
  return { id, name, ...(cornerRange !== undefined && { cornerRange }) }
}

function sharesByDistance(track: MapTrack): LoopShares {
  const { outline, lengthM } = track
  if (outline === null) return {}
  const shares = new Map<SectionId | SubSectionId, number>()
  for (const id of sectionIds) shares.set(id, outline.sectionEndsM[id] / outline.lengthM)
  for (const { subSection, endM } of track.sections.flatMap(({ subSections }) => subSections))
    if (endM !== null && lengthM !== null) shares.set(subSection, endM / lengthM)
  return { ...Object.fromEntries(shares), s3: 1 }
}

/** Thirds where nothing is timed: a ring without times still shows which part is which. */
function sharesByTime(timesMs: PerPart<number>): LoopShares {
  const times = sectionIds.map((id) => timesMs[id])
  const known = times.filter((ms) => ms !== undefined)
  const lengths = known.length === times.length ? known : sectionIds.map(() => 1)
  const whole = lengths.reduce((sum, ms) => sum + ms, 0)
  const shares: { [id in SectionId | SubSectionId]?: number } = {}
  let from = 0
  sectionIds.forEach((id, index) => {
    const share = (lengths[index] ?? 0) / whole
    const [firstId, secondId] = subSectionsOf[id]
    const first = timesMs[firstId]
    const second = timesMs[secondId]
    if (first !== undefined && second !== undefined)
      shares[firstId] = from + (share * first) / (first + second)
    from += share
    shares[id] = from
  })
  return { ...shares, s3: 1 }
}
