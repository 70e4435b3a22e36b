import { BarChart } from '@mui/x-charts/BarChart'
import { Plot } from '../charts/plot.tsx'
import { lapAxis, quietPlot, tickLabels, valueAxisWidth } from '../charts/plot-look.ts'
import { useLapHighlight } from '../charts/use-lap-highlight.ts'
import { signedGap } from '../numbers/signed-gap.ts'
import type { TrackLap } from './track-laps.ts'

type TrackPlotProps = {
  readonly raceId: string
  readonly car?: string | undefined
  readonly laps: readonly TrackLap[]
  readonly height?: number
}

/** By how much each lap was slow for everyone: upwards slower, downwards quicker than a typical lap. */
export function TrackPlot({ raceId, car, laps, height = 180 }: TrackPlotProps) {
  const numbers = laps.map(({ lap }) => lap)
  const highlight = useLapHighlight(raceId, numbers, car)
  return (
    <Plot name="How the track moved under everyone, lap by lap">
      <BarChart
        height={height}
        {...quietPlot}
        series={[
          {
            id: 'effect',
            label: 'The whole field',
            data: laps.map(({ effectMs }) => effectMs ?? null),
            valueFormatter: (ms) => (ms === null ? 'not known' : `${signedGap(ms)} s`),
          },
        ]}
        xAxis={[lapAxis(numbers)]}
        yAxis={[
          {
            width: valueAxisWidth,
            tickNumber: height / 36,
            tickLabelStyle: tickLabels,
            valueFormatter: (ms: number) => tickText(ms),
            colorMap: {
              type: 'piecewise',
              thresholds: [0],
              colors: ['var(--kl-palette-gain-main)', 'var(--kl-palette-loss-main)'],
            },
          },
        ]}
        {...highlight}
      />
    </Plot>
  )
}

/** '+0.5', '−1.0', '0': round values need no thousandths. */
function tickText(ms: number): string {
  if (ms === 0) return '0'
  return signedGap(ms).replace(/0{1,2}$/, '')
}
