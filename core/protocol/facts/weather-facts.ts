import type { FactId } from '#core/domain/fact.ts'
import { factIdOf } from '#core/domain/fact.ts'
import type { FactKind } from '#core/domain/fact-text.ts'
import { sectionName } from '#core/domain/fact-text.ts'
import { carInRaceId } from '../documents/collections.ts'
import type { WeatherDocument } from '../documents/weather-document.ts'
import type { FactContext, FactEntry } from './fact-entry.ts'
import { keyOf, timeKind } from './fact-entry.ts'
import { paceField } from './pace-field.ts'

type Context = FactContext<WeatherDocument>
type Entry = FactEntry<WeatherDocument>

/** What each variable is called, written in, and which column it is read from. */
const variables: Record<string, { name: string; kind: FactKind; column: string }> = {
  airTempC: { name: 'Air temperature', kind: 'temperature', column: 'AIR_TEMP' },
  trackTempC: { name: 'Track temperature', kind: 'temperature', column: 'TRACK_TEMP' },
  humidityPct: { name: 'Humidity', kind: 'humidity', column: 'HUMIDITY' },
  pressureHpa: { name: 'Pressure', kind: 'pressure', column: 'PRESSURE' },
  windKph: { name: 'Wind speed', kind: 'wind', column: 'WIND_SPEED' },
  windU: { name: 'Wind along east', kind: 'wind', column: 'WIND_SPEED' },
  windV: { name: 'Wind along north', kind: 'wind', column: 'WIND_SPEED' },
  windDirectionDeg: { name: 'Wind direction', kind: 'degrees', column: 'WIND_DIRECTION' },
}

const nameOf = (variable: string): string => variables[variable]?.name ?? variable
const kindOf = (variable: string): FactKind => variables[variable]?.kind ?? 'number'

/** The samples that a variable's figures rest on. */
function samplesOf({ document, documentId }: Context, variable: string): FactId[] {
  const column = variable === 'windU' || variable === 'windV' ? 'windKph' : variable
  return document.series.map((_, index) =>
    factIdOf('ml_weather_recommendations', documentId, `series.${index}.${column}`),
  )
}

function effectsOf({ document, documentId }: Context): FactId[] {
  return Object.entries(document.field).flatMap(([key, field]) =>
    Object.keys(field.laps).map((lap) =>
      factIdOf('ml_weather_recommendations', documentId, `field.${key}.laps.${lap}.effectMs.lap`),
    ),
  )
}

const variableEntry = (field: string, kind: FactKind | 'own', what: string): Entry => ({
  field: `variables.*.${field}`,
  kind: (context) => (kind === 'own' ? kindOf(keyOf(context)) : kind),
  label: (context) => `${nameOf(keyOf(context))}: ${what}`,
  operands: (context) => [
    ...samplesOf(context, keyOf(context)),
    ...(kind === 'correlation' || kind === 'probability' ? effectsOf(context) : []),
  ],
})

const lapSets = { clean: 'green laps', green: 'laps under a green flag at the line' } as const

const variableFacts: readonly Entry[] = [
  variableEntry('samples', 'count', 'samples'),
  variableEntry('dropped', 'count', 'samples in which the sensor dropped out'),
  variableEntry('min', 'own', 'lowest'),
  variableEntry('max', 'own', 'highest'),
  variableEntry('mean', 'own', 'mean'),
  variableEntry('verdict', 'word', 'verdict'),
  variableEntry('isConstant', 'yes-no', 'one value only, so nothing was measured'),
  variableEntry('trackState.n', 'count', 'laps compared with the state of the track'),
  variableEntry('trackState.range', 'own', 'range over those laps'),
  variableEntry('trackState.r', 'correlation', 'correlation with the state of the track'),
  variableEntry('trackState.p', 'probability', 'p of it'),
  variableEntry('trackState.pAdjusted', 'probability', "p of it, by Holm's rule"),
  ...Object.entries(lapSets).flatMap(([set, laps]) => [
    variableEntry(`${set}.n`, 'count', `${laps} compared with the weather`),
    variableEntry(`${set}.r`, 'correlation', `correlation with the lap time, ${laps}`),
    variableEntry(`${set}.p`, 'probability', `p of it, ${laps} taken as independent`),
    variableEntry(`${set}.within.r`, 'correlation', `correlation within cars, ${laps}`),
    variableEntry(`${set}.within.p`, 'probability', `p of it, ${laps}`),
    variableEntry(`${set}.byLap.n`, 'count', `lap numbers compared, ${laps}`),
    variableEntry(`${set}.byLap.r`, 'correlation', `correlation by lap number, ${laps}`),
    variableEntry(`${set}.byLap.p`, 'probability', `p of it, ${laps}`),
    variableEntry(`${set}.lapCorrected.r`, 'correlation', `correlation without the lap, ${laps}`),
    variableEntry(`${set}.lapCorrected.p`, 'probability', `p of it, ${laps}`),
  ]),
]

