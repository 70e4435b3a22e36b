import Box from '@mui/material/Box'
import { LineChart } from '@mui/x-charts/LineChart'
import { useMemo } from 'react'
import { quietPlot, tickLabels } from '../charts/plot-look.ts'
import { PlotTable } from '../charts/plot-table.tsx'
import { SideScroll } from '../shell/side-scroll.tsx'
import { useSpotlight } from '../screen/spotlight.tsx'
import { useChartChoice } from './chart-choice.ts'
import { ChartChoiceBar } from './chart-choice-bar.tsx'
import { LapChartMarks } from './lap-chart-marks.tsx'
import { type ChartCar, chartHeight, type ChartKind, linesOf } from './lap-chart-lines.ts'
import type { SlowPhase } from './race-phases.ts'

type LapChartPlotProps = {
  readonly raceId: string
  readonly cars: readonly ChartCar[]
  readonly kind: ChartKind
  readonly phases: readonly SlowPhase[]
}

/** So narrow that a finger still finds one lap among its neighbours; a long race scrolls. */
const narrowestLapPx = 8

const linesLook = (isOneLit: boolean) => ({
  '& .MuiLineChart-line': { strokeWidth: 1.5, strokeOpacity: isOneLit ? 0.45 : 0.7 },
  [`& .MuiLineChart-line[stroke="${lit}"]`]: { strokeWidth: 2.5, strokeOpacity: 1 },
})

const quiet = 'var(--kl-palette-text-secondary)'
const lit = 'var(--kl-palette-primary-main)'

/** One line a car, quiet until it is pointed at; its number stands at the end of its line. */
export function LapChartPlot({ raceId, cars, kind, phases }: LapChartPlotProps) {
  const { laps, lines } = useMemo(() => linesOf(cars, kind), [cars, kind])
  const { spot, shine } = useSpotlight()
  const [chosen, choose] = useChartChoice(cars)
  const chosenCar = chosen.car?.car
  const litCar = spot?.car ?? chosenCar
  return (
    <>
      <SideScroll label={`Lap chart, ${kind}`}>
        <Box sx={{ minWidth: laps.length * narrowestLapPx, ...linesLook(litCar !== undefined) }}>
          <LineChart
            height={chartHeight(cars.length)}
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
            xAxis={[lapsAxis(laps)]}
            yAxis={[valuesAxis(kind)]}
            grid={{}}
            margin={{ top: 24, right: 40, bottom: 0, left: 0 }}
            slotProps={{ tooltip: { trigger: 'item' } }}
            axisHighlight={{ x: 'none', y: 'none' }}
            onHighlightChange={(item) =>
              shine(item === null ? undefined : { raceId, car: String(item.seriesId) })
            }
          >
            <LapChartMarks
              lines={lines}
              phases={phases}
              litCar={litCar}
              raceId={raceId}
              laps={laps}
              chosen={{ car: chosenCar, lap: chosen.lap }}
              onChoose={choose}
            />
          </LineChart>
        </Box>
      </SideScroll>
      <ChartChoiceBar cars={cars} laps={laps} />
      <LapChartTable {...{ kind, laps, lines }} />
    </>
  )
}

function lapsAxis(laps: readonly number[]) {
  return {
    data: [...laps],
    scaleType: 'linear' as const,
    min: laps[0] ?? 1,
    max: laps.at(-1) ?? 1,
    label: 'Lap',
    labelStyle: tickLabels,
    tickLabelStyle: tickLabels,
    tickMinStep: 1,
    valueFormatter: (lap: number) => String(lap),
  }
}

function valuesAxis(kind: ChartKind) {
  return {
    reverse: true,
    // The first line lies within the chart, not on its edge.
    min: kind === 'positions' ? 0.5 : 0,
    tickMinStep: 1,
    width: 44,
    labelStyle: tickLabels,
    tickLabelStyle: tickLabels,
    label: kind === 'positions' ? 'Position' : 'Behind, s',
  }
}

type LapChartTableProps = ReturnType<typeof linesOf> & { readonly kind: ChartKind }

function LapChartTable({ kind, laps, lines }: LapChartTableProps) {
  return (
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
