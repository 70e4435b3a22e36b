import type { Random } from './random.ts'
import { createRandom } from './random.ts'
import type { Kind, Recipe, TrackRecipe } from './recipe.ts'
import { kinds } from './recipe.ts'

/** A driver as the season knows him. Shares are of a lap or section time: 0.01 is one per cent. */
export type Driver = {
  /** True number: '03'. */
  readonly car: string
  readonly isLegend: boolean
  /** Slower than the best of the field. */
  readonly gap: number
  readonly gapOfKind: ReadonlyMap<Kind, number>
  /** Standard deviation of a lap. */
  readonly noise: number
  /** Chance of a small mistake on a lap, and of a spin or an excursion. */
  readonly mistakes: number
  readonly incidents: number
  /** Slower on the first green laps, halving lap by lap. */
  readonly learning: number
  /** Slower with each lap of the second half; quicker where negative. */
  readonly fading: number
  /** What is left in race 2 of the weak spot of race 1. */
  readonly secondDay: number
  /** Has one stretch of laps better than the rest. */
  readonly isStreaky: boolean
}

/** Everybody who drives in the season, slowest to quickest in no order of numbers. */
export function createField(recipe: Recipe, seed: number): ReadonlyMap<string, Driver> {
  const random = createRandom(seed, 'field')
  const numbers = new Set(
    recipe.tracks.flatMap((track) =>
      track.races.flatMap((race) => [...race.cars, ...race.notStarted]),
    ),
  )
  const cars = random.shuffled([...numbers])
  const traits = drawTraits(recipe, cars, random)
  return new Map(
    cars.map((car, rank) => [
      car,
      createDriver(recipe, car, rank / (cars.length - 1), traits, random),
    ]),
  )
}

type Traits = Readonly<Record<keyof Recipe['traits'], ReadonlySet<string>>>

function drawTraits(recipe: Recipe, cars: readonly string[], random: Random): Traits {
  const { traits } = recipe
  const some = (count: number): Set<string> => new Set(random.shuffled(cars).slice(0, count))
  const learners = random.shuffled(cars)
  return {
    secondDayLearners: new Set(learners.slice(0, traits.secondDayLearners)),
    halfLearners: new Set(learners.slice(traits.secondDayLearners).slice(0, traits.halfLearners)),
    slowStarters: some(traits.slowStarters),
    faders: some(traits.faders),
    improvers: some(traits.improvers),
    streaky: some(traits.streaky),
    erratic: some(traits.erratic),
  }
}

/** `place` is 0 for the quickest, 1 for the slowest; the last sixth trails off. */
function createDriver(
  recipe: Recipe,
  car: string,
  place: number,
  traits: Traits,
  random: Random,
): Driver {
  const isErratic = traits.erratic.has(car)
  const tail = Math.max(0, place - 0.84) / 0.16
  return {
    car,
    isLegend: recipe.legends.includes(car),
    gap: 0.0005 + 0.0195 * place + 0.034 * tail * tail,
    gapOfKind: new Map(kinds.map((kind) => [kind, 0.0022 * random.normal()])),
    noise: isErratic
      ? random.between(0.005, 0.008)
      : random.between(0.0014, 0.0036) + 0.0012 * place,
    mistakes: isErratic ? 0.2 : random.between(0.03, 0.13),
    incidents: isErratic ? 0.012 : 0.003,
    learning: traits.slowStarters.has(car) ? random.between(0.01, 0.016) : random.between(0, 0.004),
    fading: fading(car, traits, random),
    secondDay: secondDay(car, traits, random),
    isStreaky: traits.streaky.has(car),
  }
}

function fading(car: string, traits: Traits, random: Random): number {
  if (traits.faders.has(car)) return random.between(0.0005, 0.0011)
  if (traits.improvers.has(car)) return -random.between(0.0004, 0.0009)
  return 0
}

function secondDay(car: string, traits: Traits, random: Random): number {
  if (traits.secondDayLearners.has(car)) return random.between(0, 0.2)
  if (traits.halfLearners.has(car)) return random.between(0.4, 0.7)
  return random.between(0.85, 1.15)
}

/** How much slower than the base time a driver is in each sub-section of a race, as a share of it. */
export function gapsOfRace(
  driver: Driver,
  track: TrackRecipe,
  raceNumber: number,
  seed: number,
): readonly number[] {
  const weekend = createRandom(seed, track.id, driver.car)
  const likesTrack = 0.0024 * weekend.normal()
  const habits = track.subSections.map(
    ({ kind }) =>
      driver.gap + (driver.gapOfKind.get(kind) ?? 0) + likesTrack + 0.0018 * weekend.normal(),
  )
  const weakest = weekend.whole(0, habits.length - 1)
  const weakness = weekend.chance(0.7) ? weekend.between(0.006, 0.02) : 0
  const today = 0.0016 * createRandom(seed, track.id, driver.car, raceNumber).normal()
  const left = raceNumber === 1 ? 1 : driver.secondDay
  return habits.map((gap, at) => gap + today + (at === weakest ? weakness * left : 0))
}
