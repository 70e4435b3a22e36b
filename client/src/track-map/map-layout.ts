import type { Point } from '#core/domain/outline.ts'
import { headingAt, markAcross } from './marks.ts'
import type { MapPart, MapTrack } from './map-part.ts'
import { placeAcross, placeBeside, type Rect, samplesOf } from './place-labels.ts'
import { pathOf, trackLine, type TrackLine } from './track-line.ts'

export type MapSize = { readonly width: number; readonly height: number }

/** Where everything of a map stands that does not change with its figures. */
export type MapLayout = {
  readonly line: TrackLine
  readonly size: MapSize
  /** Marks across the line where loops lie. */
  readonly finish: string
  readonly sectionMarks: readonly string[]
  readonly midMarks: readonly string[]
  /** Beside the line after the finish, in driving direction. */
  readonly arrow: string
  readonly corners: readonly { readonly corner: string; readonly at: Point }[]
  readonly labels: readonly { readonly part: MapPart; readonly rect: Rect }[]
}

const margin = { phone: 30, desk: 34 }
const cornerSize = { width: 16, height: 12 }

export function mapLayout(
  track: MapTrack,
  parts: readonly MapPart[],
  size: MapSize,
  labelSize: MapSize,
): MapLayout {
  const line = trackLine(track.outline, {
    ...size,
    margin: size.width < 400 ? margin.phone : margin.desk,
  })
  const around = { line, samples: samplesOf(line), within: size }
  const corners = placeCorners(track, around)
  const taken = corners.map(({ rect }) => rect)
  const finish = markAcross(line, 0, 12)
  const arrow = arrowBeside(line)
  const marks = [rectAround(finish), rectAround(arrow)]
  const labels = parts.map((part) => {
    const rect = placeBeside(part, labelSize, { ...around, taken: [...taken, ...marks] })
    taken.push(rect)
    return { part, rect }
  })
  const sections = parts.flatMap((part) => [part, ...part.parts])
  const mids = sections.flatMap(({ parts: within }) => within.slice(0, -1))
  return {
    line,
    size,
    finish: pathOf(finish),
    sectionMarks: parts.slice(0, -1).map(({ toShare }) => pathOf(markAcross(line, toShare, 12))),
    midMarks: mids.map(({ toShare }) => pathOf(markAcross(line, toShare, 9))),
    arrow: `${pathOf(arrow)}${pathOf(headOf(arrow))}`,
    corners: corners.map(({ corner, rect }) => ({ corner, at: centreOf(rect) })),
    labels,
  }
}

type Around = Omit<Parameters<typeof placeAcross>[3], 'taken'>

/** Corner numbers; one that would stand on another is left to its neighbour. */
function placeCorners({ cornerPositions, lengthM }: MapTrack, around: Around) {
  if (cornerPositions === null || lengthM === null) return []
  const placed: { corner: string; rect: Rect }[] = []
  for (const { corner, atM } of cornerPositions) {
    const taken = placed.map(({ rect }) => rect)
    const rect = placeAcross(atM / lengthM, cornerSize, 16, { ...around, taken })
    placed.push({ corner, rect })
  }
  return placed
}

function rectAround(points: readonly Point[]): Rect {
  const xs = points.map(([x]) => x)
  const ys = points.map(([, y]) => y)
  const [left, top] = [Math.min(...xs) - 3, Math.min(...ys) - 3]
  return { x: left, y: top, width: Math.max(...xs) + 3 - left, height: Math.max(...ys) + 3 - top }
}

function centreOf({ x, y, width, height }: Rect): Point {
  return [x + width / 2, y + height / 2]
}

const arrowFrom = 0.012
const arrowLength = 26

/** A shaft beside the line, to the right of who drives there. */
function arrowBeside(line: TrackLine): readonly [Point, Point] {
  const [start] = markAcross(line, arrowFrom, 15)
  const [dx, dy] = headingAt(line, arrowFrom + 0.01)
  return [start, [start[0] + dx * arrowLength, start[1] + dy * arrowLength]]
}

function headOf([start, tip]: readonly [Point, Point]): readonly Point[] {
  const [dx, dy] = [(tip[0] - start[0]) / arrowLength, (tip[1] - start[1]) / arrowLength]
  const wing = (side: number): Point => [
    tip[0] - 6 * dx - side * 4 * dy,
    tip[1] - 6 * dy + side * 4 * dx,
  ]
  return [wing(1), tip, wing(-1)]
}
