import type { ReactNode } from 'react'
import type { SectionId, SubSectionId } from '#core/domain/quantity.ts'
import type { MapPart, MapTrack, PartId, PerPart } from './map-part.ts'
import type { TrackLine } from './track-line.ts'

/** What a map tells of its parts where it compares nothing: the track itself. */
export type PlainWords = {
  /** Under a section's name. */
  readonly label: (part: MapPart) => string
  /** After its name, in a sentence. */
  readonly tell: (part: MapPart) => string
}

export type TrackMapProps = {
  readonly track: MapTrack
  /** Of `mapParts`: the sections, and the sub-sections where they are timed. */
  readonly parts: readonly MapPart[]
  readonly gaps: PerPart<number>
  /** What the gaps are off: "the quick quarter". */
  readonly against: string
  /** Instead of gaps. */
  readonly plain?: PlainWords
  readonly height?: number
  readonly chosen?: SectionId | SubSectionId | undefined
  /** Lit from elsewhere: a number of the chat, a row of a table. */
  readonly lit?: SectionId | SubSectionId | undefined
  /** Absent: the map shows and does not answer, as on paper. */
  readonly onChoose?: (id: SectionId | SubSectionId | undefined) => void
  readonly onPoint?: (id: SectionId | SubSectionId | undefined) => void
  /** More numbers of a part, after its gap. */
  readonly tell?: (id: PartId) => string | undefined
  /** While a lap is played: what it has passed. */
  readonly passed?: PerPart<boolean> | undefined
  /** Drawn on top, in the map's own places. */
  readonly overlay?: (line: TrackLine) => ReactNode
  /** Beside the numbers of the part that is pointed at or chosen. */
  readonly action?: (part: MapPart) => ReactNode
}
