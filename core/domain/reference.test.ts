import { beforeAll, describe, expect, test } from 'vitest'
import * as z from 'zod'
import { readRealRaces, type RealRace } from '#core/adapters/real-races.ts'
import { realSeason, referenceRace, referenceRaces } from '#core/adapters/real-season.ts'
import { byCar } from './car-laps.ts'
import { carFigures, type CarFigures } from './car-figures.ts'
import { classComposites, type Composite } from './composite.ts'
import { differences, type Difference } from './differences.ts'
import { fieldAverages, type Average } from './field-averages.ts'
import type { LapSetFigures, SectionFigures } from './lap-set-figures.ts'
import { ledgerOf, type LedgerLap } from './ledger.ts'
import { sectionIds, type SectionId } from './quantity.ts'

/** The reference writes six decimals of a second, nine of a slope, twelve digits of a p; some halves round elsewhere. */
function tolerance(at: string, expected: number): number {
  if (at.endsWith('slope_s_per_lap')) return 1.5e-9
  return at.endsWith('slope_p') ? 1e-9 * expected : 1.5e-6
}

const Car = z.record(z.string(), z.unknown())
const Race = z.looseObject({
  file: z.string(),
  counts: z.record(z.string(), z.unknown()),
  cars: z.record(z.string(), Car),
  field: z.unknown(),
})

const seconds = (ms: number | undefined) => (ms === undefined ? null : ms / 1000)
const flagCodes = {
  green: 'GF',
  fcy: 'FCY',
  chequered: 'FF',
  'safety-car': 'SF',
  red: 'RF',
  unknown: '',
}
/** The reference calls the second car with one number '3#2'. */
const nameOf = (car: string) => car.replace('-', '#')
const inCapitals = (section: SectionId) => section.toUpperCase()

/** Where the figures of cars differ from the reference's. */
function carDifferences(
  actual: ReadonlyMap<string, object>,
  { cars }: z.infer<typeof Race>,
): readonly Difference[] {
  return Object.entries(cars).flatMap(([car, figures]) =>
    differences(actual.get(car), figures, tolerance, car),
  )
}

let realRaces: readonly RealRace[] = []
beforeAll(async () => {
  realRaces = await readRealRaces()
})

describe.skipIf(realSeason === undefined)('three races, figure by figure', () => {
  const load = (track: string, number: number) => {
    const reference = referenceRace(Race, track, number)
    const found = realRaces.find(({ race }) => race.timingFile.endsWith(reference.file))
    if (found === undefined) throw new Error(`${reference.file} was not read`)
    const { race } = found
    return { reference, race, ledger: ledgerOf(race.laps) }
  }

  test.each(referenceRaces)('%s %d: counts of laps, green and clean', (track, number) => {
    const { reference, ledger } = load(track, number)
    const count = (holds: (lap: LedgerLap) => boolean) => ledger.filter(holds).length
    const isMissing = (section: SectionId) => count(({ timeMs }) => timeMs[section] === undefined)
    expect(reference.counts).toMatchObject({
      cars: byCar(ledger).size,
      laps: ledger.length,
      pit_in: count(({ isInLap }) => isInLap),
      pit_out: count(({ excludedBecause }) => excludedBecause.includes('out-lap')),
      laps_missing_sections: count(({ excludedBecause }) => excludedBecause.includes('incomplete')),
      missing: { S1: isMissing('s1'), S2: isMissing('s2'), S3: isMissing('s3') },
      green: count(({ isGreen }) => isGreen),
      clean: count(({ isClean }) => isClean),
    })
  })

  test.each(referenceRaces)('%s %d: best sections and composites', (track, number) => {
    const { reference, race, ledger } = load(track, number)
    const [composite] = classComposites([{ raceId: race.raceId, laps: ledger }])
    expect(reference).toMatchObject({
      best_sections: bests(composite?.all),
      composite_s: seconds(composite?.all.sumMs),
      best_sections_green: bests(composite?.green),
      composite_green_s: seconds(composite?.green.sumMs),
      best_sections_clean: bests(composite?.clean),
      composite_clean_s: seconds(composite?.clean.sumMs),
      composite_joint_s: seconds(composite?.joint?.jointMs),
      best_lap: {
        value_s: seconds(composite?.fastestLap?.lapTimeMs),
        car: composite?.fastestLap?.lap.car,
        lap: composite?.fastestLap?.lap.lapNumber,
      },
    })
  })

  test.each(referenceRaces)('%s %d: figures of every car', (track, number) => {
    const { reference, race, ledger } = load(track, number)
    const cars = carFigures({ raceId: race.raceId, laps: ledger })
    const actual = new Map(cars.map((own) => [nameOf(own.car), figuresOf(own)]))
    expect([...actual.keys()].toSorted()).toEqual(Object.keys(reference.cars).toSorted())
    expect(carDifferences(actual, reference)).toEqual([])
  })

  test.each(referenceRaces)('%s %d: averages of the field', (track, number) => {
    const { reference, race, ledger } = load(track, number)
    const cars = carFigures({ raceId: race.raceId, laps: ledger })
    const actual = { green: averagesOf(cars, 'green'), clean: averagesOf(cars, 'clean') }
    expect(differences(actual, reference.field, tolerance)).toEqual([])
  })
})

