import { useQuery } from '@tanstack/react-query'
import type { PatternsAnswer } from '#core/protocol/rest/patterns-answer.ts'
import type { RaceAnswer } from '#core/protocol/rest/race-answer.ts'
import type { TrackAnswer } from '#core/protocol/rest/track-answer.ts'
import { patternsQuery } from '../api/car-queries.ts'
import { raceQuery } from '../api/race-queries.ts'
import { trackQuery } from '../api/track-queries.ts'
import type { FigureSources } from './part-figures.ts'
import { useFigureSources, type Wanted } from './use-figure-sources.ts'

export type CarAnswers = {
  readonly race: RaceAnswer
  readonly track: TrackAnswer
  readonly patterns: PatternsAnswer
  readonly sources: FigureSources
  /** What was asked for in addition could not be had: the rest stands. */
  readonly extraError: Error | null
}

/** All that a car's view draws; nothing is asked for that it does not show. */
export function useCarAnswers(wanted: Wanted) {
  const { raceId, car } = wanted
  const race = useQuery(raceQuery(raceId))
  // A race's id is its track's and its number: both can be asked for at once.
  const track = useQuery(trackQuery(raceId.replace(/-r[0-9]+$/, '')))
  const patterns = useQuery(patternsQuery(raceId, car))
  const { sources, queries, extras } = useFigureSources(wanted)
  // What is there already stays, also where asking for it anew failed.
  const failed = [race, track, patterns, ...queries].filter(
    ({ data, error }) => data === undefined && error !== null,
  )
  const retry = () => {
    for (const query of failed) void query.refetch()
  }
  const error = failed[0]?.error ?? null
  if (!race.data || !track.data || !patterns.data || !sources)
    return { error, retry, answers: undefined }
  const extraError = extras.find((query) => query.error !== null)?.error ?? null
  const answers: CarAnswers = {
    race: race.data,
    track: track.data,
    patterns: patterns.data,
    sources,
    extraError,
  }
  return { error, retry, answers }
}
