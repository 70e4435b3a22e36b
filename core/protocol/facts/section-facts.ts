import { factIdOf } from '#core/domain/fact-id.ts'
import { sectionName } from '#core/domain/fact-text.ts'
import { carInRaceId, classKey, compositeId } from '../documents/collections.ts'
import type { SectionDocument } from '../documents/section-document.ts'
import type { FactContext, FactEntry } from './fact-entry.ts'
import { keyOf } from './fact-entry.ts'

type Context = FactContext<SectionDocument>

const where = ({ document }: Context, quantity: string = document.section): string =>
  `Car ${document.car}, lap ${document.lap}, ${sectionName(quantity)}`

const own = (context: Context, field: string) =>
  factIdOf('ml_section_recommendations', context.documentId, field)

const pattern = ({ document }: Context, field: string) =>
  factIdOf('ml_pattern_recommendations', carInRaceId(document.raceId, document.car), field)

const fieldOf = ({ document }: Context, field: string) =>
  factIdOf(
    'ml_weather_recommendations',
    document.raceId,
    `field.${classKey(document.carClass)}.${field}`,
  )

function compositeOf({ document, race }: Context): string {
  const isOneClass = race === undefined || Object.keys(race.classes).length === 1
  const carClass = isOneClass ? undefined : document.carClass
  return factIdOf(
    'best_case_composites',
    compositeId(document.raceId, document.section, carClass),
    'bestMs',
  )
}

function subSectionAt(context: Context): string {
  return context.document.subSections[Number(keyOf(context))]?.subSection ?? ''
}

const gaps: readonly FactEntry<SectionDocument>[] = [
  {
    field: 'timeMs',
    kind: 'section-time',
    label: (context) => `${where(context)}: time`,
    source: ({ document }) => document.source,
  },
  {
    field: 'gapToCompositeMs',
    kind: 'gap',
    label: (context) => `${where(context)}: gap to the composite`,
    operands: (context) => [own(context, 'timeMs'), compositeOf(context)],
  },
  {
    field: 'gapToOwnBestMs',
    kind: 'gap',
    label: (context) => `${where(context)}: gap to the own best`,
    operands: (context) => [
      own(context, 'timeMs'),
      pattern(context, `sections.${context.document.section}.own.bestMs`),
    ],
  },
  {
    field: 'correctedMs',
    kind: 'section-time',
    label: (context) => `${where(context)}: time with the track taken out`,
    operands: (context) => [
      own(context, 'timeMs'),
      fieldOf(context, `laps.${context.document.lap}.effectMs.${context.document.section}`),
    ],
  },
  {
    field: 'gapToQuickQuarterMs',
    kind: 'gap',
    label: (context) => `${where(context)}: gap to the quick quarter, the track taken out`,
    operands: (context) => [
      own(context, 'correctedMs'),
      fieldOf(context, `quickQuarterMs.${context.document.section}`),
    ],
  },
  {
    field: 'gapToFieldMedianMs',
    kind: 'gap',
    label: (context) => `${where(context)}: gap to the field median, the track taken out`,
    operands: (context) => [
      own(context, 'correctedMs'),
      fieldOf(context, `fieldMedianMs.${context.document.section}`),
    ],
  },
]

const gapLabels = {
  timeMs: 'time',
  gapToCompositeMs: 'gap to the best of the field',
  gapToOwnBestMs: 'gap to the own best',
  correctedMs: 'time with the track taken out',
  gapToQuickQuarterMs: 'gap to the quick quarter, the track taken out',
  gapToFieldMedianMs: 'gap to the field median, the track taken out',
} as const

const subSectionFacts = Object.entries(gapLabels).map(
  ([name, what]): FactEntry<SectionDocument> => ({
    field: `subSections.*.${name}`,
    kind: name === 'timeMs' || name === 'correctedMs' ? 'section-time' : 'gap',
    label: (context) => `${where(context, subSectionAt(context))}: ${what}`,
    operands: (context) => subSectionOperands(context, name),
  }),
)

/** A sub-section's cell is opened through the ledger, which has every cell of the lap. */
function subSectionOperands(context: Context, name: string): string[] {
  const quantity = subSectionAt(context)
  const lap = context.document.lap
  const timed = pattern(context, `laps.${lap}.timeMs.${quantity}`)
  const corrected = pattern(context, `laps.${lap}.correctedMs.${quantity}`)
  switch (name) {
    case 'correctedMs':
      return [timed, fieldOf(context, `laps.${lap}.effectMs.${quantity}`)]
    case 'gapToQuickQuarterMs':
      return [corrected, fieldOf(context, `quickQuarterMs.${quantity}`)]
    case 'gapToFieldMedianMs':
      return [corrected, fieldOf(context, `fieldMedianMs.${quantity}`)]
    default:
      return [timed]
  }
}

/** The facts of ml_section_recommendations. */
export const sectionFacts: readonly FactEntry<SectionDocument>[] = [
  ...gaps,
  ...subSectionFacts,
  {
    field: 'lap',
    kind: 'lap',
    label: ({ document }) => `Car ${document.car}: the lap`,
    source: ({ document }) => ({ ...document.source, column: 'LAP_NUMBER' }),
  },
  {
    field: 'car',
    kind: 'car',
    label: () => 'The car',
    source: ({ document }) => ({ ...document.source, column: 'NUMBER' }),
  },
  { field: 'section', kind: 'section', label: () => 'The section' },
  {
    field: 'isClean',
    kind: 'yes-no',
    label: ({ document }) => `Car ${document.car}, lap ${document.lap}: green from start to finish`,
    source: ({ document }) => ({ ...document.source, column: 'FLAG_AT_FL' }),
  },
  {
    field: 'rankInLap',
    kind: 'rank',
    label: (context) => `${where(context)}: rank in the lap, by the gap to the composite`,
    operands: (context) => [own(context, 'gapToCompositeMs')],
  },
]
