import { signedGap } from '../numbers/signed-gap.ts'
import type { MapPart, PerPart } from './map-part.ts'
import type { Rect } from './place-labels.ts'
import type { PlainWords } from './track-map-props.ts'

type MapLabelProps = {
  readonly part: MapPart
  readonly rect: Rect
  readonly gaps: PerPart<number>
  readonly plain: PlainWords | undefined
  readonly isChosen: boolean
}

/** A section's name and gap in a frame beside it. */
export function MapLabel({ part, rect, gaps, plain, isChosen }: MapLabelProps) {
  const { x, y, width, height } = rect
  const shown =
    plain === undefined
      ? shownGap(part, gaps)
      : { text: plain.label(part), fill: 'var(--kl-palette-text-primary)' }
  return (
    <g textAnchor="middle" aria-hidden>
      <rect
        x={x}
        y={y}
        width={width}
        height={height}
        rx={6}
        fill="var(--kl-palette-background-paper)"
        stroke={isChosen ? 'var(--kl-palette-primary-main)' : 'var(--kl-palette-divider)'}
        strokeWidth={isChosen ? 2 : 1}
      />
      <text
        x={x + width / 2}
        y={y + height / 2 - 4}
        fontSize={11.5}
        fill="var(--kl-palette-text-secondary)"
      >
        {part.name}
      </text>
      <text
        x={x + width / 2}
        y={y + height / 2 + 11}
        fontSize={12}
        fontWeight={650}
        fill={shown.fill}
      >
        {shown.text}
      </text>
    </g>
  )
}

/** Of sections taken together without a gap of their own: those of both. */
function shownGap(part: MapPart, gaps: PerPart<number>) {
  const own = gaps[part.id]
  if (own !== undefined) return { text: signedGap(own), fill: colourOf(own) }
  const within = part.id === 's1s2' || part.id === 's2s3' ? part.parts : []
  const known = within.flatMap(({ id }) => {
    const gapMs = gaps[id]
    return gapMs === undefined ? [] : [gapMs]
  })
  if (known.length > 0 && known.length === within.length)
    return { text: known.map(signedGap).join(' · '), fill: 'var(--kl-palette-text-primary)' }
  return { text: 'not known', fill: 'var(--kl-palette-text-secondary)' }
}

function colourOf(gapMs: number): string {
  if (Math.floor(Math.abs(gapMs) + 0.5) === 0) return 'var(--kl-palette-text-primary)'
  return gapMs > 0 ? 'var(--kl-palette-loss-main)' : 'var(--kl-palette-gain-main)'
}
