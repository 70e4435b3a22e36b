import type { FactId } from '#core/domain/fact.ts'
import { factIdOf } from '#core/domain/fact-id.ts'
import { sectionName } from '#core/domain/fact-text.ts'
import { carInRaceId } from '../documents/collections.ts'
import type { WeatherDocument } from '../documents/weather-document.ts'
import type { FactContext, FactEntry } from './fact-entry.ts'
import { keyOf, timeKind } from './fact-entry.ts'
import { paceField } from './pace-field.ts'
import { effectsOf } from './weather-variables.ts'

type Context = FactContext<WeatherDocument>
type Entry = FactEntry<WeatherDocument>

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

/** What the track did to everyone, and the field without it (D11, D12). */
export const fieldFacts: readonly Entry[] = [
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
