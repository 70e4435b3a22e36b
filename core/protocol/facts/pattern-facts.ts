import { quantities, sectionIds, subSectionIds } from '#core/domain/quantity.ts'
import { sectionName } from '#core/domain/fact-text.ts'
import type { FactKind } from '#core/domain/fact-text.ts'
import type { PatternDocument } from '../documents/pattern-document.ts'
import type { FactContext, FactEntry } from './fact-entry.ts'
import { keyOf, timeKind } from './fact-entry.ts'
import { lapEntryFacts } from './lap-entry-facts.ts'
import {
  cleanTimes,
  compositeFact,
  correctedTimes,
  everyPace,
  otherCar,
  ownFact,
  sumFact,
  weatherField,
} from './pattern-operands.ts'
import { storyFacts } from './story-facts.ts'
import { paceField } from './pace-field.ts'

type Context = FactContext<PatternDocument>
type Entry = FactEntry<PatternDocument>

const carLabel = ({ document }: Context, what: string): string => `Car ${document.car}: ${what}`

const own =
  (...fields: string[]) =>
  (context: Context) =>
    fields.map((field) => ownFact(context, field))

const sectionBests = (context: Context) =>
  sectionIds
    .filter((section) => context.document.sections[section]?.own)
    .map((section) => ownFact(context, `sections.${section}.own.bestMs`))

/** Pace, target and repeat gain of one quantity (D12, D14), under the given field. */
function paceFacts(quantity: string): readonly Entry[] {
  const at = paceField(quantity).replace('.paceMs', '')
  const where = quantity === 'lap' ? 'lap' : sectionName(quantity)
  const time = timeKind(quantity)
  const corrected = (context: Context) => correctedTimes(context, quantity)
  const quickQuarter = (context: Context) => weatherField(context, `quickQuarterMs.${quantity}`)
  const fact = (
    field: string,
    kind: FactKind,
    what: string,
    operands: Entry['operands'] = corrected,
  ): Entry => ({
    field: `${at}.${field}`,
    kind,
    label: (context) => carLabel(context, `${what}, ${where}`),
    operands,
  })
  const offQuickQuarter = (field: string) => (context: Context) => [
    ownFact(context, `${at}.${field}`),
    quickQuarter(context),
  ]
  return [
    fact('paceN', 'count', 'laps that the pace rests on'),
    fact('paceMs', time, 'pace, the track taken out'),
    fact('paceLowMs', time, 'pace, low end of the interval'),
    fact('paceHighMs', time, 'pace, high end of the interval'),
    fact('paceRank', 'rank', 'rank of the pace', (context) => everyPace(context, quantity)),
    fact('paceOf', 'count', 'cars with a pace', (context) => everyPace(context, quantity)),
    fact('paceGapMs', 'gap', 'pace gap to the quick quarter', offQuickQuarter('paceMs')),
    fact('paceGapLowMs', 'gap', 'pace gap, low end', offQuickQuarter('paceLowMs')),
    fact('paceGapHighMs', 'gap', 'pace gap, high end', offQuickQuarter('paceHighMs')),
    fact('targetMs', time, 'own best quarter, the track taken out'),
    fact('repeatGainMs', 'gap', 'repeat gain', own(`${at}.paceMs`, `${at}.targetMs`)),
    fact('targetLaps.*', 'lap', 'a lap of the own best quarter', (context) => {
      const lap = targetLapsOf(context, quantity)[Number(keyOf(context))]
      return lap === undefined ? [] : [ownFact(context, `laps.${lap}.correctedMs.${quantity}`)]
    }),
    ...watchFacts(quantity, at, where),
  ]
}

function partOf({ document }: Context, quantity: string) {
  const section = sectionIds.find((id) => id === quantity)
  if (section !== undefined) return document.sections[section]
  const subSection = subSectionIds.find((id) => id === quantity)
  return subSection && document.subSections[subSection]
}

const targetLapsOf = (context: Context, quantity: string) =>
  (quantity === 'lap' ? context.document.lap : partOf(context, quantity))?.targetLaps ?? []

const watchOf = (context: Context, quantity: string) => partOf(context, quantity)?.watch

