import type { FactId } from '#core/domain/fact.ts'
import { factIdOf } from '#core/domain/fact-id.ts'
import type { FactKind } from '#core/domain/fact-text.ts'
import { carInRaceId } from '../documents/collections.ts'
import type { WeatherDocument } from '../documents/weather-document.ts'
import type { FactContext, FactEntry } from './fact-entry.ts'
import { keyOf } from './fact-entry.ts'
import { fieldFacts } from './weather-field-facts.ts'
import { variableFacts } from './weather-variable-facts.ts'
import { effectsOf, kindOf, nameOf, samplesOf, variables } from './weather-variables.ts'

type Context = FactContext<WeatherDocument>
type Entry = FactEntry<WeatherDocument>

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
  regressionEntry('residualDf', 'count', 'Degrees of freedom of the regression'),
  regressionEntry('rSquared', 'correlation', 'Share of the spread that the regression explains'),
  regressionEntry('intercept', 'gap', 'Intercept of the regression'),
  regressionEntry('terms.*.coefficient', 'gap', 'lap time per unit'),
  regressionEntry('terms.*.low', 'gap', 'low end of its interval'),
  regressionEntry('terms.*.high', 'gap', 'high end of its interval'),
  regressionEntry('terms.*.p', 'probability', 'p'),
  regressionEntry('terms.*.varianceInflation', 'number', 'how far the others explain it'),
  regressionEntry('terms.*.range', 'number', 'its range over those laps'),
  regressionEntry('terms.*.isRangeTooSmall', 'yes-no', 'its range is too small to say anything'),
  regressionEntry('collinear.*.r', 'correlation', 'Terms of the regression that move together'),
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
  ...(
    [
      ['n', 'count', 'cars'],
      ['closeLaps', 'count', 'laps within a second of another car'],
      ['freeLaps', 'count', 'laps free of another car'],
      ['medianMs', 'gap', 'median difference of a car, close laps less free ones'],
      ['lowMs', 'gap', 'that difference, low end'],
      ['highMs', 'gap', 'that difference, high end'],
    ] as const
  ).map(([field, kind, what]): Entry => ({
    field: `traffic.${field}`,
    kind,
    label: () => `Traffic: ${what}`,
    operands: ({ document, race }) =>
      (race?.cars ?? []).map(({ car }) =>
        factIdOf('ml_pattern_recommendations', carInRaceId(document.raceId, car), 'lap.paceMs'),
      ),
  })),
  { field: 'rain.samples', kind: 'count', label: () => 'Samples of the rain sensor' },
  { field: 'rain.maximum', kind: 'number', label: () => 'Highest reading of the rain sensor' },
]
