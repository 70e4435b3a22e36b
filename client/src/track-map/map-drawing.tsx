import { isMarked, type Marked } from './is-marked.ts'
import type { PerPart } from './map-part.ts'
import { type Piece, plainStroke, scaleOf, strokeOf } from './gap-stroke.ts'
import type { MapLayout } from './map-layout.ts'
import { PartStroke } from './part-stroke.tsx'
import { pathOf, stretch } from './track-line.ts'

type MapDrawingProps = {
  readonly layout: MapLayout
  readonly pieces: readonly Piece[]
  readonly marked: Marked
  readonly passed: PerPart<boolean> | undefined
  /** The track itself: nothing is compared. */
  readonly isPlain: boolean
}

/** The line with its gaps, the marks of the loops, the corner numbers. */
export function MapDrawing({ layout, pieces, marked, passed, isPlain }: MapDrawingProps) {
  const scaleMs = scaleOf(pieces)
  const { line } = layout
  const strokes = pieces.map(({ part, gapMs }) => ({
    id: part.id,
    d: pathOf(stretch(line, part.fromShare, part.toShare)),
    stroke: isPlain ? plainStroke : strokeOf(gapMs, scaleMs),
  }))
  return (
    <g aria-hidden>
      <path
        d={pathOf(line.points, true)}
        fill="none"
        stroke="var(--kl-palette-divider)"
        strokeWidth={2}
      />
      {strokes.map(({ id, d, stroke }) =>
        isMarked(id, marked) ? <Casing key={id} d={d} width={stroke.width} /> : null,
      )}
      {strokes.map(({ id, d, stroke }) => (
        <PartStroke
          key={id}
          d={d}
          stroke={stroke}
          isDim={passed !== undefined && passed[id] !== true}
        />
      ))}
      <g fill="none" stroke="var(--kl-palette-text-primary)">
        {layout.midMarks.map((d) => (
          <path key={d} d={d} strokeWidth={1} />
        ))}
        {layout.sectionMarks.map((d) => (
          <path key={d} d={d} strokeWidth={2} />
        ))}
        <path d={layout.finish} strokeWidth={4} />
        <path d={layout.arrow} strokeWidth={1.5} strokeLinecap="round" strokeLinejoin="round" />
      </g>
      <g fontSize={11} textAnchor="middle" fill="var(--kl-palette-text-secondary)">
        {line.isTurned ? <North {...layout.size} /> : null}
        {layout.corners.map(({ corner, at: [x, y] }) => (
          <text key={corner} x={x} y={y + 4}>
            {corner}
          </text>
        ))}
      </g>
    </g>
  )
}

/** Where north is not up. */
function North({ width, height }: MapLayout['size']) {
  return (
    <text x={width} y={height - 4} textAnchor="end">
      north →
    </text>
  )
}

/** A line on both sides of a stroke, clear of it. */
function Casing({ d, width }: { readonly d: string; readonly width: number }) {
  return (
    <g fill="none" strokeLinejoin="round">
      <path d={d} stroke="var(--kl-palette-primary-main)" strokeWidth={width + 8} />
      <path d={d} stroke="var(--kl-palette-background-paper)" strokeWidth={width + 4} />
    </g>
  )
}
