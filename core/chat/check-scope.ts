import type { Scope as CheckScope } from '#core/domain/grounding/given.ts'
import type { Scope } from '#core/protocol/chat/scope.ts'
import type { SeasonNames } from './understanding/entities/season-names.ts'

/** What a sentence may name without citing it. */
export function checkScope(scope: Scope, names: SeasonNames): CheckScope {
  const raceIds = scope.raceIds ?? (scope.raceId === undefined ? [] : [scope.raceId])
  const cars = [...new Set([scope.car, ...(scope.cars ?? [])].filter((car) => car !== undefined))]
  return {
    raceIds,
    cars,
    laps: scope.laps ?? (scope.lap === undefined ? [] : [scope.lap]),
    sections: scope.section === undefined ? [] : [scope.section],
    ...(scope.trackId !== undefined && { trackId: scope.trackId }),
    ...(scope.car !== undefined && { me: scope.car }),
    trackNames: Object.fromEntries(names.tracks.map(({ trackId, spoken }) => [trackId, spoken])),
    raceDates: Object.fromEntries(
      [...names.races.values()].flatMap(({ raceId, date }) => (date ? [[raceId, date]] : [])),
    ),
  }
}
