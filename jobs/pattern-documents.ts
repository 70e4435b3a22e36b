import { type CarFigures } from '#core/domain/car-figures.ts'
import type { CorrectedCar, CorrectedClass } from '#core/domain/corrected-figures.ts'
import { positionsOnRoad, resultPositions } from '#core/domain/finish.ts'
import type { CarNumber } from '#core/domain/ids.ts'
import { paceAgainstResult } from '#core/domain/pace-against-result.ts'
import { phases } from '#core/domain/change-points.ts'
import { raceStory } from '#core/domain/race-story.ts'
import { stintsOf } from '#core/domain/pit-stops.ts'
import { streaks } from '#core/domain/streaks.ts'
import { strengths } from '#core/domain/strengths.ts'
import { carsInTraffic, freeLaps } from '#core/domain/traffic.ts'
import { carInRaceId } from '#core/protocol/documents/collections.ts'
import type { PatternDocument } from '#core/protocol/documents/pattern-document.ts'
import { ledgerEntries } from './ledger-entries.ts'
import { paceFigures, sectionFigures, subSectionFigures } from './pace-figures.ts'
import { storyOf } from './story.ts'
import type { WeekendRace } from './weekend.ts'

/** Below this a car has documents that say that there is not enough. */
const fewestCleanLaps = 3

/** What is found once for all cars of a race. */
type Shared = {
  readonly race: WeekendRace
  readonly onRoad: ReadonlyMap<CarNumber, number>
  readonly official: ReadonlyMap<CarNumber, number>
  readonly resultLines: ReadonlyMap<CarNumber, number>
  readonly isFree: ReturnType<typeof freeLaps>
}

/** The document of every car of a race. */
export function patternDocuments(race: WeekendRace) {
  const { timing, view } = race
  const shared: Shared = {
    race,
    onRoad: positionsOnRoad(timing.laps),
    official: resultPositions(timing.results),
    resultLines: new Map(timing.results?.rows.map(({ car, line }) => [car, line])),
    isFree: freeLaps(race.ledger, view.followed),
  }
  return race.corrected.flatMap((corrected) => {
    const results = paceAgainstResult(corrected, shared.official)
    const traffic = new Map(
      carsInTraffic(corrected, shared.isFree).map((entry) => [entry.car, entry]),
    )
    return [...corrected.cars.values()].map((car) => {
      const { closeLaps, freeLaps: free, differenceMs } = traffic.get(car.car) ?? {}
      const result = results.get(car.car)
      return {
        id: carInRaceId(timing.raceId, car.car),
        document: {
          ...identity(shared, car.car, corrected.carClass),
          ...plainFigures(race, car.car),
          ...correctedFigures(corrected, car, shared),
          paceAgainstResult:
            result === undefined
              ? null
              : {
                  paceRank: result.paceRank,
                  resultRank: result.resultRank,
                  cars: result.cars,
                  placesBelowPace: result.placesBelowPace,
                },
          traffic:
            closeLaps === undefined || free === undefined || differenceMs === undefined
              ? null
              : { closeLaps, freeLaps: free, differenceMs },
          ...runs(race, car.car),
          laps: ledgerEntries(race, car),
        } satisfies PatternDocument,
      }
    })
  })
}

function identity(
  { race, onRoad, official, resultLines }: Shared,
  car: CarNumber,
  carClass: string,
) {
  const { timing } = race
  const line = resultLines.get(car)
  return {
    raceId: timing.raceId,
    trackId: timing.trackId,
    car,
    carClass,
    file: timing.timingFile,
    position: official.get(car) ?? null,
    positionOnRoad: onRoad.get(car) ?? 0,
    resultFile: line === undefined ? null : (timing.results?.file ?? null),
    resultLine: line ?? null,
  }
}

function figuresOf(race: WeekendRace, car: CarNumber): CarFigures {
  const figures = race.figures.find((entry) => entry.car === car)
  if (figures === undefined) throw new Error(`car ${car} of ${race.timing.raceId} has no figures`)
  return figures
}

function plainFigures(race: WeekendRace, car: CarNumber) {
  const figures = figuresOf(race, car)
  return {
    hasEnoughLaps: figures.cleanLaps >= fewestCleanLaps,
    lapsDone: figures.laps,
    cleanLaps: figures.cleanLaps,
    bestLap:
      figures.bestLap === undefined
        ? null
        : { lap: figures.bestLap.lap.lapNumber, lapTimeMs: figures.bestLap.lapTimeMs },
    gapToCompositeMs: figures.gapToCompositeMs ?? null,
    gapToJointMs: figures.gapToJointMs ?? null,
    idealLapMs: figures.ideal.sumMs ?? null,
    idealCleanMs: figures.idealClean.sumMs ?? null,
    idealJointMs: figures.jointIdeal?.jointMs ?? null,
    potentialMs: figures.potentialMs ?? null,
    idealApartLaps: figures.ideal.lapsApart ?? null,
    clean: lapSet(figures.clean),
    green: lapSet(figures.green),
  }
}

function lapSet({ lap, trend }: CarFigures['clean']): PatternDocument['clean'] {
  return {
    n: lap.n,
    meanMs: lap.meanMs ?? null,
    medianMs: lap.medianMs ?? null,
    bestMs: lap.bestMs ?? null,
    stdMs: lap.stdMs ?? null,
    slopeMsPerLap: trend?.msPerLap ?? null,
    slopeP: trend?.p ?? null,
  }
}

function correctedFigures(corrected: CorrectedClass, car: CorrectedCar, { race, isFree }: Shared) {
  const { list, firstStandsOut } = car.opportunities
  const steady = [...corrected.cars.values()].filter(({ steadiness }) => steadiness !== undefined)
  return {
    lap: paceFigures(corrected, car, 'lap'),
    sections: sectionFigures(corrected, car, figuresOf(race, car.car), isFree),
    subSections: subSectionFigures(corrected, car, isFree),
    opportunities: list.map(({ section }) => section),
    firstStandsOut: firstStandsOut ?? null,
    trend: car.trend ?? null,
    steadyMs: car.steadiness?.steadyMs ?? null,
    steadyRank: car.steadiness?.rank ?? null,
    steadyOf: car.steadiness === undefined ? null : steady.length,
    consistencyScore: car.steadiness?.consistencyScore ?? null,
    ...phasesAndStreaks(car),
    strengths: strengths(car, corrected.field).map((strength) => ({
      quantity: strength.quantity,
      paceGapMs: strength.paceGapMs,
      gapPct: strength.gapPct,
      paceRank: strength.rank,
      isAhead: strength.isAhead,
      isSurelyAhead: strength.isSurelyAhead,
    })),
  }
}

function phasesAndStreaks({ quantities }: CorrectedCar) {
  const { laps = [], pace } = quantities.lap ?? {}
  const runs = pace === undefined ? {} : streaks(laps, pace.paceMs)
  return {
    phases: phases(laps).map((phase) => ({ ...phase, shiftMs: phase.shiftMs ?? null })),
    quickStreak: runs.quick ?? null,
    evenStreak: runs.even ?? null,
  }
}

function runs({ view }: WeekendRace, car: CarNumber) {
  const own = view.cars.get(car) ?? []
  const story = raceStory(own, view)
  return {
    stints: [...stintsOf(own)],
    pitStops: story.pitStops.map((stop) => ({
      inLap: stop.inLap ?? null,
      outLap: stop.outLap ?? null,
      pitTimeMs: stop.pitTimeMs ?? null,
    })),
    story: storyOf(story),
  }
}
