import type { CoachedRace } from '#core/composer/coached-car.ts'
import { variableName, variableSentence } from '#core/composer/weather-variable-sentence.ts'
import { exact, fact, listed, note, type Piece, short } from '#core/composer/say.ts'
import { weatherVariables } from '#core/domain/weather-series.ts'
import type { WeatherVariable } from '#core/protocol/documents/weather-document.ts'
import { lapAt, raceNamed } from './in-race.ts'
import { aboutRace, type RaceTelling, type Written } from './telling.ts'

/** What people call each variable. */
const namedAs: Readonly<Record<WeatherVariable, RegExp>> = {
  airTempC:
    /\bair\b(?! pressure)|\bheat\b|\bhot(?! (?:was|is) the track)|\bwarm(?! (?:was|is) the track)|\bcool|\bcold|(?<!track )\btemp/i,
  trackTempC: /\bhot|\bheat\b|\bwarm|\bcool|\bcold|\btrack temp|(?<!air )\btemp/i,
  humidityPct: /\bhumid/i,
  pressureHpa: /\bpressure|\bbarometer/i,
  windKph: /\bwind/i,
  windU: /\bwind direction/i,
  windV: /\bwind direction/i,
}

function variablesAsked(text: string): readonly WeatherVariable[] {
  return weatherVariables.filter((name) => namedAs[name].test(text))
}

const noFile = (race: CoachedRace): Written => ({
  outcome: 'not-in-data',
  sentences: [
    note`There is no weather file for ${raceNamed(race)}, so nothing can be said of the weather.`,
    note`The lap times still show what moved everyone at once.`,
  ],
  suggestions: ['Did the track get quicker or did I?', 'What is missing in the data?'],
})

/** Whether the weather went with how the track moved (D19): the verdict, and what it rests on. */
export const weatherMatter = aboutRace((telling) => {
  const { ask, race } = telling
  const { weather } = race
  if (weather.file === null) return noFile(race)
  const asked = variablesAsked(ask.part.text).filter((name) => weather.variables[name])
  const withVerdict = (verdict: string) =>
    weatherVariables.filter((name) => weather.variables[name]?.verdict === verdict)
  const shown =
    asked.length > 0
      ? asked.slice(0, 3)
      : [...withVerdict('associated'), ...withVerdict('no-evidence')].slice(0, 2)
  const little = shown.length > 0 ? [] : withVerdict('range-too-small').slice(0, 2)
  return {
    sentences: [
      asked.length > 0 ? undefined : verdict(race),
      ...[...shown, ...little].map((name) => sentenceOf(race, name)),
      ...trackMoved(race),
    ],
    asked: [...shown, ...little].map((name) => race.day(`variables.${name}.verdict`)),
    suggestions: ['What was the weather like?', 'Did the track get quicker or did I?'],
  }
})

function verdict(race: CoachedRace) {
  const of = (wanted: string) =>
    weatherVariables.filter((name) => race.weather.variables[name]?.verdict === wanted)
  const associated = of('associated')
  if (associated.length > 0)
    return fact`${listed(associated.map(variableName))} went with how the track moved under everyone in ${raceNamed(race)}; that names no cause.`
  if (of('no-evidence').length === 0)
    return fact`In ${raceNamed(race)} the weather moved too little to say anything about lap times.`
  return fact`Nothing that was measured of the weather goes with how the track moved under everyone in ${raceNamed(race)}.`
}

function sentenceOf({ weather, day }: CoachedRace, name: WeatherVariable) {
  const variable = weather.variables[name]
  return variable && variableSentence(name, variable, day)
}

function trackMoved({ weather, day }: CoachedRace) {
  const [key, field] = Object.entries(weather.field)[0] ?? []
  if (key === undefined || field?.trackChange == null) return []
  const at = (name: string) => day(`field.${key}.trackChange.${name}`)
  return [
    fact`The field's lap times moved by ${short(at('rangeMs'))} between ${exact(at('slowestLap'))} and ${exact(at('quickestLap'))}, for everyone at once.`,
  ]
}

const rangeOrder = ['airTempC', 'trackTempC', 'humidityPct', 'windKph', 'pressureHpa'] as const

/** What was measured, from lowest to highest, and whether that is enough to say anything. */
export const weatherRange = aboutRace((telling) => {
  const { ask, race } = telling
  const { weather } = race
  if (weather.file === null) return noFile(race)
  const isRain = /\brain|\bwet\b|\bdry\b/i.test(ask.part.text)
  const named = variablesAsked(ask.part.text).filter((name) => name !== 'windU' && name !== 'windV')
  const wanted =
    named.length > 0 ? rangeOrder.filter((name) => named.includes(name)) : rangeOrder.slice(0, 4)
  const measured = wanted.filter((name) => {
    const variable = weather.variables[name]
    return variable !== undefined && variable.verdict !== 'not-measured' && variable.min !== null
  })
  const dead = wanted.filter((name) => !measured.includes(name))
  const ranges = measured.map((name): Piece => {
    const at = (field: string) => exact(race.day(`variables.${name}.${field}`))
    return [variableName(name).toLowerCase(), ' ', at('min'), ' to ', at('max')]
  })
  return {
    sentences: [
      isRain ? rain(race) : undefined,
      ranges.length === 0
        ? undefined
        : fact`In ${raceNamed(race)}: ${listed(ranges)}, over ${exact(race.day('samples'))} samples.`,
      ...dead
        .slice(0, 2)
        .map((name) => sentenceOf(race, name) ?? note`${variableName(name)} was not measured.`),
      ...(/\brange|enough|change/i.test(ask.part.text)
        ? measured.slice(0, 2).map((name) => sentenceOf(race, name))
        : [verdict(race)]),
    ],
    asked: isRain
      ? [race.day('rain.samples')]
      : measured.flatMap((name) => [
          race.day(`variables.${name}.min`),
          race.day(`variables.${name}.max`),
        ]),
    suggestions: ['Did the weather matter?', 'What was the weather on my best lap?'],
  }
})

function rain({ weather, day }: CoachedRace) {
  const { samples, maximum } = weather.rain
  if (samples === 0) return note`Rain was not measured.`
  if (maximum !== null && maximum > 0)
    return fact`The rain sensor read up to ${exact(day('rain.maximum'))} in ${exact(day('rain.samples'))} samples.`
  return note`The rain sensor reads nothing in all ${exact(day('rain.samples'))} samples; it reads nothing in wet races of this series too, so it does not say whether it rained.`
}

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
    hourMs == null ||
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
    .filter((name) => name !== 'windU' && name !== 'windV' && sample?.[name] != null)
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
