import type { Sentence } from '#core/protocol/documents/sentence.ts'
import type { WeatherDocument, WeatherVariable } from '#core/protocol/documents/weather-document.ts'
import { weatherVariables } from '#core/domain/weather-series.ts'
import { factsIn, type FactsIn } from './facts-in.ts'
import { exact, fact, listed, note, short } from './say.ts'
import { variableName, variableSentence } from './weather-variable-sentence.ts'

/** The document with its sentences written: the verdict first, then what it rests on. No cause is claimed. */
export function writeWeather(document: WeatherDocument): WeatherDocument {
  const at = factsIn({ collection: 'ml_weather_recommendations', document }, document.raceId)
  return {
    ...document,
    variables: Object.fromEntries(
      weatherVariables.flatMap((name) => {
        const variable = document.variables[name]
        if (variable === undefined) return []
        return [[name, { ...variable, sentence: variableSentence(name, variable, at) }]]
      }),
    ),
    rain: { ...document.rain, sentence: rainSentence(document, at) },
    regression: { ...document.regression, sentence: regressionSentence(document, at) },
    sentences: [
      verdictSentence(document),
      ...trackSentences(document, at),
      ...otherRaceSentences(document, at),
    ],
  }
}

function verdictSentence({ variables, file }: WeatherDocument): Sentence {
  if (file === null)
    return note`There is no weather file for this race, so nothing can be said of the weather.`
  const withVerdict = (verdict: string) =>
    weatherVariables.filter((name) => variables[name]?.verdict === verdict)
  const associated = withVerdict('associated').map(variableName)
  if (associated.length > 0)
    return fact`${listed(associated)} went with how the track moved under everyone. That names no cause: both also drift with time.`
  if (withVerdict('no-evidence').length === 0)
    return fact`The weather moved too little in this race to say anything about lap times.`
  return fact`Nothing that was measured of the weather goes with how the track moved under everyone.`
}

function trackSentences(document: WeatherDocument, at: FactsIn): Sentence[] {
  return Object.entries(document.field).flatMap(([key, field]) => {
    if (field.trackChange === null) return []
    const change = (name: string) => at(`field.${key}.trackChange.${name}`)
    const range = short(change('rangeMs'))
    const of = Object.keys(document.field).length > 1 ? ` for ${field.carClass}` : ''
    if (!field.trackChange.hasChanged)
      return [
        fact`The track itself hardly changed${of}: ${range} between its slowest and its quickest lap, ${exact(change('rangePct'))} of the pace.`,
      ]
    return [
      fact`The track changed${of}: ${range} between its slowest lap, ${exact(change('slowestLap'))}, and its quickest, ${exact(change('quickestLap'))}, for the whole field.`,
    ]
  })
}

function otherRaceSentences(document: WeatherDocument, at: FactsIn): Sentence[] {
  const other = document.otherRace
  if (other === null || other.field === null) return []
  const shift = short(at('otherRace.field.shiftMs'))
  const isSame = (other.field.lowMs ?? -1) <= 0 && (other.field.highMs ?? 1) >= 0
  const cars = exact(at('otherRace.field.n'))
  const name = raceName(other.raceId)
  const moved = isSame
    ? fact`Against ${name} the field's pace is the same within what ${cars} cars can tell.`
    : fact`The field was ${shift} ${other.field.shiftMs < 0 ? 'quicker' : 'slower'} than in ${name}, over ${cars} cars that ran in both.`
  const air = other.variables.airTempC
  if (air === undefined) return [moved]
  return [
    moved,
    fact`The air was ${exact(at('otherRace.variables.airTempC.mean'))} on average, ${exact(at('otherRace.variables.airTempC.otherMean'))} in ${name}.`,
  ]
}

function rainSentence({ rain }: WeatherDocument, at: FactsIn): Sentence {
  if (rain.samples === 0) return note`Rain was not measured.`
  if (rain.maximum !== null && rain.maximum > 0)
    return fact`The rain sensor read up to ${exact(at('rain.maximum'))} in ${exact(at('rain.samples'))} samples.`
  return note`The rain sensor reads 0 in all ${exact(at('rain.samples'))} samples. It reads 0 in wet races of this series too, so it does not say whether it rained.`
}

const whyNoRegression = {
  'too-few-laps': 'there are too few laps with a field effect',
  'no-weather': 'there is no weather that varies',
  collinear: 'the terms move together',
  'effect-does-not-vary': 'the track did not vary',
} as const

function regressionSentence({ regression }: WeatherDocument, at: FactsIn): Sentence {
  if (regression.kind === 'not-fitted')
    return note`No regression on lap and weather: ${whyNoRegression[regression.because]} (${exact(at('regression.n'))} laps, ${exact(at('regression.needed'))} are needed).`
  const doubtful = regression.terms.filter((term) => term.isCollinear || term.isRangeTooSmall)
  const caution =
    doubtful.length === 0
      ? ''
      : [
          ' ',
          listed(doubtful.map(({ name }) => termName(name))),
          ': moved too little, or only together with the rest, so their parts say nothing.',
        ]
  return fact`Lap number and weather together describe ${exact(at('regression.rSquared'))} of the spread of the field effect over ${exact(at('regression.n'))} laps (R²).${caution}`
}

function termName(name: 'lap' | WeatherVariable): string {
  return name === 'lap' ? 'Lap number' : variableName(name)
}

/** 'barber-r2' → 'Race 2' of the same weekend. */
function raceName(raceId: string): string {
  return `Race ${raceId.slice(raceId.lastIndexOf('-r') + 2)}`
}
