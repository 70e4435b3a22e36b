import { formatTime } from '#core/domain/time.ts'
import type { LapScale, MiddleOfLaps } from './lap-scale.ts'
import type { ReasonLabel } from './reason-labels.ts'
import type { StripLayout } from './strip-layout.ts'

const quiet = 'var(--kl-palette-text-secondary)'

type StripGroundProps = {
  readonly layout: StripLayout
  readonly middle: MiddleOfLaps | undefined
  readonly width: number
}

/** What lies under the laps: the middle half, the median, the line above the order. */
export function StripGround({ layout, middle, width }: StripGroundProps) {
  return (
    <g aria-hidden>
      {middle?.halfMs === undefined ? null : (
        <rect
          x={0}
          width={width}
          y={layout.yOf(middle.halfMs[1])}
          height={layout.yOf(middle.halfMs[0]) - layout.yOf(middle.halfMs[1])}
          fill="var(--kl-palette-action-hover)"
        />
      )}
      {middle === undefined ? null : (
        <line
          x1={0}
          x2={width}
          y1={layout.yOf(middle.medianMs)}
          y2={layout.yOf(middle.medianMs)}
          stroke="var(--kl-palette-text-primary)"
          strokeDasharray="4 4"
        />
      )}
      <line
        x1={0}
        x2={width}
        y1={layout.lineY}
        y2={layout.lineY}
        stroke="var(--kl-palette-divider)"
      />
    </g>
  )
}

type ReasonWordsProps = {
  readonly layout: StripLayout
  readonly labels: readonly ReasonLabel[]
}

/** Why laps stand at the top edge. */
export function ReasonWords({ layout, labels }: ReasonWordsProps) {
  return (
    <g aria-hidden fill={quiet} pointerEvents="none">
      {labels.map(({ from, word, row, x }) => (
        <text key={from} x={x} y={layout.labelY(row)}>
          {word}
        </text>
      ))}
    </g>
  )
}

type StripAxisProps = { readonly layout: StripLayout; readonly scale: LapScale | undefined }

const axisWidth = 48

/** Lap times at the left, which stay while the laps scroll; and what the two rows below are. */
export function StripAxis({ layout, scale }: StripAxisProps) {
  const x = axisWidth - 8
  return (
    <svg width={axisWidth} height={layout.height} aria-hidden style={{ flexShrink: 0 }}>
      <g fontSize={11} textAnchor="end" fill={quiet}>
        {scale?.ticksMs.map((ms) => (
          <text key={ms} x={x} y={layout.yOf(ms) + 4}>
            {formatTime(ms).slice(0, -2)}
          </text>
        ))}
        <text x={x} y={layout.numberY}>
          lap
        </text>
        <text x={x} y={layout.positionY}>
          pos
        </text>
        <text x={x} y={layout.intervalY}>
          ahead
        </text>
      </g>
    </svg>
  )
}
