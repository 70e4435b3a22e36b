import { CarNumber } from '#core/domain/ids.ts'
import { sectionIds, type SectionId } from '#core/domain/quantity.ts'
import type { LapEntry } from '#core/protocol/documents/lap-entry.ts'
import type { PatternDocument } from '#core/protocol/documents/pattern-document.ts'
import type { RaceDocument } from '#core/protocol/documents/race-document.ts'
import type { WeatherDocument } from '#core/protocol/documents/weather-document.ts'
import { type CoachedCar, coachedCar, coachedRace } from './coached-car.ts'
import { race, raceId, track, trackId, weather } from './race-fixtures.ts'

/** A car's number for tests: `car('13')`. */
export const car = (number: string): CarNumber => CarNumber.parse(number)

const plain = { n: 10, meanMs: 30_000, medianMs: 30_000, bestMs: 29_900, stdMs: 50 }

type Sections = NonNullable<PatternDocument['sections'][SectionId]>

/** Level with the quick quarter on ten laps. */
const pace: PatternDocument['lap'] = {
  paceN: 10,
  paceMs: 30_000,
  paceLowMs: 29_990,
  paceHighMs: 30_010,
  paceRank: 7,
  paceOf: 22,
  paceGapMs: 0,
  paceGapLowMs: -10,
  paceGapHighMs: 10,
  targetMs: null,
  repeatGainMs: null,
  targetLaps: [],
  targetN: 0,
}

/** A section with a pace gap and what else the test is about; the interval is 0.01 s to either side. */
export function section(paceGapMs = 0, parts: Partial<Sections> = {}): Sections {
  return {
    ...plain,
    medianGapMs: 200,
    meanGapMs: 210,
    ...pace,
    paceGapMs,
    paceGapLowMs: paceGapMs - 10,
    paceGapHighMs: paceGapMs + 10,
    own: { bestMs: 29_900, lap: 4, isClean: true, excludedBecause: [] },
    worstOnLaps: 0,
    shareOfSpread: null,
    watch: null,
    targetN: parts.targetLaps?.length ?? 0,
    ...parts,
  }
}

/** A clean lap; say only what the test is about. */
function lapEntry(lap: number, parts: Partial<LapEntry> = {}): LapEntry {
  return {
    lap,
    line: lap + 1,
    timeMs: { lap: 90_000, s1: 30_000, s2: 30_000, s3: 30_000 },
    correctedMs: { lap: 90_000, s1: 30_000, s2: 30_000, s3: 30_000 },
    flagAtLine: 'green',
    isClean: lap > 1,
    isGreen: lap > 1,
    excludedBecause: lap > 1 ? [] : ['opening-lap'],
    isIncident: false,
    isNotInOfficialList: false,
    isPersonalBest: false,
    isFieldBest: false,
    isPitIn: false,
    pitTimeMs: null,
    stint: 1,
    driverNumber: null,
    elapsedMs: lap * 90_000,
    hourMs: lap * 90_000,
    topSpeedKph: null,
    position: 5,
    ahead: null,
    intervalMs: null,
    placesLost: 0,
    lostTo: [],
    wonFrom: [],
    followed: null,
    ...parts,
  }
}

/** Laps 1 to `last`, those named changed. */
export function laps(
  last: number,
  changed: Readonly<Record<number, Partial<LapEntry>>> = {},
): PatternDocument['laps'] {
  const numbers = Array.from({ length: last }, (_, index) => index + 1)
  return Object.fromEntries(numbers.map((lap) => [String(lap), lapEntry(lap, changed[lap])]))
}

export const story: PatternDocument['story'] = {
  positionAfterLap1: 5,
  best: { position: 5, lap: 1 },
  worst: { position: 5, lap: 1 },
  placesWon: 0,
  placesLost: 0,
  startedFromPitLane: false,
  changes: [],
  followed: [],
  openings: [],
}

const nothingKnown = {
  resultLine: null,
  resultFile: null,
  bestLap: null,
  gapToCompositeMs: null,
  gapToJointMs: null,
  idealLapMs: null,
  idealCleanMs: null,
  idealJointMs: null,
  potentialMs: null,
  idealApartLaps: null,
  clean: { ...plain, slopeMsPerLap: null, slopeP: null },
  green: { ...plain, slopeMsPerLap: null, slopeP: null },
  subSections: {},
  opportunities: [],
  firstStandsOut: null,
  trend: null,
  steadyMs: null,
  steadyRank: null,
  steadyOf: null,
  consistencyScore: null,
  phases: [],
  quickStreak: null,
  evenStreak: null,
  stints: [],
  pitStops: [],
  strengths: [],
  paceAgainstResult: null,
  traffic: null,
}

/** Car 13 of race 1 at Barber, P5 after eleven laps, level with the quick quarter; nothing happened to it. */
function pattern(parts: Partial<PatternDocument>): PatternDocument {
  return {
    raceId,
    trackId,
    car: car('13'),
    carClass: 'Am',
    file: 'barber/23_Race 1.CSV',
    hasEnoughLaps: true,
    lapsDone: 11,
    cleanLaps: 10,
    position: 5,
    positionOnRoad: 5,
    ...nothingKnown,
    lap: pace,
    sections: Object.fromEntries(sectionIds.map((id) => [id, section()])),
    story,
    laps: laps(11),
    ...parts,
  }
}

/** The car that the test is about, with what is said of it, its race and its day. */
export function coached(
  parts: Partial<PatternDocument> = {},
  around: {
    readonly race?: Partial<RaceDocument>
    readonly weather?: Partial<WeatherDocument>
  } = {},
): CoachedCar {
  const document = pattern(parts)
  const written = {
    track,
    race: { ...race, ...around.race },
    weather: { ...weather, ...around.weather },
    patterns: [document, pattern({}), pattern({})],
  }
  return coachedCar(coachedRace(written), document)
}
