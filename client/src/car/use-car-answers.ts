import { useQuery } from '@tanstack/react-query'
import type { TrackAnswer } from '#core/protocol/rest/track-answer.ts'
import type { PatternsAnswer } from '#core/protocol/rest/patterns-answer.ts'
import type { RaceAnswer } from '#core/protocol/rest/race-answer.ts'
import {
  carSectionsQuery,
  ledgerQuery,
  patternsQuery,
  raceCompositeQuery,
  raceQuery,
  trackQuery,
} from '../api/queries.ts'
import type { Reference } from '../screen/selection.ts'
import type { FigureSources } from './part-figures.ts'

export type CarAnswers = {
  readonly race: RaceAnswer
  readonly track: TrackAnswer
  readonly patterns: PatternsAnswer
  readonly sources: FigureSources
  /** What was asked for in addition could not be had: the rest stands. */
  readonly extraError: Error | null
}

type Wanted = {
  readonly raceId: string
  readonly car: string
  readonly against: Reference
  readonly needsComposite: boolean
}

/** All that a car's view draws; nothing is asked for that it does not show. */
export function useCarAnswers({ raceId, car, against, needsComposite }: Wanted) {
  const race = useQuery(raceQuery(raceId))
  // A race's id is its track's and its number: both can be asked for at once.
  const track = useQuery(trackQuery(raceId.replace(/-r[0-9]+$/, '')))
  const patterns = useQuery(patternsQuery(raceId, car))
  const sections = useQuery(carSectionsQuery(raceId, car))
  const ledger = useQuery(ledgerQuery(raceId, car))
  const composite = useQuery({ ...raceCompositeQuery(raceId), enabled: needsComposite })
  const otherCar = against.startsWith('car-') ? against.slice('car-'.length) : undefined
  const other = useQuery({
    ...carSectionsQuery(raceId, otherCar ?? car),
    enabled: otherCar !== undefined,
  })
  const all = [race, track, patterns, sections, ledger]
  const error = all.find((query) => query.error !== null)?.error ?? null
  const retry = () => {
    for (const query of all) if (query.error !== null) void query.refetch()
  }
  if (!race.data || !track.data || !patterns.data || !sections.data || !ledger.data)
    return { error, retry, answers: undefined }
  const carClass = patterns.data.carClass
  const answers: CarAnswers = {
    race: race.data,
    track: track.data,
    patterns: patterns.data,
    sources: {
      sections: sections.data,
      ledger: ledger.data,
      composite: composite.data?.classes.find((one) => one.carClass === carClass),
      other: otherCar === undefined ? undefined : other.data,
    },
    extraError: composite.error ?? other.error,
  }
  return { error: null, retry, answers }
}
