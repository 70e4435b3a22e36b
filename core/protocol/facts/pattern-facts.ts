import { quantities, sectionIds } from '#core/domain/quantity.ts'
import type { FactKind } from '#core/domain/fact-text.ts'
import type { PatternDocument } from '../documents/pattern-document.ts'
import type { FactContext, FactEntry } from './fact-entry.ts'
import { keyOf } from './fact-entry.ts'
import { lapEntryFacts } from './lap-entry-facts.ts'
import { paceFacts } from './pace-facts.ts'
import {
  carLabel,
  cleanTimes,
  correctedTimes,
  everyPace,
  ownFact,
  ownFacts,
  sumFact,
} from './pattern-operands.ts'
import { sectionFigureFacts } from './section-figure-facts.ts'
import { storyFacts } from './story-facts.ts'

type Context = FactContext<PatternDocument>
type Entry = FactEntry<PatternDocument>

const sectionBests = (context: Context) =>
  sectionIds
    .filter((section) => context.document.sections[section]?.own)
    .map((section) => ownFact(context, `sections.${section}.own.bestMs`))

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
  simple(
    'paceAgainstResult.paceRank',
    'rank',
    'rank of the pace among the placed cars',
    (context) => everyPace(context, 'lap'),
  ),
  simple('paceAgainstResult.resultRank', 'rank', 'rank of the result among them', (context) => [
    ownFact(context, 'position'),
  ]),
  simple('paceAgainstResult.cars', 'count', 'cars with a pace and a position', (context) =>
    everyPace(context, 'lap'),
  ),
  simple(
    'paceAgainstResult.placesBelowPace',
    'places',
    'places that the result is below the pace',
    ownFacts('paceAgainstResult.paceRank', 'paceAgainstResult.resultRank'),
  ),
  simple('traffic.closeLaps', 'count', 'laps within a second of another car', lapTrend),
  simple('traffic.freeLaps', 'count', 'laps free of another car', lapTrend),
  simple(
    'traffic.differenceMs',
    'gap',
    'laps close behind another car against free ones',
    lapTrend,
  ),
  simple('consistencyScore', 'score', 'consistency score', lapTrend),
]

/** The facts of ml_pattern_recommendations. */
export const patternFacts: readonly Entry[] = [
  ...carFacts,
  ...lapSetFacts,
  ...quantities.flatMap(paceFacts),
  ...sectionIds.flatMap(sectionFigureFacts),
  ...storyFacts,
  ...lapEntryFacts,
]