/** The nearest quicker car and its lap worth watching. */
function watchFacts(quantity: string, at: string, where: string): readonly Entry[] {
  if (quantity === 'lap') return []
  const watch = (context: Context) => watchOf(context, quantity) ?? undefined
  const pace = (context: Context) => {
    const car = watch(context)?.car
    return car === undefined ? [] : [otherCar(context, car, paceField(quantity))]
  }
  const label = (what: string) => (context: Context) =>
    carLabel(context, `nearest quicker car, ${where}: ${what}`)
  return [
    { field: `${at}.watch.car`, kind: 'car', label: label('which'), operands: pace },
    {
      field: `${at}.watch.lap`,
      kind: 'lap',
      label: label('its lap worth watching'),
      operands: (context) => {
        const target = watch(context)
        if (target === undefined) return []
        return [otherCar(context, target.car, `laps.${target.lap}.timeMs.${quantity}`)]
      },
    },
    {
      field: `${at}.watch.quickerByMs`,
      kind: 'gap',
      label: label('how much quicker'),
      operands: (context) => [ownFact(context, paceField(quantity)), ...pace(context)],
    },
    { field: `${at}.watch.paceRank`, kind: 'rank', label: label('its rank'), operands: pace },
    {
      field: `${at}.watch.isFree`,
      kind: 'yes-no',
      label: label('no car within a second ahead on that lap'),
    },
  ]
}

/** Figures of one section over clean laps, uncorrected (D7), and the car's own best. */
function sectionFacts(section: (typeof sectionIds)[number]): readonly Entry[] {
  const where = sectionName(section)
  const times = (context: Context) => cleanTimes(context, section)
  const fact = (
    field: string,
    kind: FactKind,
    what: string,
    operands: Entry['operands'] = times,
  ): Entry => ({
    field: `sections.${section}.${field}`,
    kind,
    label: (context) => carLabel(context, `${where}, ${what}`),
    operands,
  })
  const withComposite = (context: Context) => [...times(context), compositeFact(context, section)]
  const cell = (column?: string) => (context: Context) => {
    const { document, race } = context
    const line = document.laps[String(document.sections[section]?.own?.lap)]?.line
    const name = column ?? race?.columns[section]
    return line === undefined || name === undefined
      ? undefined
      : { file: document.file, line, column: name }
  }
  return [
    fact('n', 'count', 'green laps that have it'),
    fact('meanMs', 'section-time', 'mean of green laps'),
    fact('medianMs', 'section-time', 'median of green laps'),
    fact('bestMs', 'section-time', 'best of green laps'),
    fact('stdMs', 'gap', 'standard deviation of green laps'),
    fact('medianGapMs', 'gap', 'median gap to the composite', withComposite),
    fact('meanGapMs', 'gap', 'mean gap to the composite', withComposite),
    fact('worstOnLaps', 'count', 'laps on which it was the furthest off', (context) =>
      correctedTimes(context, section),
    ),
    fact('shareOfSpread', 'share', 'share of the spread of the laps', (context) =>
      correctedTimes(context, section),
    ),
    {
      field: `sections.${section}.own.bestMs`,
      kind: 'section-time',
      label: (context) => carLabel(context, `${where}, own best`),
      source: cell(),
    },
    {
      field: `sections.${section}.own.lap`,
      kind: 'lap',
      label: (context) => carLabel(context, `${where}, lap of the own best`),
      source: cell('LAP_NUMBER'),
    },
    {
      field: `sections.${section}.own.isClean`,
      kind: 'yes-no',
      label: (context) => carLabel(context, `${where}, the own best is from a green lap`),
      source: cell('FLAG_AT_FL'),
    },
  ]
}

const lapSetFacts: readonly Entry[] = (['clean', 'green'] as const).flatMap((set) => {
  const laps = set === 'clean' ? 'green laps' : 'laps under a green flag at the line'
  const fact = (field: string, kind: FactKind, what: string): Entry => ({
    field: `${set}.${field}`,
    kind,
    label: (context) => carLabel(context, `${what} ${laps}`),
    operands: (context) => cleanTimes(context, 'lap', set),
  })
  return [
    fact('n', 'count', 'number of'),
    fact('meanMs', 'lap-time', 'mean of'),
    fact('medianMs', 'lap-time', 'median of'),
    fact('bestMs', 'lap-time', 'best of'),
    fact('stdMs', 'gap', 'standard deviation of'),
    fact('slopeMsPerLap', 'slope', 'plain trend over'),
    fact('slopeP', 'probability', 'p of the plain trend over'),
  ]
})

const bestLapCell =
  (column: string) =>
  ({ document }: Context) => {
    const line = document.laps[String(document.bestLap?.lap)]?.line
    return line === undefined ? undefined : { file: document.file, line, column }
  }

