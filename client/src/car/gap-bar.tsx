import { strokeOf } from '../track-map/gap-stroke.ts'
import { PartStroke } from '../track-map/part-stroke.tsx'

const length = 48

type GapBarProps = {
  readonly gapMs: number | undefined
  readonly scaleMs: number
  /** Of a sub-section: thinner. */
  readonly isFine: boolean
}

/** How large a gap is beside the others: solid is off, striped is ahead, as on the map. */
export function GapBar({ gapMs, scaleMs, isFine }: GapBarProps) {
  if (gapMs === undefined) return null
  const end = 1 + Math.min(1, Math.abs(gapMs) / scaleMs) * (length - 2)
  const { kind, opacity } = strokeOf(gapMs, scaleMs)
  return (
    <svg
      width={length}
      height={10}
      viewBox={`0 0 ${length} 10`}
      preserveAspectRatio="none"
      aria-hidden
    >
      <PartStroke
        d={`M1,5L${end.toFixed(1)},5`}
        stroke={{ kind, opacity, width: isFine ? 4 : 6 }}
      />
    </svg>
  )
}
