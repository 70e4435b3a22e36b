import { useDrawingArea, useXScale, useYScale } from '@mui/x-charts/hooks'
import { useEffect, useEffectEvent, useRef } from 'react'
import { Link as RouterLink } from 'react-router'
import { addressOf } from '../addresses.ts'
import type { ChartLine } from './lap-chart-lines.ts'
import type { SlowPhase } from './race-phases.ts'

type LapChartMarksProps = {
  readonly raceId: string
  readonly lines: readonly ChartLine[]
  readonly phases: readonly SlowPhase[]
  readonly litCar: string | undefined
  readonly laps: readonly number[]
  readonly chosen: { readonly car?: string | undefined; readonly lap?: number | undefined }
  readonly onChoose: (point: { readonly car: string; readonly lap: number }) => void
}

/** Over the lines: where the race was neutralised, pit stops, whose line it is, and what is chosen. */
export function LapChartMarks(props: LapChartMarksProps) {
  const { raceId, lines, phases, litCar } = props
  const { left, top, width, height } = useDrawingArea()
  const xScale = useXScale()
  const yScale = useYScale()
  const xOf = (lap: number) => Number(xScale(lap))
  const yOf = (value: number) => Number(yScale(value))
  const within = (x: number) => Math.min(left + width, Math.max(left, x))
  const marks = usePicking({ ...props, xOf, yOf })
  return (
    <g ref={marks}>
      <ChosenPoint {...props} xOf={xOf} yOf={yOf} />
      {phases.map(({ name, fromLap, toLap }) => (
        <g key={`${name} ${fromLap}`}>
          <rect
            x={within(xOf(fromLap - 0.5))}
            width={within(xOf(toLap + 0.5)) - within(xOf(fromLap - 0.5))}
            y={top}
            height={height}
            fill="var(--kl-palette-caution-main)"
            fillOpacity={0.14}
            pointerEvents="none"
          />
          <text
            x={within(xOf(fromLap - 0.5))}
            y={top - 8}
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

type Places = {
  readonly xOf: (lap: number) => number
  readonly yOf: (value: number) => number
}

/** The lap as a line down the chart, and the point where it meets the chosen car's. */
function ChosenPoint({ lines, laps, chosen, xOf, yOf }: LapChartMarksProps & Places) {
  const { top, height } = useDrawingArea()
  const { car, lap } = chosen
  if (lap === undefined) return null
  const value = lines.find((line) => line.car === car)?.values[laps.indexOf(lap)] ?? null
  return (
    <g aria-hidden pointerEvents="none">
      <path
        d={`M${xOf(lap)},${top}v${height}`}
        stroke="var(--kl-palette-primary-main)"
        strokeDasharray="3 3"
      />
      {value === null ? null : (
        <circle cx={xOf(lap)} cy={yOf(value)} r={5} fill="var(--kl-palette-primary-main)" />
      )}
    </g>
  )
}

/** How far from a line a finger may be. */
const nearPx = 24

/** A click anywhere in the chart chooses the nearest lap, and the car whose line is nearest there. */
function usePicking({ lines, laps, onChoose, xOf, yOf }: LapChartMarksProps & Places) {
  const { left, top, width, height } = useDrawingArea()
  const group = useRef<SVGGElement>(null)
  const pick = useEffectEvent((event: MouseEvent) => {
    const frame = group.current?.ownerSVGElement?.getBoundingClientRect()
    // The number at the end of a line is a link.
    if (frame === undefined || (event.target instanceof Element && event.target.closest('a')))
      return
    const [x, y] = [event.clientX - frame.left, event.clientY - frame.top]
    if (x < left || x > left + width || y < top || y > top + height) return
    const lap = nearest(laps, (one) => Math.abs(xOf(one) - x))
    if (lap === undefined) return
    const off = ({ values }: ChartLine) =>
      Math.abs(yOf(values[laps.indexOf(lap)] ?? Number.NaN) - y)
    const line = nearest(
      lines.filter((one) => off(one) <= nearPx),
      off,
    )
    if (line !== undefined) onChoose({ car: line.car, lap })
  })
  useEffect(() => {
    const chart = group.current?.ownerSVGElement
    const onClick = (event: MouseEvent) => pick(event)
    chart?.addEventListener('click', onClick)
    return () => chart?.removeEventListener('click', onClick)
  }, [])
  return group
}

function nearest<One>(all: readonly One[], distance: (one: One) => number): One | undefined {
  return all.toSorted((a, b) => distance(a) - distance(b))[0]
}
