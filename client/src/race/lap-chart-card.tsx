import Skeleton from '@mui/material/Skeleton'
import ToggleButton from '@mui/material/ToggleButton'
import ToggleButtonGroup from '@mui/material/ToggleButtonGroup'
import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense } from 'react'
import { useSearchParams } from 'react-router'
import type { RaceAnswer } from '#core/protocol/rest/race-answer.ts'
import { lapChartQuery } from '../api/race-queries.ts'
import { Card } from '../shell/card.tsx'
import { Problem } from '../shell/problem.tsx'
import { WhenNear } from '../shell/when-near.tsx'
import { slowPhases } from './race-phases.ts'
import { chartHeight, type ChartKind } from './lap-chart-lines.ts'

const LapChartPlot = lazy(async () => ({
  default: (await import('./lap-chart-plot.tsx')).LapChartPlot,
}))

const notes: Record<ChartKind, string> = {
  positions: 'Order at the line, lap by lap; shaded: the race neutralised; P: pit stop',
  gaps: 'Seconds behind the leader at the line; shaded: the race neutralised; P: pit stop',
}

/** Positions or gaps of all cars over the laps of a race. */
export function LapChartCard({ race }: { readonly race: RaceAnswer }) {
  const [search, setSearch] = useSearchParams()
  const kind: ChartKind = search.get('chart') === 'gaps' ? 'gaps' : 'positions'
  const choose = (_: unknown, chosen: ChartKind | null) => {
    if (chosen === null) return
    const after = new URLSearchParams(search)
    after.set('chart', chosen)
    setSearch(after, { preventScrollReset: true, replace: true })
  }
  return (
    <Card
      title="Lap chart"
      note={notes[kind]}
      aside={
        <ToggleButtonGroup
          exclusive
          size="small"
          value={kind}
          onChange={choose}
          aria-label="What is drawn"
        >
          <ToggleButton value="positions">Positions</ToggleButton>
          <ToggleButton value="gaps">Gaps</ToggleButton>
        </ToggleButtonGroup>
      }
    >
      <WhenNear placeholder={<Room cars={race.cars.length} />}>
        <LapChart race={race} kind={kind} />
      </WhenNear>
    </Card>
  )
}

function LapChart({ race, kind }: { readonly race: RaceAnswer; readonly kind: ChartKind }) {
  const { data, error, refetch } = useQuery(lapChartQuery(race.raceId))
  if (error !== null) return <Problem error={error} onRetry={() => void refetch()} />
  const room = <Room cars={race.cars.length} />
  if (data === undefined) return room
  return (
    <Suspense fallback={room}>
      <LapChartPlot
        cars={data.cars}
        kind={kind}
        phases={slowPhases(race.phases)}
        raceId={race.raceId}
      />
    </Suspense>
  )
}

/** As high as the chart with what stands under it, so that nothing moves when it comes. */
function Room({ cars }: { readonly cars: number }) {
  const height = chartHeight(cars)
  return <Skeleton variant="rounded" sx={{ height: { xs: height + 160, md: height + 92 } }} />
}
