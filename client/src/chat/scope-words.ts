import { sectionName } from '#core/domain/fact-text.ts'
import { listed } from '#core/domain/wording.ts'
import { intentWords } from '#core/protocol/chat/intent-words.ts'
import type { LapFilter, Scope } from '#core/protocol/chat/scope.ts'

/** What a part of an understood question is about; each can be changed by itself. */
export type ScopePart = {
  readonly about: 'intent' | 'car' | 'race' | 'track' | 'laps' | 'section'
  readonly text: string
}

/** 'Barber Race 1' of a race's id, 'Barber' of a track's. */
export type RaceNames = (raceId: string) => string | undefined

/** Intents that are answered over all green laps where nothing else was said. */
const overGreenLaps: ReadonlySet<string> = new Set([
  'compare-cars',
  'compare-races',
  'compare-sections',
  'consistency',
  'driver-or-car',
  'field-figures',
  'gap-to-composite',
  'ideal-lap',
  'improved',
  'lap-std',
  'mean-lap',
  'median-lap',
  'onboard',
  'pace',
  'pace-needed',
  'pace-vs-result',
  'ranking',
  'repeat',
  'same-section',
  'section-figures',
  'several-cars',
  'spread',
  'straight-or-corners',
  'streaks',
  'strengths',
  'sub-sections',
  'summary',
  'track-or-me',
  'trend',
  'where-time',
  'work-on',
])

/** 'where the time lies', 'Car 3', 'Barber Race 1', 'all green laps': how a question was understood. */
export function scopeParts(scope: Scope, nameOf: RaceNames): readonly ScopePart[] {
  const asked = scope.intents.flatMap((intent) => intentWords(intent) ?? [])
  const car = carWords(scope)
  const race = raceWords(scope, nameOf)
  const track = race === undefined && scope.trackId !== undefined && nameOf(scope.trackId)
  const laps = lapWords(scope)
  return [
    ...(asked.length === 0 ? [] : [{ about: 'intent' as const, text: listed(asked) }]),
    ...(car === undefined ? [] : [{ about: 'car' as const, text: car }]),
    ...(race === undefined ? [] : [{ about: 'race' as const, text: race }]),
    ...(track ? [{ about: 'track' as const, text: track }] : []),
    ...(scope.section === undefined
      ? []
      : [{ about: 'section' as const, text: sectionName(scope.section) }]),
    ...(laps === undefined ? [] : [{ about: 'laps' as const, text: laps }]),
  ]
}

function carWords({ car, cars = [] }: Scope): string | undefined {
  if (cars.length > 1) return `Cars ${listed(cars)}`
  const one = cars[0] ?? car
  return one === undefined ? undefined : `Car ${one}`
}

function raceWords({ raceId, raceIds = [] }: Scope, nameOf: RaceNames): string | undefined {
  const ids = raceIds.length > 0 ? raceIds : raceId === undefined ? [] : [raceId]
  const names = ids.flatMap((id) => nameOf(id) ?? [])
  return names.length === 0 ? undefined : listed(names)
}

function lapWords({ intents, lap, laps = [], filter }: Scope): string | undefined {
  if (laps.length > 1) return `laps ${listed(laps.map(String))}`
  const filtered = filterWords(filter ?? {})
  if (filtered !== '') return filtered
  const one = laps[0] ?? lap
  if (one !== undefined) return `lap ${one}`
  return intents.some((intent) => overGreenLaps.has(intent)) ? 'all green laps' : undefined
}

function filterWords({
  without = [],
  fromLap,
  toLap,
  withoutTraffic,
  afterRestart,
}: LapFilter): string {
  const lapsOut =
    without.length === 0
      ? []
      : [`without lap${without.length > 1 ? 's' : ''} ${listed(without.map(String))}`]
  const words = [
    ...rangeWords(fromLap, toLap),
    ...lapsOut,
    ...(withoutTraffic === true ? ['without traffic'] : []),
    ...(afterRestart === true ? ['after a restart'] : []),
  ]
  return words.length === 0 ? '' : `green laps ${words.join(', ')}`
}

function rangeWords(from: number | undefined, to: number | undefined): readonly string[] {
  if (from !== undefined && to !== undefined) return [`${from} to ${to}`]
  if (from !== undefined) return [`from ${from} on`]
  return to === undefined ? [] : [`up to ${to}`]
}
