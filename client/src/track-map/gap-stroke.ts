import type { MapPart, PerPart } from './map-part.ts'

/** A stretch that is drawn in one stroke, with its gap where one is known. */
export type Piece = { readonly part: MapPart; readonly gapMs: number | undefined }

/** The finest parts whose gaps are all known; else what is known of the whole. */
export function piecesOf(part: MapPart, gaps: PerPart<number>): readonly Piece[] {
  const within = part.parts.flatMap((each) => piecesOf(each, gaps))
  const gapMs = gaps[part.id]
  if (within.length === 0) return [{ part, gapMs }]
  const areKnown = within.every((piece) => piece.gapMs !== undefined)
  return areKnown || gapMs === undefined ? within : [{ part, gapMs }]
}

/** Gaps that are told apart by the eye: smaller ones are never drawn as wide as a large one. */
const smallestScaleMs = 100

/** The gap that is drawn widest: the largest of the pieces. */
export function scaleOf(pieces: readonly Piece[]): number {
  return Math.max(smallestScaleMs, ...pieces.map(({ gapMs }) => Math.abs(gapMs ?? 0)))
}

export type GapStroke = {
  /** 'ahead' is drawn in stripes, 'unknown' in dots: neither needs its hue. */
  readonly kind: 'off' | 'ahead' | 'even' | 'unknown' | 'plain'
  readonly width: number
  readonly opacity: number
}

/** Of a map that compares nothing. */
export const plainStroke: GapStroke = { kind: 'plain', width: 5, opacity: 1 }

const narrowest = 4
const widest = 15

/** The wider and the stronger, the larger the gap; `scaleMs` is the gap of the widest. */
export function strokeOf(gapMs: number | undefined, scaleMs: number): GapStroke {
  if (gapMs === undefined) return { kind: 'unknown', width: 3, opacity: 1 }
  const share = Math.min(1, Math.abs(gapMs) / scaleMs)
  const kind = Math.floor(Math.abs(gapMs) + 0.5) === 0 ? 'even' : gapMs > 0 ? 'off' : 'ahead'
  return {
    kind,
    width: narrowest + share * (widest - narrowest),
    opacity: 0.6 + 0.4 * share,
  }
}
