import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { RaceSummary } from '#core/protocol/rest/race-answer.ts'
import type { TrackSummary } from '#core/protocol/rest/track-answer.ts'
import { racesQuery, tracksQuery } from '../api/season-queries.ts'
import type { RaceNames } from './scope-words.ts'

/** 'Barber Race 1' by race, 'Barber' by track. Asked for where a race is to be named; until then, and until it is there, none. */
export function useRaceNames(isNeeded: boolean): RaceNames {
  const { data: races } = useQuery({ ...racesQuery(), enabled: isNeeded })
  const { data: tracks, isPending } = useQuery({ ...tracksQuery(), enabled: isNeeded })
  return useMemo(
    () => raceNames(isPending ? [] : (races ?? []), tracks ?? []),
    [races, tracks, isPending],
  )
}

function raceNames(races: readonly RaceSummary[], tracks: readonly TrackSummary[]): RaceNames {
  const short = new Map(tracks.map(({ trackId, shortName }) => [String(trackId), shortName]))
  const names = new Map(
    races.map(({ raceId, trackId, trackName, raceNumber }) => [
      String(raceId),
      `${short.get(trackId) ?? trackName} Race ${raceNumber}`,
    ]),
  )
  return (id) => names.get(id) ?? short.get(id)
}
