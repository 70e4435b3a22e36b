import { useDrawingArea, useYScale } from '@mui/x-charts/hooks'

type MiddleBandProps = { readonly middleMs: number; readonly halfMs: number }

/** Between which times half of the laps lie, drawn behind them. */
export function MiddleBand({ middleMs, halfMs }: MiddleBandProps) {
  const { left, width } = useDrawingArea()
  const scale = useYScale()
  const slow = Number(scale(middleMs + halfMs))
  const quick = Number(scale(middleMs - halfMs))
  return (
    <rect
      x={left}
      width={width}
      y={slow}
      height={quick - slow}
      fill="var(--kl-palette-text-secondary)"
      fillOpacity={0.14}
      pointerEvents="none"
    />
  )
}
