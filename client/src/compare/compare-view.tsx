import Stack from '@mui/material/Stack'
import { useQuery } from '@tanstack/react-query'
import { useParams } from 'react-router'
import { ledgerQuery } from '../api/car-queries.ts'
import { carsQuery, fieldQuery } from '../api/race-queries.ts'
import { ServiceProblem } from '../api/service-problem.ts'
import { racesQuery } from '../api/season-queries.ts'
import { InventedNote } from '../shell/invented-note.tsx'
import { Problem } from '../shell/problem.tsx'
import { useTitle } from '../shell/use-title.ts'
import { ViewSkeleton } from '../shell/view-skeleton.tsx'
import { Compared } from './compared.tsx'
import { ComparePicks } from './compare-picks.tsx'
import { useComparison } from './comparison.ts'
import { defaultPartner } from './default-partner.ts'

/** A car beside another one, or a lap beside a lap: what is not like for like first. */
export function CompareView() {
  const { raceId = '', car = '' } = useParams()
  const [comparison, change] = useComparison()
  const cars = useQuery(carsQuery(raceId))
  const races = useQuery(racesQuery())
  const isInvented = races.data?.find((race) => race.raceId === raceId)?.isInvented === true
  const own = cars.data?.find((one) => one.car === car)
  const withCar = comparison.withCar ?? (own && defaultPartner(own, cars.data ?? [])?.car) ?? car
  const other = cars.data?.find((one) => one.car === withCar)
  const ownLaps = useQuery({ ...ledgerQuery(raceId, car), enabled: own !== undefined })
  const otherLaps = useQuery({ ...ledgerQuery(raceId, withCar), enabled: other !== undefined })
  const field = useQuery({
    ...fieldQuery(raceId, own?.carClass),
    enabled: own !== undefined && comparison.lap !== undefined,
  })
  useTitle(`Car ${car} and car ${withCar}`)
  const error = cars.error ?? ownLaps.error ?? otherLaps.error ?? field.error
  if (error !== null) return <Problem error={error} onRetry={() => void cars.refetch()} isView />
  if (cars.data === undefined) return <ViewSkeleton />
  if (own === undefined || other === undefined)
    return (
      <Problem
        isView
        error={
          new ServiceProblem(
            'not-found',
            `There is no car ${own === undefined ? car : withCar} in this race.`,
            404,
          )
        }
      />
    )
  if (ownLaps.data === undefined || otherLaps.data === undefined) return <ViewSkeleton />
  return (
    <Stack spacing={4}>
      {isInvented ? <InventedNote /> : null}
      <ComparePicks
        cars={cars.data}
        own={{ summary: own, laps: ownLaps.data }}
        other={{ summary: other, laps: otherLaps.data }}
        comparison={comparison}
        onChange={change}
      />
      <Compared
        own={{ summary: own, laps: ownLaps.data }}
        other={{ summary: other, laps: otherLaps.data }}
        comparison={comparison}
        field={field.data}
      />
    </Stack>
  )
}
