/** What the fields of weather are called in figures.ts. */
export const variables: Readonly<Record<string, string>> = {
  airTempC: 'air',
  trackTempC: 'track-temperature',
  humidityPct: 'humidity',
  pressureHpa: 'pressure',
  windKph: 'wind',
  windU: 'wind',
  windV: 'wind',
  windDirectionDeg: 'wind-direction',
}
export const statistics: Readonly<Record<string, string>> = {
  min: 'lowest',
  max: 'highest',
  mean: 'mean',
  otherMean: 'mean',
  range: 'range',
  rangeNeeded: 'range-needed',
}
