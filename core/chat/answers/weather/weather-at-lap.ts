import type { CoachedRace } from '#core/composer/coached-car.ts'
import { exact, fact, listed, note, type Piece } from '#core/composer/say.ts'
import { variableName } from '#core/composer/weather-variable-sentence.ts'
import type { WeatherVariable } from '#core/protocol/documents/weather-document.ts'
import { lapAt, raceNamed } from '../in-race.ts'
import { aboutRace, type RaceTelling, type Written } from '../telling.ts'
import { noFile, rangeOrder, sentenceOf, variablesAsked } from './weather-asked.ts'

/** The weather at the end of a lap: the median of the field's green laps of that number, else the nearest sample. */
export const weatherAtLap = aboutRace((telling) => {
  const { ask, race } = telling
  const { weather } = race
  if (weather.file === null) return noFile(race)
  const { lap } = ask.part.scope
  if (lap === undefined)
    return {
      outcome: 'asked-back',
      sentences: [note`On which lap?`],
      suggestions: ['What was the weather on my best lap?'],
    }
  const named = variablesAsked(ask.part.text)
  const at = weather.laps[String(lap)]
  const car = carWith(telling, lap)
  if (car === undefined)
    return { outcome: 'not-in-data', sentences: [note`No car did that lap in ${raceNamed(race)}.`] }
  const measured = rangeOrder
    .filter((name) => named.length === 0 || named.includes(name))
    .filter((name) => weather.variables[name]?.verdict !== 'not-measured')
  const shown = measured.filter((name) => at?.[name] !== undefined)
  const number = exact(car.own(`laps.${lap}.lap`))
  if (shown.length === 0) return nearestSample(telling, lap, measured)
  const told = shown
    .slice(0, 4)
    .map((name): Piece => [
      variableName(name).toLowerCase(),
      ' ',
      exact(race.day(`laps.${lap}.${name}`)),
    ])
  return {
    sentences: [
      fact`At the end of ${number}, in the middle of the field: ${listed(told)}.`,
      ...dead(race, named),
    ],
    asked: shown.slice(0, 4).map((name) => race.day(`laps.${lap}.${name}`)),
    suggestions: ['Did the weather matter?', 'What was the weather like?'],
  }
})

function dead(race: CoachedRace, named: readonly WeatherVariable[]) {
  return named
    .filter((name) => race.weather.variables[name]?.verdict === 'not-measured')
    .slice(0, 1)
    .map((name) => sentenceOf(race, name))
}

/** The car that asks, where it did the lap; else the leader of it. */
function carWith({ ask, race, carIn }: RaceTelling, lap: number) {
  const own = ask.part.scope.car === undefined ? undefined : carIn(ask.part.scope.car)
  if (own !== undefined && lapAt(own.pattern, lap) !== undefined) return own
  const leader = race.patterns.find((pattern) => lapAt(pattern, lap)?.position === 1)
  return leader && carIn(leader.car)
}

/** Without a green lap of that number: the sample nearest to the car's crossing of the line. */
function nearestSample(
  telling: RaceTelling,
  lap: number,
  wanted: readonly WeatherVariable[],
): Written {
  const { race } = telling
  const car = carWith(telling, lap)
  const hourMs = car && lapAt(car.pattern, lap)?.hourMs
  const { date, utcOffsetHours } = race.race
  if (
    car === undefined ||
    hourMs === undefined ||
    hourMs === null ||
    date === null ||
    utcOffsetHours === null ||
    wanted.length === 0
  )
    return {
      outcome: 'not-in-data',
      sentences: [
        note`For that lap of ${raceNamed(race)} no weather can be told: nothing that was asked for was measured, or the clock is not known.`,
      ],
      suggestions: ['What was the weather like?'],
    }
  const seconds = Date.parse(`${date}T00:00:00Z`) / 1000 + hourMs / 1000 - utcOffsetHours * 3600
  const index = nearestIndex(race, seconds)
  const sample = race.weather.series[index]
  const there = wanted
    .filter((name) => name !== 'windU' && name !== 'windV' && (sample?.[name] ?? null) !== null)
    .slice(0, 4)
  if (sample === undefined || there.length === 0)
    return {
      outcome: 'not-in-data',
      sentences: [note`The weather file has no sample for that lap.`],
    }
  return {
    sentences: [
      fact`The sample nearest to the end of ${exact(car.own(`laps.${lap}.lap`))}: ${listed(there.map((name): Piece => [variableName(name).toLowerCase(), ' ', exact(race.day(`series.${index}.${name}`))]))}.`,
      note`That lap was not green for the field, so it is one sample and no middle of the field.`,
    ],
    asked: there.map((name) => race.day(`series.${index}.${name}`)),
    suggestions: ['Did the weather matter?', 'What was the weather like?'],
  }
}

function nearestIndex({ weather }: CoachedRace, seconds: number): number {
  let nearest = -1
  let apart = Infinity
  for (const [index, { utcSeconds }] of weather.series.entries()) {
    if (Math.abs(utcSeconds - seconds) >= apart) continue
    apart = Math.abs(utcSeconds - seconds)
    nearest = index
  }
  return nearest
}
