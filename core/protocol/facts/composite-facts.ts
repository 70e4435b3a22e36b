import { factIdOf } from '#core/domain/fact-id.ts'
import { sectionName } from '#core/domain/fact-text.ts'
import { carInRaceId } from '../documents/collections.ts'
import type { CompositeDocument } from '../documents/composite-document.ts'
import type { FactContext, FactEntry } from './fact-entry.ts'

const what = ({ document }: FactContext<CompositeDocument>): string =>
  `Composite of ${document.scope === 'race' ? document.raceId : document.trackId}, ${sectionName(document.section)}`

const cell =
  (column?: string) =>
  ({ document }: FactContext<CompositeDocument>) => ({
    ...document.source,
    column: column ?? document.source.column,
  })

const lapOfBestClean = ({ document }: FactContext<CompositeDocument>) =>
  document.bestClean === null
    ? []
    : [
        factIdOf(
          'ml_pattern_recommendations',
          carInRaceId(document.bestClean.raceId, document.bestClean.car),
          `laps.${document.bestClean.lap}.timeMs.${document.section}`,
        ),
      ]

/** The facts of best_case_composites. */
export const compositeFacts: readonly FactEntry<CompositeDocument>[] = [
  {
    field: 'bestMs',
    kind: 'section-time',
    label: (context) => `${what(context)}: best time`,
    source: cell(),
  },
  {
    field: 'car',
    kind: 'car',
    label: (context) => `${what(context)}: whose best`,
    source: cell('NUMBER'),
  },
  {
    field: 'lap',
    kind: 'lap',
    label: (context) => `${what(context)}: on which lap`,
    source: cell('LAP_NUMBER'),
  },
  {
    field: 'flagAtLine',
    kind: 'word',
    label: (context) => `${what(context)}: flag at the line`,
    source: cell('FLAG_AT_FL'),
  },
  {
    field: 'isClean',
    kind: 'yes-no',
    label: (context) => `${what(context)}: driven under green from start to finish`,
    source: cell('FLAG_AT_FL'),
  },
  {
    field: 'bestClean.bestMs',
    kind: 'section-time',
    label: (context) => `${what(context)}: best of green laps`,
    operands: lapOfBestClean,
  },
  {
    field: 'bestClean.car',
    kind: 'car',
    label: (context) => `${what(context)}: whose best of green laps`,
    operands: lapOfBestClean,
  },
  {
    field: 'bestClean.lap',
    kind: 'lap',
    label: (context) => `${what(context)}: lap of the best of green laps`,
    operands: lapOfBestClean,
  },
  {
    field: 'withinMs',
    kind: 'gap',
    label: (context) => `${what(context)}: how near counts as repeated`,
  },
  {
    field: 'repeatedLaps',
    kind: 'count',
    label: (context) => `${what(context)}: other laps that near`,
    operands: (context) => [factIdOf('best_case_composites', context.documentId, 'bestMs')],
  },
  {
    field: 'repeatedBy.*',
    kind: 'car',
    label: (context) => `${what(context)}: who came that near`,
  },
]
