import type { Fact } from '#core/domain/fact.ts'
import { TrackId } from '#core/domain/ids.ts'
import type { Scope } from '#core/protocol/chat/scope.ts'
import type { Reading } from '../entities/reading.ts'

const tellsRaces = new Set(
  'season-results closest-race biggest-spread-track most-yellows'.split(' '),
)
const pointing =
  /\b(?:in |at )?(?:that (?:race|track|one|weekend)|there)(?=[?!., ]|$)(?! (?:a|any|was|is|were)\b)/

type Past = { readonly scope: Scope; readonly facts?: readonly Fact[] }

/** "Which race was the closest?", "who won there?": the race that the answer before put first. */
export function withRaceBefore(reading: Reading, last: Past | undefined): Reading {
  const isNamed = reading.mentions.some(
    ({ type }) => type === 'track' || type === 'race' || type === 'race-day' || type === 'races',
  )
  if (isNamed || last === undefined || !pointing.test(reading.text)) return reading
  if (!last.scope.intents.some((id) => tellsRaces.has(id))) return reading
  for (const { id } of last.facts ?? []) {
    const [, track, number] = /([a-z]+(?:-[a-z]+)*)-r([1-9])/.exec(id) ?? []
    const trackId = TrackId.safeParse(track)
    if (!trackId.success) continue
    return {
      text: reading.text.replace(pointing, 'at TRACK RACE'),
      mentions: [
        ...reading.mentions,
        { type: 'track', trackId: trackId.data },
        { type: 'race', raceNumber: Number(number) },
      ],
    }
  }
  return reading
}
