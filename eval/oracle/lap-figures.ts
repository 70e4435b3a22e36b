import { carIn, type Figure, type FigureArguments, valued } from './figure.ts'
import { least, type OracleLap, type Quantity, sections, timesIn } from './race-laps.ts'
import type { OracleRace } from './season-oracle.ts'
import { deviationOf, meanOf, medianOf, slopeOf } from './summary.ts'

const ofCar = ({ laps }: OracleRace, car: string | undefined) =>
  laps.filter((lap) => lap.car === car)

/** The clean laps that a question is over: all, or those that its filter leaves. */
function cleanOf(race: OracleRace, args: FigureArguments): readonly OracleLap[] {
  const { without = [], fromLap = 0, toLap = Infinity } = args
  return ofCar(race, args.car).filter(
    ({ isClean, lap }) => isClean && !without.includes(lap) && lap >= fromLap && lap <= toLap,
  )
}

const quantityOf = ({ section }: FigureArguments): Quantity =>
  section === undefined || section === 'biggest' ? 'lap' : section

/** A statistic of the clean laps' times, of the lap or of a section (D7). */
const overClean =
  (statistic: (times: readonly number[]) => number | undefined, field: RegExp): Figure =>
  (race, args) =>
    valued(
      statistic(timesIn(cleanOf(race, args), quantityOf(args))),
      [carIn(args, args.car)],
      field,
    )

export const bestLapOf = (race: OracleRace, car: string | undefined): OracleLap | undefined => {
  const laps = ofCar(race, car).filter(({ lap }) => lap > 1)
  const best = least(timesIn(laps, 'lap'))
  return best === undefined ? undefined : laps.find(({ ms }) => ms.lap === best)
}

export const idealOf = (laps: readonly OracleLap[]): number | undefined => {
  const bests = sections.flatMap((section) => least(timesIn(laps, section)) ?? [])
  return bests.length < 3 ? undefined : bests.reduce((sum, best) => sum + best, 0)
}

/** Any field that holds a time of a lap: the value tells which. */
const lapTime = /timeMs|bestMs|lapTimeMs|best\(|highest\(/
const theLap = /(^|[#.])(lap|fromLap|toLap)$|\.lap$/

export const lapFigures: Readonly<Record<string, Figure>> = {
  mean: overClean(meanOf, /meanMs|mean\(/),
  median: overClean(medianOf, /medianMs|median\(/),
  std: overClean(deviationOf, /stdMs|std\(/),
  'clean-best': overClean(least, lapTime),
  'clean-worst': overClean(
    (times) => (times.length === 0 ? undefined : Math.max(...times)),
    lapTime,
  ),
  'clean-laps': overClean((times) => times.length, /cleanLaps|\.n$|[nN]$|count\(/),
  slope: (race, args) =>
    valued(
      slopeOf(
        cleanOf(race, args).flatMap(({ lap, ms }) => (ms.lap === undefined ? [] : [[lap, ms.lap]])),
      ),
      [carIn(args, args.car)],
      /slopeMsPerLap/,
    ),
  'laps-done': (race, args) =>
    valued(ofCar(race, args.car).length, [carIn(args, args.car)], /lapsDone|count\(|raceLaps/),
  'best-lap': (race, args) =>
    valued(bestLapOf(race, args.car)?.ms.lap, [carIn(args, args.car)], lapTime),
  'best-lap-number': (race, args) =>
    valued(bestLapOf(race, args.car)?.lap, [carIn(args, args.car)], theLap),
  'ideal-lap': (race, args) =>
    valued(idealOf(ofCar(race, args.car)), [carIn(args, args.car)], /idealLapMs/),
  'ideal-clean': (race, args) =>
    valued(
      idealOf(ofCar(race, args.car).filter(({ isClean }) => isClean)),
      [carIn(args, args.car)],
      /idealCleanMs/,
    ),
  time: (race, args) =>
    valued(
      ofCar(race, args.car).find(({ lap }) => lap === args.lap)?.ms[quantityOf(args)],
      [carIn(args, args.car)],
      /[mM]s/,
    ),
  'own-section-best': (race, args) =>
    valued(
      least(timesIn(ofCar(race, args.car), quantityOf(args))),
      [carIn(args, args.car)],
      /[mM]s/,
    ),
  'top-speed': (race, args) => {
    const speeds = ofCar(race, args.car).flatMap(({ topSpeed }) => topSpeed ?? [])
    const highest = speeds.length === 0 ? undefined : Math.max(...speeds)
    return valued(highest, [carIn(args, args.car)], /topSpeedKph/)
  },
  'in-lap': (race, args) =>
    valued(
      ofCar(race, args.car).find(({ isPitIn }) => isPitIn)?.lap,
      [carIn(args, args.car)],
      /inLap|laps\.\d+\.lap/,
    ),
  'lap-difference': (race, args) => {
    const own = bestLapOf(race, args.car)?.ms.lap
    const other = bestLapOf(race, args.other)?.ms.lap
    if (own === undefined || other === undefined) return undefined
    return valued(
      Math.abs(own - other),
      [carIn(args, args.car), carIn(args, args.other)],
      /difference\(/,
    )
  },
}