const classOf = ({ document, keys }: Context) => document.field[keys[0] ?? '']

/** The clean laps of one number that a field effect is the median of. */
function lapsUnderEffect(context: Context): FactId[] {
  const [, lap = '', quantity = 'lap'] = context.keys
  const entry = classOf(context)?.laps[lap]
  if (entry === undefined) return []
  const without = Object.entries(entry.without).find(([name]) => name === quantity)?.[1] ?? []
  return entry.carNumbers
    .filter((car) => !without.includes(car))
    .map((car) =>
      factIdOf(
        'ml_pattern_recommendations',
        carInRaceId(context.document.raceId, car),
        `laps.${lap}.timeMs.${quantity}`,
      ),
    )
}

/** The paces of the class in one quantity. */
function pacesOf(context: Context): FactId[] {
  const quantity = keyOf(context, 1)
  const cars = context.race?.classes[keyOf(context)]?.cars ?? []
  return cars.map((car) =>
    factIdOf(
      'ml_pattern_recommendations',
      carInRaceId(context.document.raceId, car),
      paceField(quantity),
    ),
  )
}

const fieldFacts: readonly Entry[] = [
  {
    field: 'field.*.laps.*.effectMs.*',
    kind: 'gap',
    label: (context) =>
      `What the track did to everyone on lap ${keyOf(context, 1)}, ${sectionName(keyOf(context, 2))}`,
    operands: lapsUnderEffect,
  },
  {
    field: 'field.*.laps.*.cars',
    kind: 'count',
    label: (context) => `Cars whose lap ${keyOf(context, 1)} counts for the field effect`,
    operands: lapsUnderEffect,
  },
  { field: 'field.*.laps.*.lap', kind: 'lap', label: () => 'The lap' },
  { field: 'field.*.laps.*.carNumbers.*', kind: 'car', label: () => 'A car of the field effect' },
  { field: 'field.*.laps.*.without.*.*', kind: 'car', label: () => 'A car not timed there' },
  {
    field: 'field.*.cars.*',
    kind: 'count',
    label: (context) => `Cars with a pace in ${sectionName(keyOf(context, 1))}`,
    operands: pacesOf,
  },
  {
    field: 'field.*.quickQuarterMs.*',
    kind: (context) => timeKind(keyOf(context, 1)),
    label: (context) => `The quick quarter of the field, ${sectionName(keyOf(context, 1))}`,
    operands: pacesOf,
  },
  {
    field: 'field.*.fieldMedianMs.*',
    kind: (context) => timeKind(keyOf(context, 1)),
    label: (context) => `The field median, ${sectionName(keyOf(context, 1))}`,
    operands: pacesOf,
  },
  {
    field: 'field.*.trackChange.rangeMs',
    kind: 'gap',
    label: () => 'Between the slowest and the quickest lap of the track',
    operands: effectsOf,
  },
  {
    field: 'field.*.trackChange.rangePct',
    kind: 'percent',
    label: () => 'That range, of the field median pace',
    operands: effectsOf,
  },
  { field: 'field.*.trackChange.limitPct', kind: 'percent', label: () => 'A changed track: above' },
  {
    field: 'field.*.trackChange.hasChanged',
    kind: 'yes-no',
    label: () => 'The track changed',
    operands: effectsOf,
  },
  {
    field: 'field.*.trackChange.slowestLap',
    kind: 'lap',
    label: () => 'The lap on which the track was slowest',
  },
  {
    field: 'field.*.trackChange.quickestLap',
    kind: 'lap',
    label: () => 'The lap on which the track was quickest',
  },
]

const seriesFacts: readonly Entry[] = Object.entries(variables).map(([field, variable]) => ({
  field: `series.*.${field}`,
  kind: variable.kind,
  label: () => `${variable.name}, a sample`,
  source: ({ document, keys }) => {
    const sample = document.series[Number(keys[0])]
    if (sample === undefined || document.file === null) return undefined
    return { file: document.file, line: sample.line, column: variable.column }
  },
}))

const termOf = ({ document, keys }: Context): string =>
  document.regression.kind === 'fitted'
    ? (document.regression.terms[Number(keys[0])]?.name ?? '')
    : ''

