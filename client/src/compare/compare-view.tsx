import Stack from '@mui/material/Stack'
import { useParams } from 'react-router'
import { ServiceProblem } from '../api/service-problem.ts'
import { InventedNote } from '../shell/invented-note.tsx'
import { Problem } from '../shell/problem.tsx'
import { useTitle } from '../shell/use-title.ts'
import { ViewSkeleton } from '../shell/view-skeleton.tsx'
import { Compared } from './compared.tsx'
import { ComparePicks } from './compare-picks.tsx'
import { useComparison } from './comparison.ts'
import { useCompared } from './use-compared.ts'

/** A car beside another one, or a lap beside a lap: what is not like for like first. */
export function CompareView() {
  const { raceId = '', car = '' } = useParams()
  const [comparison, change] = useComparison()
  const found = useCompared(raceId, car, comparison)
  const { cars, own, other, race, track, field, error, retry } = found
  useTitle(`Car ${car} and car ${found.otherCar}`)
  if (error !== null) return <Problem error={error} onRetry={retry} isView />
  if (found.missing !== undefined) return <Problem error={notThere(found.missing)} isView />
  if (!cars || !own || !other || !race || !track) return <ViewSkeleton />
  const both = { own, other, comparison }
  return (
    <Stack spacing={4}>
      {race.isInvented ? <InventedNote /> : null}
      <ComparePicks {...both} cars={cars} onChange={change} />
      <Compared {...both} field={field} race={race} track={track} />
    </Stack>
  )
}

function notThere(car: string): ServiceProblem {
  return new ServiceProblem('not-found', `There is no car ${car} in this race.`, 404)
}
