import { RaceId, TrackId } from '#core/domain/ids.ts'
import { sectionIds } from '#core/domain/quantity.ts'
import { RaceDocument } from '#core/protocol/documents/race-document.ts'
import { TrackDocument } from '#core/protocol/documents/track-document.ts'
import { WeatherDocument } from '#core/protocol/documents/weather-document.ts'
import { unwritten } from './say.ts'

export const raceId = RaceId.parse('barber-r1')
export const trackId = TrackId.parse('barber')

/** Barber with its corners. */
export const track = TrackDocument.parse({
  trackId,
  name: 'Barber Motorsports Park',
  shortName: 'Barber',
  location: null,
  aliases: [],
  direction: null,
  lengthM: null,
  kphLengthM: null,
  sections: [],
  cornerNote: null,
  cornerPositions: null,
  pitInM: null,
  pitOutM: null,
  speedTrapM: null,
  outline: {
    lengthM: 12,
    sectionEndsM: { s1: 3, s2: 8, s3: 12 },
    points: [
      [0, 0],
      [3, 0],
      [0, 4],
    ],
  },
  sources: [],
  isInvented: true,
  cornerRanges: { s1: 'Turns 1–4', s2: 'Turns 5–11', s3: 'Turns 12–17' },
  classes: {},
})

/** Eleven laps of one class. */
export const race = RaceDocument.parse({
  raceId,
  trackId,
  raceNumber: 1,
  isInvented: true,
  date: null,
  utcOffsetHours: null,
  laps: 11,
  cleanLaps: 10,
  sectionTimes: 33,
  raceLaps: 11,
  cars: [{ car: '13', carClass: 'Am', laps: 11 }],
  flags: {},
  phases: [],
  classes: {
    am: {
      carClass: 'Am',
      cars: ['13'],
      laps: 11,
      cleanLaps: 10,
      sections: sectionIds,
      composite: { sumMs: null, jointMs: null, jointFrom: null, shown: null, fastestLap: null },
    },
  },
  layout: { parts: [['s1'], ['s2'], ['s3']], subSections: ['s1a', 's1b', 's2a', 's2b'] },
  classification: null,
  files: { timing: 'barber/23_Race 1.CSV', weather: null, results: null, bestLaps: null },
  columns: {},
  weather: null,
  dataQuality: [],
})

/** A day without weather, of which nothing is known. */
export const weather = WeatherDocument.parse({
  raceId,
  trackId,
  file: null,
  samples: 0,
  clampedLaps: null,
  series: [],
  laps: {},
  variables: {},
  rain: { samples: 0, maximum: null, sentence: unwritten },
  field: {},
  regression: {
    kind: 'not-fitted',
    n: 0,
    needed: 20,
    leftOut: [],
    collinear: [],
    sentence: unwritten,
    because: 'no-weather',
  },
  traffic: null,
  otherRace: null,
  sentences: [],
})