const regressionEntry = (field: string, kind: FactKind, what: string): Entry => ({
  field: `regression.${field}`,
  kind,
  label: (context) =>
    field.startsWith('terms') ? `Regression, ${nameOf(termOf(context))}: ${what}` : what,
  operands: effectsOf,
})

const regressionFacts: readonly Entry[] = [
  regressionEntry('n', 'count', 'Laps of the regression'),
  regressionEntry('needed', 'count', 'Laps that a regression needs'),
  regressionEntry('degreesOfFreedom', 'count', 'Degrees of freedom of the regression'),
  regressionEntry('rSquared', 'correlation', 'Share of the spread that the regression explains'),
  regressionEntry('intercept', 'gap', 'Intercept of the regression'),
  regressionEntry('terms.*.coefficient', 'gap', 'lap time per unit'),
  regressionEntry('terms.*.low', 'gap', 'low end of its interval'),
  regressionEntry('terms.*.high', 'gap', 'high end of its interval'),
  regressionEntry('terms.*.p', 'probability', 'p'),
  regressionEntry('terms.*.varianceInflation', 'number', 'how far the others explain it'),
  regressionEntry('terms.*.isCollinear', 'yes-no', 'moves with the others'),
]

const paceOfBoth = ({ document }: Context, index: number): FactId[] => {
  const other = document.otherRace
  const car = other?.cars[index]?.car
  if (other === null || car === undefined) return []
  return [document.raceId, other.raceId].map((raceId) =>
    factIdOf('ml_pattern_recommendations', carInRaceId(raceId, car), 'lap.paceMs'),
  )
}

const otherRaceFacts: readonly Entry[] = [
  {
    field: 'otherRace.variables.*.mean',
    kind: (context) => kindOf(keyOf(context)),
    label: (context) => `${nameOf(keyOf(context))} of this race, mean`,
    operands: (context) => samplesOf(context, keyOf(context)),
  },
  {
    field: 'otherRace.variables.*.otherMean',
    kind: (context) => kindOf(keyOf(context)),
    label: (context) => `${nameOf(keyOf(context))} of the other race, mean`,
    operands: ({ document, keys }) =>
      document.otherRace === null
        ? []
        : [
            factIdOf(
              'ml_weather_recommendations',
              document.otherRace.raceId,
              `variables.${keys[0] ?? ''}.mean`,
            ),
          ],
  },
  ...(['shiftMs', 'lowMs', 'highMs'] as const).map((field): Entry => ({
    field: `otherRace.field.${field}`,
    kind: 'gap',
    label: () =>
      `How far the field moved against the other race${field === 'shiftMs' ? '' : ', an end of the interval'}`,
    operands: (context) =>
      (context.document.otherRace?.cars ?? []).flatMap((_, index) => paceOfBoth(context, index)),
  })),
  {
    field: 'otherRace.field.n',
    kind: 'count',
    label: () => 'Cars with a pace in both races',
  },
  { field: 'otherRace.cars.*.car', kind: 'car', label: () => 'A car of both races' },
  {
    field: 'otherRace.cars.*.shiftMs',
    kind: 'gap',
    label: () => 'How far this car moved against the other race',
    operands: (context) => paceOfBoth(context, Number(keyOf(context))),
  },
  {
    field: 'otherRace.cars.*.againstFieldMs',
    kind: 'gap',
    label: () => 'How far this car moved against the field',
    operands: (context) => [
      ...paceOfBoth(context, Number(keyOf(context))),
      factIdOf('ml_weather_recommendations', context.documentId, 'otherRace.field.shiftMs'),
    ],
  },
]

/** The facts of ml_weather_recommendations. */
export const weatherFacts: readonly Entry[] = [
  ...variableFacts,
  ...fieldFacts,
  ...seriesFacts,
  ...regressionFacts,
  ...otherRaceFacts,
  { field: 'samples', kind: 'count', label: () => 'Weather samples' },
  {
    field: 'clampedLaps',
    kind: 'count',
    label: () => 'Green laps that ended before the first or after the last sample',
  },
  { field: 'series.*.utcSeconds', kind: 'utc', label: () => 'Time of a sample' },
  {
    field: 'laps.*.*',
    kind: (context) => kindOf(keyOf(context, 1)),
    label: (context) => `${nameOf(keyOf(context, 1))} on lap ${keyOf(context)}`,
    operands: (context) => samplesOf(context, keyOf(context, 1)),
  },
  { field: 'rain.samples', kind: 'count', label: () => 'Samples of the rain sensor' },
  { field: 'rain.maximum', kind: 'number', label: () => 'Highest reading of the rain sensor' },
]
