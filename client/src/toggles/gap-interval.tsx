type GapIntervalProps = {
  readonly gapMs: number
  readonly lowMs: number | null
  readonly highMs: number | null
  readonly span: readonly [number, number]
}

const width = 160
const height = 20

/** A gap as a dot with its interval, on one scale for all rows; the line is the quick quarter. */
export function GapInterval({ gapMs, lowMs, highMs, span: [from, to] }: GapIntervalProps) {
  const xOf = (ms: number) => 6 + ((ms - from) / (to - from)) * (width - 12)
  const colour = gapMs > 0 ? 'var(--kl-palette-loss-main)' : 'var(--kl-palette-gain-main)'
  const y = height / 2
  return (
    <svg width={width} height={height} aria-hidden style={{ display: 'block' }}>
      <line x1={xOf(0)} x2={xOf(0)} y1={0} y2={height} stroke="var(--kl-palette-divider)" />
      {lowMs === null || highMs === null ? null : (
        <line
          x1={xOf(lowMs)}
          x2={xOf(highMs)}
          y1={y}
          y2={y}
          stroke={colour}
          strokeWidth={6}
          strokeOpacity={0.35}
          strokeLinecap="round"
        />
      )}
      <circle cx={xOf(gapMs)} cy={y} r={4} fill={colour} />
    </svg>
  )
}
