import { LineChart } from '@mui/x-charts/LineChart'
import { formatTime } from '#core/domain/time.ts'
import { Plot } from '../charts/plot.tsx'
import { lapAxis, quietPlot, timeAxis } from '../charts/plot-look.ts'
import { PlotTable } from '../charts/plot-table.tsx'
import { useLapLight } from '../charts/use-lap-highlight.ts'
import { signedGap } from '../numbers/signed-gap.ts'
import type { ComparedCar } from './compared-car.ts'

type LapsPlotProps = {
  readonly raceId: string
  readonly own: ComparedCar
  readonly other: ComparedCar
}

/** Green laps of both as lines; faster is down. Laps that do not count leave a hole. */
export function LapsPlot({ raceId, own, other }: LapsPlotProps) {
  const numbers = [...new Set([...own.laps, ...other.laps].map(({ lap }) => lap))].toSorted(
    (a, b) => a - b,
  )
  const highlight = useLapLight(raceId, numbers)
  const lines = [
    { car: own.summary.car, times: greenTimes(own), color: 'var(--kl-palette-primary-main)' },
    { car: other.summary.car, times: greenTimes(other), color: 'var(--kl-palette-text-secondary)' },
  ]
  return (
    <>
      <Plot name="Green laps of both cars">
        <LineChart
          {...quietPlot}
          hideLegend={false}
          height={320}
          series={lines.map(({ car, times, color }, index) => ({
            id: `${index} ${car}`,
            label: `Car ${car}`,
            data: numbers.map((lap) => times.get(lap) ?? null),
            color,
            curve: 'linear',
            showMark: true,
            valueFormatter: (value) => (value === null ? 'no green lap' : formatTime(value)),
          }))}
          xAxis={[lapAxis(numbers)]}
          yAxis={[timeAxis]}
          {...highlight}
        />
      </Plot>
      <PlotTable
        caption="Green laps of both cars as driven, and the difference in seconds"
        columns={['Lap', ...lines.map(({ car }) => `Car ${car}`), 'Difference, s']}
        rows={numbers.map((lap) => {
          const [ownMs, otherMs] = lines.map(({ times }) => times.get(lap))
          const difference =
            ownMs === undefined || otherMs === undefined ? '–' : signedGap(ownMs - otherMs)
          return [lap, timeText(ownMs), timeText(otherMs), difference]
        })}
      />
    </>
  )
}

function greenTimes({ laps }: ComparedCar): ReadonlyMap<number, number> {
  return new Map(
    laps.flatMap(({ lap, lapTimeMs, isClean }) =>
      isClean && lapTimeMs !== null ? [[lap, lapTimeMs] as const] : [],
    ),
  )
}

function timeText(ms: number | undefined): string {
  return ms === undefined ? 'no green lap' : formatTime(ms)
}
