import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Typography from '@mui/material/Typography'
import { useId, useState } from 'react'
import { useSize } from '../charts/use-size.ts'
import { signedGap } from '../numbers/signed-gap.ts'
import {
  countedGaps,
  gapScale,
  type GapScale,
  gapTicks,
  type LapSeries,
  tickText,
} from './lap-series.ts'
import { SeriesTable } from './series-table.tsx'

type SmallMultiplesProps = {
  readonly series: readonly LapSeries[]
  readonly against: string
  readonly chosenLap: number | undefined
  readonly onChooseLap: (lap: number) => void
}

/** Each section over the whole race, on one scale. */
export function SmallMultiples({ series, against, chosenLap, onChooseLap }: SmallMultiplesProps) {
  const [isTable, setIsTable] = useState(false)
  const tableId = useId()
  const scale = gapScale(series)
  return (
    <Box sx={{ mt: 3, flex: 1, display: 'flex', flexDirection: 'column' }}>
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 2, flexWrap: 'wrap' }}>
        <Box sx={{ flex: 1, minWidth: 180 }}>
          <Typography variant="h3" component="h3">
            Lap by lap
          </Typography>
          <Typography variant="caption" component="p" color="textSecondary">
            Seconds off {against}; down is less; hollow: not a green lap
          </Typography>
        </Box>
        <Button
          size="small"
          aria-expanded={isTable}
          aria-controls={tableId}
          onClick={() => setIsTable(!isTable)}
          sx={{ minHeight: { xs: 48, md: 36 } }}
        >
          {isTable ? 'Hide the table' : 'As a table'}
        </Button>
      </Box>
      <Box
        sx={{
          flex: 1,
          display: 'grid',
          gridTemplateColumns: `repeat(${series.length}, 1fr)`,
          gap: 2,
        }}
      >
        {series.map((each) => (
          <Multiple
            key={each.id}
            series={each}
            scale={scale}
            chosenLap={chosenLap}
            onChooseLap={onChooseLap}
          />
        ))}
      </Box>
      <div id={tableId}>{isTable ? <SeriesTable series={series} /> : null}</div>
    </Box>
  )
}

type MultipleProps = Pick<SmallMultiplesProps, 'chosenLap' | 'onChooseLap'> & {
  readonly series: LapSeries
  readonly scale: GapScale
}

const leastHeight = 92
const mostHeight = 240
const inset = { left: 4, right: 34, top: 16, bottom: 8 }

function Multiple({ series, scale, chosenLap, onChooseLap }: MultipleProps) {
  const { ref, size: { width, height } = nothing } = useSize<HTMLDivElement>()
  const laps = series.points.map(({ lap }) => lap)
  const [first = 1, last = 2] = [laps[0], laps.at(-1)]
  const place = placing({ width, height, scale, first, last })
  const choose = (clientX: number, left: number) => {
    const wanted = place.lapAt(clientX - left)
    const nearest = laps.toSorted((a, b) => Math.abs(a - wanted) - Math.abs(b - wanted))[0]
    if (nearest !== undefined) onChooseLap(nearest)
  }
  return (
    <Box sx={{ minWidth: 0, display: 'flex', flexDirection: 'column' }}>
      <Typography variant="caption" component="p">
        {series.name}
      </Typography>
      <Box ref={ref} sx={room}>
        {width === 0 ? null : (
          <svg
            style={{ position: 'absolute' }}
            width={width}
            height={height}
            role="img"
            aria-label={describe(series)}
            onClick={(event) =>
              choose(event.clientX, event.currentTarget.getBoundingClientRect().left)
            }
          >
            <Ground width={width} scale={scale} yOf={place.y} />
            {series.points.map(({ lap, gapMs, isClean }) =>
              isClean && gapMs === undefined ? null : (
                <LapDot
                  key={lap}
                  x={place.x(lap)}
                  y={isClean && gapMs !== undefined ? place.y(gapMs) : inset.top - 8}
                  isCounted={isClean}
                  isChosen={lap === chosenLap}
                />
              ),
            )}
          </svg>
        )}
      </Box>
    </Box>
  )
}

const nothing = { width: 0, height: 0 }

/** As high as there is room for; what is drawn in it does not make it higher. */
const room = {
  position: 'relative',
  flex: 1,
  minHeight: leastHeight,
  maxHeight: mostHeight,
} as const

type GroundProps = {
  readonly width: number
  readonly scale: GapScale
  readonly yOf: (gapMs: number) => number
}

/** The reference as a dashed line, round gaps as thin ones. */
function Ground({ width, scale, yOf }: GroundProps) {
  const end = width - inset.right + 2
  return (
    <g aria-hidden fontSize={11} fill="var(--kl-palette-text-secondary)">
      {[0, ...gapTicks(scale)].map((ms) => (
        <g key={ms}>
          <path
            d={`M0,${yOf(ms).toFixed(1)}L${end},${yOf(ms).toFixed(1)}`}
            stroke={ms === 0 ? 'var(--kl-palette-text-secondary)' : 'var(--kl-palette-divider)'}
            {...(ms === 0 && { strokeDasharray: '3 3' })}
          />
          <text x={end + 3} y={yOf(ms) + 4}>
            {ms === 0 ? '0' : tickText(ms)}
          </text>
        </g>
      ))}
    </g>
  )
}

type LapDotProps = {
  readonly x: number
  readonly y: number
  readonly isCounted: boolean
  readonly isChosen: boolean
}

function LapDot({ x, y, isCounted, isChosen }: LapDotProps) {
  const colour = isChosen ? 'var(--kl-palette-primary-main)' : 'var(--kl-palette-text-primary)'
  return (
    <circle
      cx={x}
      cy={y}
      r={isChosen ? 4.5 : 2.5}
      fill={isCounted ? colour : 'var(--kl-palette-background-paper)'}
      stroke={isCounted && !isChosen ? 'none' : colour}
      strokeWidth={1.2}
    />
  )
}

type Placing = {
  readonly width: number
  readonly height: number
  readonly scale: GapScale
  readonly first: number
  readonly last: number
}

function placing({ width, height, scale: { fromMs, toMs }, first, last }: Placing) {
  const wide = width - inset.left - inset.right
  const high = height - inset.top - inset.bottom
  const laps = Math.max(1, last - first)
  return {
    x: (lap: number) => inset.left + ((lap - first) / laps) * wide,
    // Down is less, as a lap time's axis has it.
    y: (gapMs: number) => inset.top + ((toMs - gapMs) / (toMs - fromMs)) * high,
    lapAt: (x: number) => first + ((x - inset.left) / wide) * laps,
  }
}

function describe(series: LapSeries): string {
  const gaps = countedGaps([series])
  if (gaps.length === 0) return `${series.name}: no green lap with a gap`
  const [low, high] = [Math.min(...gaps), Math.max(...gaps)]
  return `${series.name} by lap: ${gaps.length} green laps, from ${signedGap(low)} to ${signedGap(high)} s`
}
