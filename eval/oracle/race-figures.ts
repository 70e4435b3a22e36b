import { carIn, type Figure, valued } from './figure.ts'
import { bestLapOf, idealOf } from './lap-figures.ts'
import { intervalOn, orderOnLap, positionOn } from './order-of-race.ts'
import { carsOf, least, type OracleLap, timesIn } from './race-laps.ts'
import type { OracleRace } from './season-oracle.ts'
import { meanOf } from './summary.ts'
import { finishSeconds, valueAt } from './weather-of-race.ts'

/** D6: never slower than any lap. */
function jointOf(laps: readonly OracleLap[], best: number | undefined): number | undefined {
  const [b1, b2, b3] = (['s1', 's2', 's3'] as const).map((part) => least(timesIn(laps, part)))
  const b12 = least(laps.flatMap(({ ms }) => (ms.lap && ms.s3 ? [ms.lap - ms.s3] : [])))
  const b23 = least(laps.flatMap(({ ms }) => (ms.lap && ms.s1 ? [ms.lap - ms.s1] : [])))
  const sums = [[b1, b2, b3], [b12, b3], [b1, b23], [best]]
  return least(
    sums.flatMap((parts) => {
      const known = parts.filter((part) => part !== undefined)
      return known.length < parts.length ? [] : [known.reduce((sum, part) => sum + part, 0)]
    }),
  )
}

function fastestOf(race: OracleRace): OracleLap | undefined {
  const later = race.laps.filter(({ lap }) => lap > 1)
  const best = least(timesIn(later, 'lap'))
  return later.find(({ ms }) => ms.lap !== undefined && ms.lap === best)
}

function bestInSection(race: OracleRace, section: 's1' | 's2' | 's3'): OracleLap | undefined {
  const best = least(timesIn(race.laps, section))
  return race.laps.find(({ ms }) => ms[section] !== undefined && ms[section] === best)
}

function gapTo(reference: (race: OracleRace) => number | undefined): Figure {
  return (race, args) => {
    const best = bestLapOf(race, args.car)?.ms.lap
    const to = reference(race)
    if (best === undefined || to === undefined) return undefined
    return valued(best - to, [carIn(args, args.car)], /gapTo|difference\(/)
  }
}

const onLap =
  (variable: 'airTemperature' | 'trackTemperature', field: RegExp): Figure =>
  (race, args) => {
    const samples = race[variable]
    const own = race.laps.find(({ car: one, lap }) => one === args.car && lap === args.lap)
    const at = own && finishSeconds(race.raceId, samples, own.clockMs)
    return valued(at === undefined ? undefined : valueAt(samples, at), [args.race], field)
  }

const jointOfRace = (race: OracleRace) => jointOf(race.laps, fastestOf(race)?.ms.lap)
const car = /#car$|\.car$/

export const raceFigures: Readonly<Record<string, Figure>> = {
  composite: (race, { race: id }) => valued(idealOf(race.laps), [id], /sumMs/),
  'joint-composite': (race, { race: id }) => valued(jointOfRace(race), [id], /jointMs/),
  'gap-to-composite': gapTo((race) => idealOf(race.laps)),
  'gap-to-joint': gapTo(jointOfRace),
  potential: (race, args) => {
    const own = race.laps.filter((lap) => lap.car === args.car)
    const best = bestLapOf(race, args.car)?.ms.lap
    const joint = jointOf(own, best)
    if (best === undefined || joint === undefined) return undefined
    return valued(best - joint, [carIn(args, args.car)], /potentialMs|difference\(/)
  },
  'fastest-lap': (race, { race: id }) =>
    valued(fastestOf(race)?.ms.lap, [id], /lapTimeMs|timeMs|bestMs/),
  'fastest-lap-car': (race, { race: id }) => valued(fastestOf(race)?.car, [id], car),
  'fastest-lap-number': (race, { race: id }) => valued(fastestOf(race)?.lap, [id], /lap$/),
  'section-best': (race, { race: id, section }) =>
    section === undefined || section === 'biggest'
      ? undefined
      : valued(bestInSection(race, section)?.ms[section], [id], /[mM]s/),
  'section-best-car': (race, { race: id, section }) =>
    section === undefined || section === 'biggest'
      ? undefined
      : valued(bestInSection(race, section)?.car, [id], car),
  winner: (race, { race: id }) =>
    valued([...race.official].find(([, place]) => place === 1)?.[0], [id], car),
  position: (race, args) =>
    valued(race.official.get(args.car ?? ''), [carIn(args, args.car)], /[pP]osition/),
  'position-on-lap': (race, args) =>
    valued(
      positionOn(race.laps, args.car ?? '', args.lap ?? 0),
      [carIn(args, args.car)],
      /[pP]osition/,
    ),
  'interval-on-lap': (race, args) =>
    valued(
      intervalOn(race.laps, args.car ?? '', args.lap ?? 0),
      [carIn(args, args.car)],
      /intervalMs|difference\(/,
    ),
  'gap-to-leader-on-lap': (race, args) => {
    const order = orderOnLap(race.laps, args.lap ?? 0)
    const own = order.find((lap) => lap.car === args.car)
    const [leader] = order
    if (own === undefined || leader === undefined) return undefined
    return valued(own.elapsedMs - leader.elapsedMs, [carIn(args, args.car)], /[mM]s/)
  },
  'leader-on-lap': (race, args) =>
    valued(orderOnLap(race.laps, args.lap ?? 0)[0]?.car, [args.race], car),
  'field-mean': (race, { race: id }) => {
    const means = carsOf(race.laps).flatMap((one) => {
      const times = timesIn(
        race.laps.filter((lap) => lap.car === one && lap.isClean),
        'lap',
      )
      return times.length < 5 ? [] : (meanOf(times) ?? [])
    })
    return valued(meanOf(means), [id], /mean\(|meanMs/)
  },
  cars: (race, { race: id }) => valued(carsOf(race.laps).length, [id], /count\(|cars|laps/),
  'air-on-lap': onLap('airTemperature', /airTempC/),
  'track-on-lap': onLap('trackTemperature', /trackTempC/),
  'air-min': (race, { race: id }) => valued(leastOf(race.airTemperature), [id], /min/),
  'air-max': (race, { race: id }) => valued(mostOf(race.airTemperature), [id], /max/),
  'track-min': (race, { race: id }) => valued(leastOf(race.trackTemperature), [id], /min/),
  'track-max': (race, { race: id }) => valued(mostOf(race.trackTemperature), [id], /max/),
}

const leastOf = (samples: OracleRace['airTemperature']) => least(samples.map(({ value }) => value))
const mostOf = (samples: OracleRace['airTemperature']) =>
  samples.length === 0 ? undefined : Math.max(...samples.map(({ value }) => value))
