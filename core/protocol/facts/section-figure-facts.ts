import { sectionName } from '#core/domain/fact-text.ts'
import type { FactKind } from '#core/domain/fact-text.ts'
import type { SectionId } from '#core/domain/quantity.ts'
import type { PatternDocument } from '../documents/pattern-document.ts'
import type { FactContext, FactEntry } from './fact-entry.ts'
import { carLabel, cleanTimes, compositeFact, correctedTimes } from './pattern-operands.ts'

type Context = FactContext<PatternDocument>
type Entry = FactEntry<PatternDocument>

/** Figures of one section over clean laps, uncorrected (D7), and the car's own best. */
export function sectionFigureFacts(section: SectionId): readonly Entry[] {
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
    ...ownBestFacts(section),
  ]
}

/** The car's best over all laps. */
function ownBestFacts(section: SectionId): readonly Entry[] {
  const where = sectionName(section)
  const cell = (column?: string) => (context: Context) => {
    const { document, race } = context
    const line = document.laps[String(document.sections[section]?.own?.lap)]?.line
    const name = column ?? race?.columns[section]
    return line === undefined || name === undefined
      ? undefined
      : { file: document.file, line, column: name }
  }
  return [
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
