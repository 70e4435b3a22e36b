import { LineChart } from '@mui/x-charts/LineChart'
import { formatTime } from '#core/domain/time.ts'
import type { LedgerLap } from '#core/protocol/rest/ledger-answer.ts'
import type { PatternsAnswer } from '#core/protocol/rest/patterns-answer.ts'
import { Plot } from '../charts/plot.tsx'
import { lapAxis, plotLook, quietPlot, timeAxis } from '../charts/plot-look.ts'
import { useLapHighlight } from '../charts/use-lap-highlight.ts'
import { MiddleBand } from './middle-band.tsx'
import { paceLaps, phaseLines } from './pace-laps.ts'

type PacePlotProps = {
  readonly patterns: PatternsAnswer
  readonly ledger: readonly LedgerLap[]
}

/** Lap times with the track taken out, and as driven; the pace, its middle half, the phases. Faster is down. */
export function PacePlot({ patterns, ledger }: PacePlotProps) {
  const laps = paceLaps(ledger)
  const numbers = laps.map(({ lap }) => lap)
  const highlight = useLapHighlight(patterns.raceId, numbers, patterns.car)
  const { pace, steadyMs, phases } = patterns
  const time = (ms: number | null) => (ms === null ? 'not counted' : formatTime(ms))
  return (
    <Plot name="Lap times with the track taken out, and as driven">
      <LineChart
        height={240}
        {...quietPlot}
        sx={look}
        series={[
          {
            id: 'driven',
            label: 'As driven',
            data: laps.map(({ drivenMs }) => drivenMs),
            color: 'var(--kl-palette-text-secondary)',
            showMark: true,
            shape: 'circle',
            valueFormatter: time,
          },
          {
            id: 'corrected',
            label: 'The track taken out',
            data: laps.map(({ correctedMs }) => correctedMs),
            color: 'var(--kl-palette-text-primary)',
            showMark: true,
            shape: 'circle',
            valueFormatter: time,
          },
          ...phaseLines(phases, laps).map(({ id, data }) => ({
            id,
            data,
            label: phases.length === 1 ? 'Median' : 'Median of the phase',
            color: 'var(--kl-palette-primary-main)',
            showMark: false,
            curve: 'linear' as const,
            valueFormatter: (ms: number | null) => (ms === null ? null : formatTime(ms)),
          })),
        ]}
        xAxis={[lapAxis(numbers)]}
        yAxis={[timeAxis]}
        {...highlight}
      >
        {pace === null || steadyMs === null ? null : (
          <MiddleBand middleMs={pace.paceMs} halfMs={steadyMs} />
        )}
      </LineChart>
    </Plot>
  )
}

const look = {
  ...plotLook,
  '& .MuiLineChart-line[data-series="driven"], & .MuiLineChart-line[data-series="corrected"]': {
    display: 'none',
  },
  '& .MuiLineChart-mark[data-series="corrected"]': { fill: 'currentColor', r: '4px' },
  '& .MuiLineChart-mark[data-series="driven"]': { r: '3px', strokeWidth: 1 },
} as const
