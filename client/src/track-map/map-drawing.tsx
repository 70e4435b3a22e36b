import type { PerPart } from './map-part.ts'
import { type Piece, scaleOf, strokeOf } from './gap-stroke.ts'
import type { MapLayout } from './map-layout.ts'
import { PartStroke } from './part-stroke.tsx'
import { pathOf, stretch } from './track-line.ts'

type MapDrawingProps = {
  readonly layout: MapLayout
  readonly pieces: readonly Piece[]
  readonly passed: PerPart<boolean> | undefined
}

/** The line with its gaps, the marks of the loops, the corner numbers. */
export function MapDrawing({ layout, pieces, passed }: MapDrawingProps) {
  const scaleMs = scaleOf(pieces)
  const { line } = layout
  return (
    <g aria-hidden>
      <path
        d={pathOf(line.points, true)}
        fill="none"
        stroke="var(--kl-palette-divider)"
        strokeWidth={2}
      />
      {pieces.map(({ part, gapMs }) => (
        <PartStroke
          key={part.id}
          d={pathOf(stretch(line, part.fromShare, part.toShare))}
          stroke={strokeOf(gapMs, scaleMs)}
          isDim={passed !== undefined && passed[part.id] !== true}
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
        {layout.corners.map(({ corner, at: [x, y] }) => (
          <text key={corner} x={x} y={y + 4}>
            {corner}
          </text>
        ))}
      </g>
    </g>
  )
}
