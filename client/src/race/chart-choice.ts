import { useCallback } from 'react'
import { useSearchParams } from 'react-router'
import { readSelection } from '../screen/selection.ts'
import type { ChartCar } from './lap-chart-lines.ts'

/** What is chosen in the lap chart: a line, a lap, or the point where both meet. */
export type ChartChoice = { readonly car?: ChartCar; readonly lap?: number }

type ChartChange = { readonly car?: string | null; readonly lap?: number | null }

/** It lives in the address, as what is chosen elsewhere does: `?car=13&lap=8`. `null` takes a choice back. */
export function useChartChoice(
  cars: readonly ChartCar[],
): readonly [ChartChoice, (change: ChartChange) => void] {
  const [search, setSearch] = useSearchParams()
  const choose = useCallback(
    (wanted: ChartChange) => {
      const after = new URLSearchParams(globalThis.location.search)
      for (const [name, value] of Object.entries(wanted)) {
        if (value === null) after.delete(name)
        else after.set(name, String(value))
      }
      setSearch(after, { preventScrollReset: true })
    },
    [setSearch],
  )
  const car = cars.find((one) => one.car === search.get('car'))
  const { lap } = readSelection(search)
  const isDriven = cars.some(({ laps }) => laps.some((one) => one.lap === lap))
  return [{ ...(car && { car }), ...(lap !== undefined && isDriven && { lap }) }, choose]
}

/** 'P3, 4.210 s behind the leader, into the pits' */
export function tellChoice(cars: readonly ChartCar[], { car, lap }: ChartChoice): string {
  if (car === undefined) return lap === undefined ? '' : tellLeader(cars, lap)
  const of = `Car ${car.car}`
  if (lap === undefined) {
    const last = car.laps.findLast(({ position }) => position !== null)
    return last === undefined
      ? `${of}: no position`
      : `${of}: P${last.position} after lap ${last.lap}`
  }
  const entry = car.laps.find((one) => one.lap === lap)
  if (entry === undefined) return `${of} did not end lap ${lap}`
  const { position, gapToLeaderMs, isPitIn } = entry
  const told = [
    position === null ? 'no position' : `P${position}`,
    ...(gapToLeaderMs === null || gapToLeaderMs === 0
      ? []
      : [`${(gapToLeaderMs / 1000).toFixed(3)} s behind the leader`]),
    ...(isPitIn ? ['into the pits'] : []),
  ]
  return `${of}, lap ${lap}: ${told.join(', ')}`
}

function tellLeader(cars: readonly ChartCar[], lap: number): string {
  const leader = cars.find(({ laps }) => laps.some((one) => one.lap === lap && one.position === 1))
  return leader === undefined ? `Lap ${lap}` : `Lap ${lap}: car ${leader.car} led at its end`
}

/** The question that fits what is chosen; undefined where nothing is. */
export function questionAbout({ car, lap }: ChartChoice): string | undefined {
  if (car === undefined) return lap === undefined ? undefined : `What happened on lap ${lap}?`
  return lap === undefined
    ? `How did the race of car ${car.car} go?`
    : `What happened to car ${car.car} on lap ${lap}?`
}
