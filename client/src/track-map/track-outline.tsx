import type { Outline } from '#core/domain/track.ts'
import { markAcross } from './marks.ts'
import { pathOf, trackLine } from './track-line.ts'

const box = { width: 240, height: 150, margin: 8 }

type TrackOutlineProps = {
  readonly track: { readonly name: string; readonly outline: Outline | null }
}

/** A track's shape alone, with its finish line: fills what holds it, the stroke stays as thick on every track. */
export function TrackOutline({ track }: TrackOutlineProps) {
  const line = trackLine(track.outline, box)
  return (
    <svg
      viewBox={`0 0 ${box.width} ${box.height}`}
      width="100%"
      height="100%"
      role="img"
      aria-label={
        line.isRing
          ? `${track.name}: its outline is not known, so it is drawn as a ring`
          : `Outline of ${track.name}`
      }
    >
      <g fill="none" strokeLinejoin="round">
        <path
          d={pathOf(line.points, true)}
          stroke="var(--kl-palette-text-primary)"
          strokeWidth={3}
          vectorEffect="non-scaling-stroke"
          {...(line.isRing && { strokeDasharray: '6 5' })}
        />
        <path
          d={pathOf(markAcross(line, 0, 7))}
          stroke="var(--kl-palette-primary-main)"
          strokeWidth={3}
          vectorEffect="non-scaling-stroke"
        />
      </g>
    </svg>
  )
}
