import { dataQuality } from '#core/domain/data-quality.ts'
import { sectionIds } from '#core/domain/quantity.ts'
import type { QualityNote } from '#core/domain/quality-note.ts'
import type { WeatherSample } from '#core/domain/race-timing.ts'
import type { Track } from '#core/domain/track.ts'
import { weatherSeries, type WeatherVariable } from '#core/domain/weather-series.ts'
import { classKey } from '#core/protocol/documents/collections.ts'
import type { RaceDocument } from '#core/protocol/documents/race-document.ts'
import type { TrackDocument } from '#core/protocol/documents/track-document.ts'
import type { WeekendRace } from './weekend.ts'

export function raceDocument(
  race: WeekendRace,
  track: Track,
  sums: TrackDocument['classes'],
): RaceDocument {
  const { timing, ledger, view } = race
  const cars = [...view.cars].map(([car, laps]) => ({
    car,
    carClass: laps[0]?.carClass ?? '',
    laps: laps.length,
  }))
  return {
    raceId: timing.raceId,
    trackId: timing.trackId,
    raceNumber: timing.raceNumber,
    isInvented: timing.isInvented,
    date: timing.date ?? null,
    utcOffsetHours: timing.utcOffsetHours ?? null,
    laps: ledger.length,
    cleanLaps: ledger.filter(({ isClean }) => isClean).length,
    sectionTimes: sum(ledger.map((lap) => sectionIds.filter((id) => id in lap.timeMs).length)),
    raceLaps: Math.max(0, ...cars.map(({ laps }) => laps)),
    cars,
    flags: countBy(ledger.map(({ flagAtLine }) => flagAtLine)),
    phases: race.phases.map((phase) => ({ ...phase, restartLap: phase.restartLap ?? null })),
    classes: classes(race, sums),
    layout: {
      parts: race.layout.parts.map((part) => [...part]),
      subSections: [...race.layout.subSections],
    },
    classification: timing.results?.classification ?? null,
    files: {
      timing: timing.timingFile,
      weather: timing.weather?.file ?? null,
      results: timing.results?.file ?? null,
      bestLaps: timing.bestLaps?.file ?? null,
    },
    columns: race.columns,
    weather: weatherCoverage(race),
    dataQuality: dataQuality(timing, ledger, track, race.refusedRows).map(noteOf),
  }
}

function classes(race: WeekendRace, sums: TrackDocument['classes']): RaceDocument['classes'] {
  return Object.fromEntries(
    Object.entries(sums).map(([key, { carClass, sections, composite }]) => {
      const laps = race.ledger.filter((lap) => classKey(lap.carClass) === key)
      return [
        key,
        {
          carClass,
          cars: [...new Set(laps.map(({ car }) => car))],
          laps: laps.length,
          cleanLaps: laps.filter(({ isClean }) => isClean).length,
          sections,
          composite,
        },
      ]
    }),
  )
}

function weatherCoverage({ timing }: WeekendRace): RaceDocument['weather'] {
  const samples = timing.weather?.rows ?? []
  const times = samples.map(({ utcSeconds }) => utcSeconds)
  if (times.length === 0) return null
  return {
    samples: times.length,
    firstUtcSeconds: Math.min(...times),
    lastUtcSeconds: Math.max(...times),
    airTempC: rangeOf(samples, 'airTempC'),
    humidityPct: rangeOf(samples, 'humidityPct'),
  }
}

/** A value that never changes has no sensor behind it. */
function rangeOf(samples: readonly WeatherSample[], variable: WeatherVariable) {
  const { range, isConstant } = weatherSeries(samples, variable, 'seconds')
  return range === undefined || isConstant ? null : { min: range.min, max: range.max }
}

function noteOf(note: QualityNote): RaceDocument['dataQuality'][number] {
  return {
    code: note.code,
    text: note.text,
    count: note.count ?? null,
    cars: [...(note.cars ?? [])],
    laps: (note.laps ?? []).map(({ car, lapNumber }) => ({ car, lap: lapNumber })),
  }
}

function countBy<Key extends string>(keys: readonly Key[]): { [key in Key]?: number } {
  const counts: { [key in Key]?: number } = {}
  for (const key of keys) counts[key] = (counts[key] ?? 0) + 1
  return counts
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}
