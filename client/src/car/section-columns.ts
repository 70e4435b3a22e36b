import type { Reference } from '../screen/selection.ts'
import type { PartFigures } from './part-figures.ts'

/** Times that stand beside the gap: some always, some when asked for. */
export const timeColumns = {
  'own-best': { name: 'Own best', valueOf: ({ ownBestMs }: PartFigures) => ownBestMs },
  'quick-quarter': {
    name: 'Quick quarter',
    valueOf: ({ quickQuarterMs }: PartFigures) => quickQuarterMs,
  },
  'field-median': {
    name: 'Field median',
    valueOf: ({ fieldMedianMs }: PartFigures) => fieldMedianMs,
  },
  composite: { name: 'Best of all cars', valueOf: ({ compositeMs }: PartFigures) => compositeMs },
} as const
export type TimeColumn = keyof typeof timeColumns
export const timeColumnIds = ['own-best', 'quick-quarter', 'field-median', 'composite'] as const

export type ShownColumn = {
  readonly id: string
  readonly name: string
  readonly valueOf: (figures: PartFigures) => number | undefined
}

/** The columns that are wanted, and always the one that the gap is to. */
export function shownColumns(
  wanted: readonly TimeColumn[],
  against: Reference,
): readonly ShownColumn[] {
  const columns = timeColumnIds
    .filter((id) => wanted.includes(id) || id === against)
    .map((id) => ({ id, ...timeColumns[id] }))
  if (!against.startsWith('car-')) return columns
  const name = `Car ${against.slice('car-'.length)}`
  return [...columns, { id: against, name, valueOf: ({ otherMs }: PartFigures) => otherMs }]
}
