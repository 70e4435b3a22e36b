import { useDrawingArea, useXScale, useYScale } from '@mui/x-charts/hooks'
import { Link as RouterLink } from 'react-router'
import { addressOf } from '../addresses.ts'
import type { ChartLine } from './lap-chart-lines.ts'
import type { SlowPhase } from './race-phases.ts'

type LapChartMarksProps = {
  readonly raceId: string
  readonly lines: readonly ChartLine[]
  readonly phases: readonly SlowPhase[]
  readonly litCar: string | undefined
}

/** Over the lines: where the race was neutralised, pit stops, and whose line it is. */
export function LapChartMarks({ raceId, lines, phases, litCar }: LapChartMarksProps) {
  const { top, height } = useDrawingArea()
  const xScale = useXScale()
  const yScale = useYScale()
  const xOf = (lap: number) => Number(xScale(lap))
  const yOf = (value: number) => Number(yScale(value))
  return (
    <g>
      {phases.map(({ name, fromLap, toLap }) => (
        <g key={`${name} ${fromLap}`}>
          <rect
            x={xOf(fromLap - 0.5)}
            width={xOf(toLap + 0.5) - xOf(fromLap - 0.5)}
            y={top}
            height={height}
            fill="var(--kl-palette-caution-main)"
            fillOpacity={0.14}
            pointerEvents="none"
          />
          <text
            x={xOf((fromLap + toLap) / 2)}
            y={top - 8}
            textAnchor="middle"
            fontSize={11.5}
            fill="var(--kl-palette-caution-main)"
          >
            {name}
          </text>
        </g>
      ))}
      {lines.flatMap(({ car, pitLaps }) =>
        pitLaps.map(({ lap, value }) => (
          <text
            key={`${car} ${lap}`}
            x={xOf(lap)}
            y={yOf(value) + 4}
            textAnchor="middle"
            fontSize={11}
            fontWeight={650}
            fill="var(--kl-palette-text-primary)"
          >
            P
          </text>
        )),
      )}
      {lines.map(({ car, last }) =>
        last === undefined ? null : (
          // The field has the same links for the keyboard.
          <RouterLink key={car} to={addressOf.car(raceId, car)} tabIndex={-1}>
            <text
              x={xOf(last.lap) + 6}
              y={yOf(last.value) + 4}
              fontSize={11.5}
              fontWeight={car === litCar ? 650 : 400}
              fill={
                car === litCar ? 'var(--kl-palette-primary-main)' : 'var(--kl-palette-text-primary)'
              }
            >
              {car}
            </text>
          </RouterLink>
        ),
      )}
    </g>
  )
}
