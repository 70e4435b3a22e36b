import { LineChart } from '@mui/x-charts/LineChart'
import { formatTime } from '#core/domain/time.ts'
import type { ComparedCar } from './compared.tsx'

type LapsPlotProps = { readonly own: ComparedCar; readonly other: ComparedCar }

/** Green laps of both as lines; faster is down. Laps that do not count leave a hole. */
export function LapsPlot({ own, other }: LapsPlotProps) {
  const numbers = [...new Set([...own.laps, ...other.laps].map(({ lap }) => lap))].toSorted(
    (a, b) => a - b,
  )
  const green = ({ laps }: ComparedCar) => {
    const times = new Map(
      laps.flatMap(({ lap, lapTimeMs, isClean }) =>
        isClean && lapTimeMs !== null ? [[lap, lapTimeMs] as const] : [],
      ),
    )
    return numbers.map((lap) => times.get(lap) ?? null)
  }
  const series = [
    { car: own, color: 'var(--kl-palette-primary-main)' },
    { car: other, color: 'var(--kl-palette-text-secondary)' },
  ]
  return (
    <LineChart
      height={320}
      skipAnimation
      series={series.map(({ car, color }, index) => ({
        id: `${index} ${car.summary.car}`,
        label: `Car ${car.summary.car}`,
        data: green(car),
        color,
        curve: 'linear',
        showMark: true,
        valueFormatter: (value) => (value === null ? 'no green lap' : formatTime(value)),
      }))}
      xAxis={[
        {
          data: numbers,
          scaleType: 'linear',
          tickMinStep: 1,
          label: 'Lap',
          valueFormatter: (lap: number) => String(lap),
        },
      ]}
      yAxis={[{ width: 72, valueFormatter: (ms: number) => formatTime(ms), domainLimit: 'nice' }]}
      grid={{ horizontal: true }}
    />
  )
}