const resultCell = ({ document }: Context) =>
  document.resultFile === null || document.resultLine === null
    ? undefined
    : { file: document.resultFile, line: document.resultLine, column: 'POSITION' }

const lapTrend = (context: Context) => correctedTimes(context, 'lap')

const simple = (
  field: string,
  kind: FactKind,
  what: string,
  operands?: Entry['operands'],
): Entry => ({
  field,
  kind,
  label: (context) => carLabel(context, what),
  ...(operands && { operands }),
})

const carFacts: readonly Entry[] = [
  simple('car', 'car', 'the car'),
  simple('lapsDone', 'count', 'laps done', (context) =>
    Object.keys(context.document.laps).map((lap) => ownFact(context, `laps.${lap}.elapsedMs`)),
  ),
  simple('cleanLaps', 'count', 'green laps', (context) => cleanTimes(context, 'lap')),
  { ...simple('position', 'position', 'official position'), source: resultCell },
  simple('positionOnRoad', 'position', 'position on the road at the end', (context) => {
    const last = Object.keys(context.document.laps).at(-1)
    return last === undefined ? [] : [ownFact(context, `laps.${last}.elapsedMs`)]
  }),
  { ...simple('bestLap.lap', 'lap', 'best lap, which'), source: bestLapCell('LAP_NUMBER') },
  { ...simple('bestLap.lapTimeMs', 'lap-time', 'best lap'), source: bestLapCell('LAP_TIME') },
  simple('gapToCompositeMs', 'gap', 'best lap against the composite', (context) => [
    ownFact(context, 'bestLap.lapTimeMs'),
    sumFact(context, 'sumMs'),
  ]),
  simple('gapToJointMs', 'gap', 'best lap against the joint composite', (context) => [
    ownFact(context, 'bestLap.lapTimeMs'),
    sumFact(context, 'jointMs'),
  ]),
  simple('idealLapMs', 'lap-time', 'ideal lap, the best sections of all laps', sectionBests),
  simple('idealCleanMs', 'lap-time', 'ideal lap of green laps', (context) =>
    sectionIds
      .filter((section) => context.document.sections[section] !== undefined)
      .map((section) => ownFact(context, `sections.${section}.bestMs`)),
  ),
  simple('idealJointMs', 'lap-time', 'joint ideal lap', (context) => [
    ...sectionBests(context),
    ownFact(context, 'bestLap.lapTimeMs'),
  ]),
  simple('potentialMs', 'gap', 'best lap against the joint ideal lap', (context) => [
    ownFact(context, 'bestLap.lapTimeMs'),
    ownFact(context, 'idealJointMs'),
  ]),
  simple('idealApartLaps', 'count', 'laps between the first and last best section', (context) =>
    sectionBests(context).map((id) => id.replace('own.bestMs', 'own.lap')),
  ),
  simple('opportunities.*', 'section', 'where the pace is off the quick quarter', (context) => {
    const section = context.document.opportunities[Number(keyOf(context))]
    return section === undefined ? [] : [ownFact(context, `sections.${section}.paceGapMs`)]
  }),
  simple('firstStandsOut', 'yes-no', 'the first of them stands out', (context) =>
    context.document.opportunities.map((section) =>
      ownFact(context, `sections.${section}.paceGapMs`),
    ),
  ),
  simple('trend.n', 'count', 'laps of the trend against the field', lapTrend),
  simple('trend.slopeMsPerLap', 'slope', 'trend against the field', lapTrend),
  simple('trend.lowMs', 'slope', 'trend, low end of the interval', lapTrend),
  simple('trend.highMs', 'slope', 'trend, high end of the interval', lapTrend),
  simple('trend.verdict', 'word', 'trend against the field, in a word', lapTrend),
  simple('steadyMs', 'gap', 'half of the laps lie within ±', lapTrend),
  simple('steadyRank', 'rank', 'rank of the steadiness', lapTrend),
  simple('steadyOf', 'count', 'cars with a steadiness', lapTrend),
  simple('consistencyScore', 'score', 'consistency score', lapTrend),
]

/** The facts of ml_pattern_recommendations. */
export const patternFacts: readonly Entry[] = [
  ...carFacts,
  ...lapSetFacts,
  ...quantities.flatMap(paceFacts),
  ...sectionIds.flatMap(sectionFacts),
  ...storyFacts,
  ...lapEntryFacts,
]
