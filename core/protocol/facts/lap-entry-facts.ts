import { sectionName } from '#core/domain/fact-text.ts'
import type { FactKind } from '#core/domain/fact-text.ts'
import type { LapEntry } from '../documents/lap-entry.ts'
import type { PatternDocument } from '../documents/pattern-document.ts'
import type { FactContext, FactEntry } from './fact-entry.ts'
import { keyOf, timeKind } from './fact-entry.ts'
import { otherCar, ownFact, weatherField } from './pattern-operands.ts'

type Context = FactContext<PatternDocument>
type Entry = FactEntry<PatternDocument>

const entryOf = (context: Context): LapEntry | undefined => context.document.laps[keyOf(context)]

const label = (what: string) => (context: Context) =>
  `Car ${context.document.car}, lap ${keyOf(context)}: ${what}`

/** A field of the ledger that is one cell of the timing file. */
const cell = (field: string, kind: FactKind, column: string, what: string): Entry => ({
  field: `laps.*.${field}`,
  kind,
  label: label(what),
  source: (context) => sourceOf(context, column),
})

function sourceOf(context: Context, column: string | undefined) {
  const line = entryOf(context)?.line
  if (line === undefined || column === undefined) return undefined
  return { file: context.document.file, line, column }
}

const elapsed = (context: Context, lap = keyOf(context)) =>
  ownFact(context, `laps.${lap}.elapsedMs`)

const lapBefore = (context: Context): string => String(Number(keyOf(context)) - 1)

/** Where the car stands at the line: its race time, and that of the car ahead. */
function intervalOperands(context: Context) {
  const ahead = entryOf(context)?.ahead
  if (ahead === null || ahead === undefined) return [elapsed(context)]
  return [elapsed(context), otherCar(context, ahead, `laps.${keyOf(context)}.elapsedMs`)]
}

function followedOperands(context: Context) {
  const followed = entryOf(context)?.followed
  const own = ownFact(context, `laps.${keyOf(context)}.hourMs`)
  if (followed === null || followed === undefined) return [own]
  return [own, otherCar(context, followed.car, `laps.${followed.lap}.hourMs`)]
}

/** The facts of the ledger: one lap of one car. */
export const lapEntryFacts: readonly Entry[] = [
  cell('lap', 'lap', 'LAP_NUMBER', 'its number'),
  {
    field: 'laps.*.timeMs.*',
    kind: (context) => timeKind(keyOf(context, 1)),
    label: (context) => label(`${sectionName(keyOf(context, 1))}, as driven`)(context),
    source: (context) => {
      const column = Object.entries(context.race?.columns ?? {}).find(
        ([quantity]) => quantity === keyOf(context, 1),
      )?.[1]
      return sourceOf(context, column)
    },
  },
  {
    field: 'laps.*.correctedMs.*',
    kind: (context) => timeKind(keyOf(context, 1)),
    label: (context) => label(`${sectionName(keyOf(context, 1))}, the track taken out`)(context),
    operands: (context) => [
      ownFact(context, `laps.${keyOf(context)}.timeMs.${keyOf(context, 1)}`),
      weatherField(context, `laps.${keyOf(context)}.effectMs.${keyOf(context, 1)}`),
    ],
  },
  cell('flagAtLine', 'word', 'FLAG_AT_FL', 'flag at the line'),
  cell('isClean', 'yes-no', 'FLAG_AT_FL', 'green from start to finish'),
  cell('isGreen', 'yes-no', 'FLAG_AT_FL', 'green flag at the line'),
  cell('excludedBecause.*', 'word', 'FLAG_AT_FL', 'why it does not count'),
  cell('isPitIn', 'yes-no', 'CROSSING_FINISH_LINE_IN_PIT', 'ended in the pit lane'),
  cell('pitTimeMs', 'race-time', 'PIT_TIME', 'time in the pit lane'),
  cell('driverNumber', 'number', 'DRIVER_NUMBER', 'which of the drivers'),
  cell('elapsedMs', 'race-time', 'ELAPSED', 'race time at its end'),
  cell('hourMs', 'clock', 'HOUR', 'local time at its end'),
  cell('topSpeedKph', 'speed', 'TOP_SPEED', 'speed at the trap'),
  { field: 'laps.*.stint', kind: 'count', label: label('number of the stint') },
  {
    field: 'laps.*.isIncident',
    kind: 'yes-no',
    label: label('more than 3 % over the own pace'),
    operands: (context) =>
      entryOf(context)?.correctedMs.lap === undefined
        ? [ownFact(context, `laps.${keyOf(context)}.isClean`)]
        : [
            ownFact(context, `laps.${keyOf(context)}.correctedMs.lap`),
            ownFact(context, 'lap.paceMs'),
          ],
  },
  {
    field: 'laps.*.isNotInOfficialList',
    kind: 'yes-no',
    label: label('quick enough for the official list, and not on it'),
    source: (context) => sourceOf(context, 'LAP_TIME'),
  },
  { field: 'laps.*.isPersonalBest', kind: 'yes-no', label: label('the best lap of the car') },
  { field: 'laps.*.isFieldBest', kind: 'yes-no', label: label('the fastest lap of the race') },
  {
    field: 'laps.*.position',
    kind: 'position',
    label: label('position at the line'),
    operands: (context) => [elapsed(context)],
  },
  {
    field: 'laps.*.ahead',
    kind: 'car',
    label: label('the car ahead in the order'),
    operands: intervalOperands,
  },
  {
    field: 'laps.*.intervalMs',
    kind: 'gap',
    label: label('interval to the car ahead'),
    operands: intervalOperands,
  },
  {
    field: 'laps.*.placesLost',
    kind: 'places',
    label: label('places against the lap before'),
    operands: (context) =>
      [lapBefore(context), keyOf(context)]
        .filter((lap) => Object.hasOwn(context.document.laps, lap))
        .map((lap) => ownFact(context, `laps.${lap}.position`)),
  },
  { field: 'laps.*.lostTo.*', kind: 'car', label: label('a car that went ahead') },
  { field: 'laps.*.wonFrom.*', kind: 'car', label: label('a car that fell behind') },
  {
    field: 'laps.*.followed.car',
    kind: 'car',
    label: label('the car on the road ahead'),
    operands: followedOperands,
  },
  {
    field: 'laps.*.followed.lap',
    kind: 'lap',
    label: label('which lap the car on the road ahead had ended'),
    operands: followedOperands,
  },
  {
    field: 'laps.*.followed.intervalMs',
    kind: 'gap',
    label: label('how closely the car on the road ahead was followed'),
    operands: followedOperands,
  },
  {
    field: 'laps.*.followed.lapsAhead',
    kind: 'number',
    label: label('laps that the car on the road ahead was in front'),
    operands: followedOperands,
  },
]
