import { useQuery } from '@tanstack/react-query'
import type { CarSummary } from '#core/protocol/rest/car-summary.ts'
import { carSectionsQuery, ledgerQuery } from '../api/car-queries.ts'
import { carsQuery, fieldQuery, raceQuery } from '../api/race-queries.ts'
import { trackQuery } from '../api/track-queries.ts'
import type { ComparedCar } from './compared-car.ts'
import type { Comparison } from './comparison.ts'
import { defaultPartner } from './default-partner.ts'

/** All that a comparison draws: both cars, the race and its track; the field only where laps are compared. */
export function useCompared(raceId: string, car: string, { withCar, lap }: Comparison) {
  const cars = useQuery(carsQuery(raceId))
  const race = useQuery(raceQuery(raceId))
  // A race's id is its track's and its number: both can be asked for at once.
  const track = useQuery(trackQuery(raceId.replace(/-r[0-9]+$/, '')))
  const own = cars.data?.find((one) => one.car === car)
  const otherCar = withCar ?? (own && defaultPartner(own, cars.data ?? [])?.car) ?? car
  const other = cars.data?.find((one) => one.car === otherCar)
  const ownOne = useComparedCar(raceId, own)
  const otherOne = useComparedCar(raceId, other)
  const field = useQuery({
    ...fieldQuery(raceId, own?.carClass),
    enabled: own !== undefined && lap !== undefined,
  })
  const queries = [cars, race, track, ...ownOne.queries, ...otherOne.queries, field]
  const failed = queries.filter(({ error }) => error !== null)
  return {
    cars: cars.data,
    race: race.data,
    track: track.data,
    otherCar,
    own: ownOne.compared,
    other: otherOne.compared,
    /** The one that is not in this race. */
    missing: cars.data && (own === undefined ? car : other === undefined ? otherCar : undefined),
    field: field.data,
    error: failed[0]?.error ?? null,
    retry: () => {
      for (const query of failed) void query.refetch()
    },
  }
}

function useComparedCar(raceId: string, summary: CarSummary | undefined) {
  const enabled = summary !== undefined
  const laps = useQuery({ ...ledgerQuery(raceId, summary?.car ?? ''), enabled })
  const sections = useQuery({ ...carSectionsQuery(raceId, summary?.car ?? ''), enabled })
  const compared: ComparedCar | undefined =
    summary && laps.data && sections.data
      ? { summary, laps: laps.data, sections: sections.data }
      : undefined
  return { compared, queries: [laps, sections] }
}
