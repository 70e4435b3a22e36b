import { repeatGainOf, steadinessOf, trendOf } from './corrected-laps.ts'
import { carIn, type Figure, type FigureArguments, valued } from './figure.ts'
import { type Quantity, sections } from './race-laps.ts'
import type { OracleRace } from './season-oracle.ts'

function paceGap(race: OracleRace, quantity: Quantity, car: string | undefined) {
  const { paces, quick } = race.paced[quantity]
  const pace = paces.get(car ?? '')
  return pace === undefined || quick === undefined ? undefined : pace - quick
}

/** D13: the section furthest off the quick quarter; of equal ones the first. */
function biggestSection(race: OracleRace, car: string | undefined) {
  const gaps = sections.map((section) => ({ section, gap: paceGap(race, section, car) ?? 0 }))
  const [first] = gaps.filter(({ gap }) => gap > 0).toSorted((a, b) => b.gap - a.gap)
  return first?.section
}

function quantityOf(race: OracleRace, { section, car }: FigureArguments): Quantity | undefined {
  return section === 'biggest' ? biggestSection(race, car) : (section ?? 'lap')
}

/** A figure of a car's corrected times in the lap or in a section. */
const ofQuantity =
  (
    figure: (race: OracleRace, quantity: Quantity, car: string) => number | undefined,
    field: RegExp,
  ): Figure =>
  (race, args) => {
    const quantity = quantityOf(race, args)
    if (quantity === undefined) return undefined
    const at = new RegExp(`(^|[#.(])(sections\\.)?${quantity}\\..*${field.source}|difference\\(`)
    return valued(figure(race, quantity, args.car ?? ''), [carIn(args, args.car)], at)
  }

const own = (race: OracleRace, quantity: Quantity, car: string) =>
  race.paced[quantity].corrected.get(car) ?? []

export const paceFigures: Readonly<Record<string, Figure>> = {
  pace: ofQuantity((race, quantity, car) => race.paced[quantity].paces.get(car), /paceMs/),
  'pace-gap': ofQuantity(paceGap, /paceGapMs/),
  'pace-rank': ofQuantity((race, quantity, car) => {
    const { paces } = race.paced[quantity]
    const pace = paces.get(car)
    if (pace === undefined) return undefined
    return 1 + [...paces.values()].filter((other) => other < pace).length
  }, /paceRank/),
  'repeat-gain': ofQuantity(
    (race, quantity, car) => repeatGainOf(own(race, quantity, car)),
    /repeatGainMs/,
  ),
  'biggest-section': (race, args) =>
    valued(biggestSection(race, args.car), [args.race], /sections\.|opportunities/),
  'trend-slope': (race, args) =>
    valued(
      trendOf(own(race, 'lap', args.car ?? ''))?.slope,
      [carIn(args, args.car)],
      /trend\.slopeMsPerLap/,
    ),
  score: (race, args) =>
    valued(
      steadinessOf(own(race, 'lap', args.car ?? ''))?.score,
      [carIn(args, args.car)],
      /consistencyScore/,
    ),
  steady: (race, args) =>
    valued(
      steadinessOf(own(race, 'lap', args.car ?? ''))?.steady,
      [carIn(args, args.car)],
      /steadyMs/,
    ),
}
