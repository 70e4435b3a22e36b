import type { CoachedRace } from '#core/composer/coached-car.ts'
import { note } from '#core/composer/say.ts'
import { variableSentence } from '#core/composer/weather-variable-sentence.ts'
import { weatherVariables } from '#core/domain/weather-series.ts'
import type { WeatherVariable } from '#core/protocol/documents/weather-document.ts'
import { raceNamed } from '../in-race.ts'
import type { Written } from '../telling.ts'

/** What people call each variable. */
const namedAs: Readonly<Record<WeatherVariable, RegExp>> = {
  airTempC:
    /(?<!\bdri(?:er|est) )\bair\b(?! pressure)|\bambient\b|\bheat\b|\bhot(?! (?:was|is) the track)|\bwarm(?! (?:was|is) the track)|\bcool|\bcold|(?<!track )\btemp/i,
  trackTempC: /\bhot|\bheat\b|\bwarm|\bcool|\bcold|\btrack temp|(?<!air )\btemp/i,
  humidityPct: /\bhumid|\bmuggy|\bdri(?:er|est) air\b/i,
  pressureHpa: /\bpressure|\bbarometer/i,
  windKph: /\bwind|\bgust/i,
  windU: /\bwind direction/i,
  windV: /\bwind direction/i,
}

export function variablesAsked(text: string): readonly WeatherVariable[] {
  const isOfTrack = ofTrack.test(text) && !/\bair\b/i.test(text)
  return weatherVariables.filter(
    (name) => namedAs[name].test(text) && !(isOfTrack && name === 'airTempC'),
  )
}

/** "How hot was the track?", "was the track cooler?" */
const ofTrack =
  /\btrack(?: surface)?(?: was| is| get| got)? (?:temp|hot|warm|cool|cold)|\b(?:hot|warm|cool|cold)\w*(?: (?:was|is|did))? the track\b/i

export const noFile = (race: CoachedRace): Written => ({
  outcome: 'not-in-data',
  sentences: [
    note`There is no weather file for ${raceNamed(race)}, so nothing can be said of the weather.`,
    note`The lap times still show what moved everyone at once.`,
  ],
  suggestions: ['Did the track get quicker or did I?', 'What is missing in the data?'],
})

export function sentenceOf({ weather, day }: CoachedRace, name: WeatherVariable) {
  const variable = weather.variables[name]
  return variable && variableSentence(name, variable, day)
}

export const rangeOrder = [
  'airTempC',
  'trackTempC',
  'humidityPct',
  'windKph',
  'pressureHpa',
] as const
