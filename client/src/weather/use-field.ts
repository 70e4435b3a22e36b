import { useQuery } from '@tanstack/react-query'
import { fieldQuery } from '../api/race-queries.ts'

/** What the track did to a class; to the one with the most laps where none is named, which most races have alone. */
export function useField(raceId: string, carClass: string | undefined) {
  const most = useQuery(fieldQuery(raceId))
  const isOther =
    carClass !== undefined && most.data !== undefined && most.data.carClass !== carClass
  const other = useQuery({ ...fieldQuery(raceId, carClass), enabled: isOther })
  return isOther ? other : most
}
