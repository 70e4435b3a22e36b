import type { RaceAnswer } from '#core/protocol/rest/race-answer.ts'

/** How the track moved under everyone, and the weather under the same laps. */
export function RaceWeather({ race: _race }: { readonly race: RaceAnswer }) {
  return null
}
