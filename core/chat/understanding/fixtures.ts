import { readSeeds } from '#core/adapters/seeds.ts'
import { readIntentSeeds } from '#core/adapters/intent-seeds.ts'
import { openClassifier } from '#core/adapters/open-classifier.ts'
import { CarNumber, raceIdOf } from '#core/domain/ids.ts'
import type { Track } from '#core/domain/track.ts'
import { RaceDocument } from '#core/protocol/documents/race-document.ts'
import { TrackDocument } from '#core/protocol/documents/track-document.ts'
import type { Classifier } from './intents/classifier.ts'
import type { SeasonNames } from './entities/season-names.ts'
import { seasonNames } from './entities/season-names.ts'

const root = new URL('../../..', import.meta.url).pathname
const folder = `${root}seeds`

/** Barber has one car 3, COTA two printed alike, Indianapolis 3 and 03, 21 and 021. */
const cars: Readonly<Record<string, string>> = {
  barber: '3 13 18 2 21 22 31 46 5 51 55 7 93 98',
  cota: '3 3-2 8 13 22 31 46 51 93 98',
  indianapolis: '021 03 3 13 21 22 31 46 8 98',
}

/** The seven tracks of the seeds, two races each: 27 laps with a restart on lap 3, 28 laps without one. */
export async function exampleNames(): Promise<SeasonNames> {
  const { tracks, calendar } = await readSeeds(folder)
  const races = tracks.flatMap((track) =>
    [1, 2].map((raceNumber) => {
      const raceId = raceIdOf(track.trackId, raceNumber)
      const date = calendar.races.find((race) => race.raceId === raceId)?.date
      return raceDocument(track, raceNumber, date ?? null)
    }),
  )
  return seasonNames(tracks.map(trackDocument), races)
}

let opened: Promise<Classifier> | undefined

/** Opened once for all test files that share a process. */
export function exampleClassifier(): Promise<Classifier> {
  return (opened ??= openClassifier(root))
}

export function readExampleIntents() {
  return readIntentSeeds(folder)
}

function trackDocument(track: Track): TrackDocument {
  return TrackDocument.parse({ ...track, isInvented: false, cornerRanges: {}, classes: {} })
}

function raceDocument(track: Track, raceNumber: number, date: string | null): RaceDocument {
  const raceLaps = raceNumber === 1 ? 27 : 28
  const numbers = (cars[track.trackId] ?? '3 13 22 31 46').split(' ')
  return RaceDocument.parse({
    raceId: raceIdOf(track.trackId, raceNumber),
    trackId: track.trackId,
    raceNumber,
    isInvented: false,
    date,
    utcOffsetHours: null,
    laps: 0,
    cleanLaps: 0,
    sectionTimes: 0,
    raceLaps,
    cars: numbers.map((car) => ({ car: CarNumber.parse(car), carClass: 'Am', laps: raceLaps })),
    flags: {},
    phases: raceNumber === 1 ? [{ flag: 'green', fromLap: 3, toLap: raceLaps, restartLap: 3 }] : [],
    classes: {},
    layout: { parts: [['s1'], ['s2'], ['s3']], subSections: ['s1a', 's1b'] },
    classification: null,
    files: { timing: 'timing.csv', weather: null, results: null, bestLaps: null },
    columns: {},
    weather: null,
    dataQuality: [],
  })
}
