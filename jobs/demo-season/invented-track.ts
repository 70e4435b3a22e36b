import type { Random } from './random.ts'
import { createRandom } from './random.ts'
import type { TrackRecipe } from './recipe.ts'
import { kinds, RaceRecipe } from './recipe.ts'

/** No race is larger than the largest of the real season. */
const mostLaps = 669

/**
 * A weekend at a track that does not exist: 1 → 'invented-001'. It is about as long as the given
 * one, with as many cars and laps, but with the plain files and without that weekend's quirks.
 */
export function inventTrack(like: TrackRecipe, number: number, seed: number): TrackRecipe {
  const id = `invented-${String(number).padStart(3, '0')}`
  const random = createRandom(seed, id)
  const length = random.between(0.98, 1.02)
  const subSections = random.shuffled(like.subSections).map(({ baseMs }) => ({
    baseMs: Math.round(baseMs * length * random.between(0.97, 1.03)),
    kind: kinds[random.whole(0, kinds.length - 1)] ?? 'fast',
  }))
  const bestMs = subSections.reduce((sum, { baseMs }) => sum + baseMs, 0)
  return {
    ...like,
    id,
    folder: id,
    folderByRace: true,
    lapLengthM: Math.round(like.lapLengthM * length),
    withNames: false,
    loopsNamedInt: false,
    subSections,
    races: like.races.map((race) => inventRace(race, number, bestMs, random)),
  }
}

/** Dates go on from 2026, a weekend a week. */
function inventRace(like: RaceRecipe, number: number, bestMs: number, random: Random): RaceRecipe {
  const day = 7 * (number - 1) + like.number - 1
  const date = new Date(Date.UTC(2026, 0, 3) + day * 86_400_000)
  // The leader cannot do more laps than perfect ones would be.
  const mostCars = Math.floor(mostLaps / Math.ceil((like.minutes * 60_000) / bestMs))
  const numbers = like.cars.filter((car) => car !== '021' && car !== '3')
  const [stops = '', retires = '', ...others] = random.shuffled(numbers).slice(0, mostCars)
  const fromLap = random.between(2, 8)
  const toLap = fromLap + random.between(1.2, 2.6)
  const anonymised = (name: string): string => `${name}_Anonymized.CSV`
  return RaceRecipe.parse({
    number: like.number,
    date: date.toISOString().slice(0, 10),
    start: like.start,
    minutes: like.minutes,
    cars: [stops, retires, ...others].join(' '),
    trackPct: [
      [1, random.between(0, 1)],
      [8, 0],
      [25, random.between(0, 0.6)],
    ],
    yellows: random.chance(0.6) ? [{ fromLap, toLap }] : [],
    pitStops: [{ car: stops, lap: random.whole(3, 10), stopS: random.between(0, 60) }],
    retirements: [{ car: retires, afterLap: random.whole(3, 12) }],
    weather: like.weather,
    files: {
      timing: anonymised(`23_AnalysisEnduranceWithSections_Race ${like.number}`),
      weather: anonymised(`26_Weather_Race ${like.number}`),
      bestLaps: anonymised(`99_Best 10 Laps By Driver_Race ${like.number}`),
      results: [
        {
          name: anonymised(`03_Results GR Cup Race ${like.number} Official`),
          classification: 'official',
        },
      ],
      classes: [],
    },
  })
}
