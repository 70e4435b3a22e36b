import { weatherVariables } from '#core/domain/weather-series.ts'
import type { CoachedCar, Observation } from './coached-car.ts'
import { raceCited, signedRange } from './cited-names.ts'
import { exact, fact, listed, type Piece, short } from './say.ts'
import { variableName } from './weather-variable-sentence.ts'

/** The day where it is worth a sentence: a changed track, an associated variable, the other race. */
export function daySentences(car: CoachedCar): readonly Observation[] {
  return [...associated(car), ...trackChange(car), ...againstOtherRace(car)]
}

function associated({ weather }: CoachedCar): readonly Observation[] {
  const names = weatherVariables
    .filter((name) => weather.variables[name]?.verdict === 'associated')
    .map(variableName)
  if (names.length === 0) return []
  return [
    {
      worth: 64,
      sentence: fact`${listed(names)} went with how the track moved under everyone; that names no cause.`,
    },
  ]
}

function trackChange({ weather, key, day, pattern }: CoachedCar): readonly Observation[] {
  if (weather.field[key]?.trackChange?.hasChanged !== true) return []
  const at = `field.${key}.trackChange`
  const out = pattern.lap.paceMs === null ? '' : '; that is taken out of your pace'
  return [
    {
      worth: 61,
      sentence: fact`The track changed for everyone: ${short(day(`${at}.rangeMs`))} between ${exact(day(`${at}.slowestLap`))}, the slowest, and ${exact(day(`${at}.quickestLap`))}${out}.`,
    },
  ]
}

/** Race 2 beside race 1: what of the change was the car's own. */
function againstOtherRace({ weather, race, pattern, day }: CoachedCar): readonly Observation[] {
  const other = weather.otherRace
  const field = other?.field ?? undefined
  if (other === null || field === undefined || race.raceNumber < 2) return []
  if (other.carClass !== pattern.carClass) return []
  const index = other.cars.findIndex(({ car }) => car === pattern.car)
  const own = other.cars[index]
  if (own === undefined) return []
  const way = (ms: number) => (ms < 0 ? 'quicker' : 'slower')
  const moved: Piece = [short(day('otherRace.field.shiftMs')), ' ', way(field.shiftMs)]
  const against = short(day(`otherRace.cars.${index}.againstFieldMs`))
  return [
    {
      worth: 63,
      sentence: fact`The field was ${moved} than in ${raceCited(other.raceId)}; with that taken out you were ${against} ${way(own.againstFieldMs)}.`,
    },
  ]
}

/** Laps close behind another car, over all cars of the race: what stands beside every "held up". */
export function trafficSentences({ weather, day }: CoachedCar): readonly Observation[] {
  const { traffic } = weather
  if (traffic === null || traffic.lowMs === null || traffic.highMs === null) return []
  const at = (field: string) => short(day(`traffic.${field}`))
  const cars = exact(day('traffic.n'))
  if (traffic.lowMs > 0)
    return [
      {
        worth: 99,
        sentence: fact`In this race laps within a second of another car were ${at('medianMs')} slower than free ones, over ${cars} cars.`,
      },
    ]
  const between = signedRange(day('traffic.lowMs'), day('traffic.highMs'), ['quicker', 'slower'])
  return [
    {
      worth: 99,
      sentence: fact`In this race laps within a second of another car were no slower than free ones, as far as ${cars} cars tell: from ${between}.`,
    },
  ]
}
