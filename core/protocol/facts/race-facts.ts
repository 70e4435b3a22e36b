import { factIdOf } from '#core/domain/fact-id.ts'
import type { FactId } from '#core/domain/fact.ts'
import type { FactKind } from '#core/domain/fact-text.ts'
import { sectionIds } from '#core/domain/quantity.ts'
import { carInRaceId, compositeId } from '../documents/collections.ts'
import type { CompositeSum, RaceDocument } from '../documents/race-document.ts'
import type { TrackDocument } from '../documents/track-document.ts'
import type { FactContext, FactEntry } from './fact-entry.ts'
import { keyOf } from './fact-entry.ts'

type Classes = { readonly [key: string]: { readonly composite: CompositeSum } }

function sectionBests(
  of: RaceDocument['raceId'] | TrackDocument['trackId'],
  classes: Classes,
  key: string,
): FactId[] {
  const carClass = Object.keys(classes).length === 1 ? undefined : key
  return sectionIds.map((section) =>
    factIdOf('best_case_composites', compositeId(of, section, carClass), 'bestMs'),
  )
}

/** The composite's facts, the same for a race and for a track. */
export function compositeSumFacts<Document extends { readonly classes: Classes }>(
  collection: 'races' | 'tracks',
  idOf: (document: Document) => RaceDocument['raceId'] | TrackDocument['trackId'],
): readonly FactEntry<Document>[] {
  const sums = (context: FactContext<Document>) =>
    sectionBests(idOf(context.document), context.document.classes, keyOf(context))
  return [
    {
      field: 'classes.*.composite.sumMs',
      kind: 'lap-time',
      label: () => 'Composite: the sum of the best sections',
      operands: sums,
    },
    {
      field: 'classes.*.composite.jointMs',
      kind: 'lap-time',
      label: () => 'Joint composite: never slower than a lap really driven',
      operands: (context) => [
        ...sums(context),
        factIdOf(
          collection,
          context.documentId,
          `classes.${keyOf(context)}.composite.fastestLap.lapTimeMs`,
        ),
      ],
    },
    {
      field: 'classes.*.composite.jointFrom',
      kind: 'word',
      label: () => 'What the joint composite is made of',
    },
    ...fastestLapFacts<Document>(),
  ]
}

function fastestLapFacts<Document extends { readonly classes: Classes }>() {
  const fact = (
    field: string,
    kind: FactKind,
    column: string,
    what: string,
  ): FactEntry<Document> => ({
    field: `classes.*.composite.fastestLap.${field}`,
    kind,
    label: () => `The fastest lap really driven${what}`,
    source: ({ document, keys }) => {
      const lap = document.classes[keys[0] ?? '']?.composite.fastestLap ?? undefined
      return lap && { file: lap.file, line: lap.line, column }
    },
  })
  return [
    fact('lapTimeMs', 'lap-time', 'LAP_TIME', ''),
    fact('car', 'car', 'NUMBER', ': whose'),
    fact('lap', 'lap', 'LAP_NUMBER', ': which'),
  ]
}

const everyCar =
  (field: string) =>
  ({ document }: FactContext<RaceDocument>) =>
    document.cars.map(({ car }) =>
      factIdOf('ml_pattern_recommendations', carInRaceId(document.raceId, car), field),
    )

const note = ({ document, keys }: FactContext<RaceDocument>) =>
  document.dataQuality[Number(keys[0])]?.text ?? ''

/** The facts of races. */
export const raceFacts: readonly FactEntry<RaceDocument>[] = [
  ...compositeSumFacts<RaceDocument>('races', (race) => race.raceId),
  { field: 'raceNumber', kind: 'number', label: () => 'Number of the race in its weekend' },
  { field: 'date', kind: 'date', label: () => 'Date of the race' },
  {
    field: 'utcOffsetHours',
    kind: 'number',
    label: () => 'Hours that local time is ahead of UTC',
  },
  {
    field: 'laps',
    kind: 'count',
    label: () => 'Laps of all cars',
    operands: everyCar('lapsDone'),
  },
  {
    field: 'cleanLaps',
    kind: 'count',
    label: () => 'Green laps of all cars',
    operands: everyCar('cleanLaps'),
  },
  { field: 'raceLaps', kind: 'count', label: () => 'Laps of the race' },
  { field: 'cars.*.car', kind: 'car', label: () => 'A car of the race' },
  {
    field: 'cars.*.laps',
    kind: 'count',
    label: (context) => `Laps of car ${context.document.cars[Number(keyOf(context))]?.car ?? ''}`,
  },
  {
    field: 'flags.*',
    kind: 'count',
    label: (context) => `Laps that ended under the flag ${keyOf(context)}`,
  },
  { field: 'phases.*.flag', kind: 'word', label: () => 'Flag of a phase of the race' },
  { field: 'phases.*.fromLap', kind: 'lap', label: () => 'First lap of a phase of the race' },
  { field: 'phases.*.toLap', kind: 'lap', label: () => 'Last lap of a phase of the race' },
  { field: 'classes.*.laps', kind: 'count', label: () => 'Laps of the class' },
  { field: 'classes.*.cleanLaps', kind: 'count', label: () => 'Green laps of the class' },
  { field: 'classes.*.cars.*', kind: 'car', label: () => 'A car of the class' },
  { field: 'sectionTimes', kind: 'count', label: () => 'Section times of all laps' },
  { field: 'phases.*.restartLap', kind: 'lap', label: () => 'Lap of the restart' },
  { field: 'classes.*.sections.*', kind: 'section', label: () => 'A section that was timed' },
  { field: 'layout.parts.*.*', kind: 'section', label: () => 'A part that laps are compared in' },
  { field: 'layout.subSections.*', kind: 'section', label: () => 'A sub-section that was timed' },
  { field: 'weather.samples', kind: 'count', label: () => 'Weather samples' },
  { field: 'weather.firstUtcSeconds', kind: 'utc', label: () => 'First weather sample' },
  { field: 'weather.lastUtcSeconds', kind: 'utc', label: () => 'Last weather sample' },
  { field: 'weather.airTempC.min', kind: 'temperature', label: () => 'Lowest air temperature' },
  { field: 'weather.airTempC.max', kind: 'temperature', label: () => 'Highest air temperature' },
  { field: 'weather.humidityPct.min', kind: 'humidity', label: () => 'Lowest humidity' },
  { field: 'weather.humidityPct.max', kind: 'humidity', label: () => 'Highest humidity' },
  { field: 'classification', kind: 'word', label: () => 'Kind of the results' },
  { field: 'dataQuality.*.text', kind: 'word', label: () => 'Note on the data' },
  { field: 'dataQuality.*.count', kind: 'count', label: (context) => `How many: ${note(context)}` },
  {
    field: 'dataQuality.*.laps.*.lap',
    kind: 'lap',
    label: (context) => `A lap of: ${note(context)}`,
  },
  {
    field: 'dataQuality.*.laps.*.car',
    kind: 'car',
    label: (context) => `The car of a lap of: ${note(context)}`,
  },
  { field: 'dataQuality.*.cars.*', kind: 'car', label: (context) => `A car of: ${note(context)}` },
]
