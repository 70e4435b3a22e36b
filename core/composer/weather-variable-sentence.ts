import type { Sentence } from '#core/protocol/documents/sentence.ts'
import type { WeatherDocument, WeatherVariable } from '#core/protocol/documents/weather-document.ts'
import type { FactsIn } from './facts-in.ts'
import { exact, fact, note } from './say.ts'

type Variable = NonNullable<WeatherDocument['variables'][WeatherVariable]>

const names: Readonly<Record<WeatherVariable, string>> = {
  airTempC: 'Air temperature',
  trackTempC: 'Track temperature',
  humidityPct: 'Humidity',
  pressureHpa: 'Pressure',
  windKph: 'Wind speed',
  windU: 'Wind along east and west',
  windV: 'Wind along north and south',
}

export function variableName(name: WeatherVariable): string {
  return names[name]
}

/** What one variable can say of how the track moved under everyone (D19); never a cause. */
export function variableSentence(name: WeatherVariable, variable: Variable, at: FactsIn): Sentence {
  const figure = (field: string) => exact(at(`variables.${name}.${field}`))
  switch (variable.verdict) {
    case 'not-measured':
      return variable.isConstant && variable.samples > 0
        ? note`${names[name]} reads the same in all ${figure('samples')} samples: no sensor was at work.`
        : note`${names[name]} was not measured.`
    case 'never-leads':
      return note`${names[name]} drifts with the clock and is never read as a reason.`
    case 'range-too-small':
      return variable.trackState.range === null || variable.rangeNeeded === null
        ? note`${names[name]}: too few laps to say anything.`
        : note`${names[name]} moved by ${figure('trackState.range')} over the laps of the field, of ${figure('rangeNeeded')} needed: too little to say anything.`
    case 'no-evidence':
      return fact`${names[name]} moved by ${figure('trackState.range')}, and nothing in it goes with how the track moved (r ${figure('trackState.r')}, p ${figure('trackState.pAdjusted')}, ${figure('trackState.n')} laps).`
    case 'associated':
      return fact`${names[name]} went with how the track moved: r ${figure('trackState.r')} over ${figure('trackState.n')} laps, p ${figure('trackState.pAdjusted')} after counting every variable looked at. That names no cause.`
  }
}