function bests(composite: Composite | undefined) {
  return Object.fromEntries(
    composite?.sections.map(({ section, bestMs, car, lapNumber, flagAtLine }) => [
      inCapitals(section),
      { value_s: seconds(bestMs), car: nameOf(car), lap: lapNumber, flag: flagCodes[flagAtLine] },
    ]) ?? [],
  )
}

function figuresOf(own: CarFigures) {
  return {
    laps: own.laps,
    best_lap_s: seconds(own.bestLap?.lapTimeMs),
    best_lap_number: own.bestLap?.lap.lapNumber ?? null,
    gap_to_composite_s: seconds(own.gapToCompositeMs),
    gap_to_joint_s: seconds(own.gapToJointMs),
    ideal_lap_s: seconds(own.ideal.sumMs),
    ideal_clean_s: seconds(own.idealClean.sumMs),
    ideal_joint_s: seconds(own.jointIdeal?.jointMs),
    green: setOf(own.green),
    clean: setOf(own.clean),
  }
}

function setOf({ lap, trend, sections }: LapSetFigures) {
  return {
    n: lap.n,
    lap_mean: seconds(lap.meanMs),
    lap_median: seconds(lap.medianMs),
    lap_std: seconds(lap.stdMs),
    slope_s_per_lap: seconds(trend?.msPerLap),
    slope_p: trend?.p ?? null,
    sections: Object.fromEntries(
      sectionIds.map((section) => [inCapitals(section), sectionOf(sections[section])]),
    ),
  }
}

function sectionOf(own: SectionFigures) {
  return {
    n: own.n,
    mean: seconds(own.meanMs),
    median: seconds(own.medianMs),
    best: seconds(own.bestMs),
    std: seconds(own.stdMs),
    median_gap: seconds(own.medianGapMs),
    mean_gap: seconds(own.meanGapMs),
  }
}

function averagesOf(cars: readonly CarFigures[], set: 'green' | 'clean') {
  const field = fieldAverages(cars, set)
  const inSeconds = ({ n, mean, median }: Average) => ({
    n,
    mean: seconds(mean),
    median: seconds(median),
  })
  const ofSection = (section: SectionId) => [
    [`${inCapitals(section)}_median_gap`, inSeconds(field.sections[section].medianGapMs)],
    [`${inCapitals(section)}_std`, inSeconds(field.sections[section].stdMs)],
  ]
  return {
    n_cars: field.cars,
    best_lap_s: inSeconds(field.bestLapMs),
    gap_to_composite_s: inSeconds(field.gapToCompositeMs),
    lap_mean: inSeconds(field.meanMs),
    lap_std: inSeconds(field.stdMs),
    slope_s_per_lap: inSeconds(field.trendMsPerLap),
    ...Object.fromEntries(sectionIds.flatMap(ofSection)),
  }
}
