import Box from '@mui/material/Box'
import { LineChart } from '@mui/x-charts/LineChart'
import { useMemo } from 'react'
import { quietPlot, tickLabels } from '../charts/plot-look.ts'
import { PlotTable } from '../charts/plot-table.tsx'
import { useSpotlight } from '../screen/spotlight.tsx'
import { LapChartMarks } from './lap-chart-marks.tsx'
import { type ChartCar, type ChartKind, linesOf } from './lap-chart-lines.ts'
import type { SlowPhase } from './race-phases.ts'

type LapChartPlotProps = {
  readonly raceId: string
  readonly cars: readonly ChartCar[]
  readonly kind: ChartKind
  readonly phases: readonly SlowPhase[]
}

const quiet = 'var(--kl-palette-text-secondary)'
const lit = 'var(--kl-palette-primary-main)'

/** One line a car, quiet until it is pointed at; its number stands at the end of its line. */
export function LapChartPlot({ raceId, cars, kind, phases }: LapChartPlotProps) {
  const { laps, lines } = useMemo(() => linesOf(cars, kind), [cars, kind])
  const { spot, shine } = useSpotlight()
  const litCar = spot?.car
  const first = laps[0] ?? 1
  const last = laps.at(-1) ?? 1
  return (
    <>
      <Box
        sx={{ '& .MuiLineChart-line': { strokeWidth: 1.5, strokeOpacity: 0.7 }, overflowX: 'auto' }}
        tabIndex={0}
        role="region"
        aria-label={`Lap chart, ${kind}`}
      >
        <Box sx={{ minWidth: 560 }}>
          <LineChart
            height={Math.max(320, 60 + cars.length * 18)}
            {...quietPlot}
            series={lines.map(({ car, values }) => ({
              id: car,
              label: `car ${car}`,
              data: [...values],
              showMark: false,
              curve: 'linear',
              color: car === litCar ? lit : quiet,
              valueFormatter: (value) => valueText(kind, value),
            }))}
            xAxis={[
              {
                data: [...laps],
                scaleType: 'linear',
                min: first,
                max: last,
                label: 'Lap',
                labelStyle: tickLabels,
                tickLabelStyle: tickLabels,
                tickMinStep: 1,
                valueFormatter: (lap: number) => String(lap),
              },
            ]}
            yAxis={[
              {
                reverse: true,
                min: kind === 'positions' ? 1 : 0,
                tickMinStep: 1,
                width: 44,
                labelStyle: tickLabels,
                tickLabelStyle: tickLabels,
                label: kind === 'positions' ? 'Position' : 'Behind, s',
              },
            ]}
            grid={{}}
            margin={{ right: 40, top: 24 }}
            slotProps={{ tooltip: { trigger: 'item' } }}
            axisHighlight={{ x: 'none', y: 'none' }}
            onHighlightChange={(item) =>
              shine(item === null ? undefined : { raceId, car: String(item.seriesId) })
            }
          >
            <LapChartMarks lines={lines} phases={phases} litCar={litCar} raceId={raceId} />
          </LineChart>
        </Box>
      </Box>
      <PlotTable
        caption={
          kind === 'positions'
            ? 'Position of each car at the end of each lap'
            : 'Seconds behind the leader at the end of each lap'
        }
        columns={['Lap', ...lines.map(({ car }) => `Car ${car}`)]}
        rows={laps.map((lap, at) => [
          lap,
          ...lines.map(({ values }) => cellText(kind, values[at] ?? null)),
        ])}
      />
    </>
  )
}

function cellText(kind: ChartKind, value: number | null): string {
  if (value === null) return '–'
  return kind === 'positions' ? String(value) : value.toFixed(3)
}

function valueText(kind: ChartKind, value: number | null): string {
  if (value === null) return 'no time'
  return kind === 'positions' ? `P${value}` : `${value.toFixed(3)} s behind`
}
