import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { RaceSummary } from '#core/protocol/rest/race-answer.ts'
import { racesQuery } from '../api/queries.ts'
import type { RaceNames } from './scope-words.ts'

/** 'Barber Race 1' */
export function raceNameOf({ trackName, raceNumber }: RaceSummary): string {
  return `${trackName} Race ${raceNumber}`
}

/** The names of the season's races; until they are loaded, none. */
export function useRaceNames(): RaceNames {
  const { data } = useQuery(racesQuery())
  return useMemo(() => {
    const names = new Map((data ?? []).map((race) => [String(race.raceId), raceNameOf(race)]))
    return (raceId) => names.get(raceId)
  }, [data])
}
