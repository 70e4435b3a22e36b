import type { RaceDocument } from '#core/protocol/documents/race-document.ts'
import type { RaceAnswer, RaceSummary } from '#core/protocol/rest/race-answer.ts'

export function presentRace(race: RaceDocument, trackName: string): RaceAnswer {
  return { ...race, trackName, classes: Object.values(race.classes) }
}

export function presentRaceSummary(race: RaceDocument, trackName: string): RaceSummary {
  return {
    raceId: race.raceId,
    trackId: race.trackId,
    trackName,
    raceNumber: race.raceNumber,
    isInvented: race.isInvented,
    date: race.date,
    utcOffsetHours: race.utcOffsetHours,
    laps: race.laps,
    cleanLaps: race.cleanLaps,
    raceLaps: race.raceLaps,
    classification: race.classification,
    layout: race.layout,
    carCount: race.cars.length,
    carClasses: Object.values(race.classes).map(({ carClass }) => carClass),
    hasWeather: race.weather !== null,
    weather: race.weather && {
      airTempC: race.weather.airTempC,
      humidityPct: race.weather.humidityPct,
    },
    noteCount: race.dataQuality.length,
    fastestLap: fastestLapOf(race),
  }
}

function fastestLapOf(race: RaceDocument): RaceSummary['fastestLap'] {
  const laps = Object.values(race.classes).flatMap(({ composite }) => composite.fastestLap ?? [])
  return laps.toSorted((a, b) => a.lapTimeMs - b.lapTimeMs)[0] ?? null
}
