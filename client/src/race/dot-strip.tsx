import Box from '@mui/material/Box'

type DotStripProps = {
  /** Of 100; undefined where there are too few green laps. */
  readonly score: number | undefined
  readonly lapsMs: readonly number[]
  /** What the left and the right end stand for. */
  readonly betweenMs: readonly [number, number]
}

const width = 120
const height = 16
const inset = 3

/** Green laps as dots on the field's common scale, quick to the left, with the score beside. */
export function DotStrip({ score, lapsMs, betweenMs: [fromMs, toMs] }: DotStripProps) {
  if (score === undefined) return '–'
  const xOf = (ms: number) =>
    inset + Math.min(1, (ms - fromMs) / Math.max(1, toMs - fromMs)) * (width - 2 * inset)
  return (
    <Box sx={{ display: 'flex', alignItems: 'center', gap: 2 }}>
      <Box component="span" sx={{ minWidth: '3ch', textAlign: 'right' }}>
        {score}
      </Box>
      <svg width={width} height={height} aria-hidden>
        <line
          x1={inset}
          x2={width - inset}
          y1={height / 2}
          y2={height / 2}
          stroke="var(--kl-palette-divider)"
        />
        {lapsMs.map((ms, index) => (
          <circle
            // A lap has no other name here than its place in the list.
            // oxlint-disable-next-line react/no-array-index-key
            key={index}
            cx={xOf(ms)}
            cy={height / 2}
            r={2.5}
            fill="var(--kl-palette-text-primary)"
            fillOpacity={0.35}
          />
        ))}
      </svg>
    </Box>
  )
}
