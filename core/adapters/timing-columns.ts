import type { Sheet } from './read-rows.ts'
import type { Column, RowCells } from './row-cells.ts'
import { timeRanges, type ValueRange } from './value-range.ts'
import {
  type PerQuantity,
  type Quantity,
  type SectionId,
  type SubSectionId,
  subSectionIds,
} from '#core/domain/quantity.ts'

const sections = { s1: 'S1', s2: 'S2', s3: 'S3' } as const satisfies Record<SectionId, string>

/** Loop names of the sub-sections; Sonoma calls the loops at the ends of S1 and S2 INT-1 and INT-2. */
const subSections = {
  s1a: ['IM1a_time'],
  s1b: ['IM1_time', 'INT-1_time'],
  s2a: ['IM2a_time'],
  s2b: ['IM2_time', 'INT-2_time'],
  s3a: ['IM3a_time'],
  s3b: ['FL_time'],
} as const satisfies Record<SubSectionId, readonly string[]>

/** S1 is printed three times; the first loses its last zeros in some files, the others never do. */
function formsOf(section: string): readonly string[] {
  return [`${section}_LARGE`, `${section}_SECONDS`, section]
}

const plain =
  'NUMBER DRIVER_NUMBER LAP_NUMBER LAP_TIME LAP_IMPROVEMENT CROSSING_FINISH_LINE_IN_PIT KPH ' +
  'ELAPSED HOUR TOP_SPEED PIT_TIME CLASS GROUP MANUFACTURER FLAG_AT_FL ' +
  'S1_IMPROVEMENT S2_IMPROVEMENT S3_IMPROVEMENT IM1a_elapsed IM1_elapsed INT-1_elapsed ' +
  'IM2a_elapsed IM2_elapsed INT-2_elapsed IM3a_elapsed FL_elapsed'

const shown = new Set<string>([
  ...plain.split(' '),
  ...Object.values(sections).flatMap(formsOf),
  ...Object.values(subSections).flat(),
])

export const timingSheet: Sheet = {
  isShown: (column) => shown.has(column),
  needed: {
    NUMBER: 'no lap can be given to a car, the race is not read',
    LAP_NUMBER: 'laps cannot be put in order, the race is not read',
    LAP_TIME: 'no lap has a time, the race is not read',
  },
  expected: {
    CROSSING_FINISH_LINE_IN_PIT: 'laps into the pits cannot be told from racing laps',
    FLAG_AT_FL: 'no lap can be told to be under green',
    ELAPSED: 'there is no order of the cars',
    HOUR: 'laps cannot be put beside the weather, nor cars behind cars',
    CLASS: 'all cars are taken as one class',
  },
}

const printedAs: readonly (readonly [Quantity, readonly string[]])[] = [
  ['lap', ['LAP_TIME']],
  ['s1', formsOf(sections.s1)],
  ['s2', formsOf(sections.s2)],
  ['s3', formsOf(sections.s3)],
  ...subSectionIds.map((id) => [id, subSections[id]] as const),
]

/** The column that each quantity is read from, by the header of a timing file. */
export function columnsOf(header: readonly string[]): PerQuantity<string> {
  return Object.fromEntries(
    printedAs.flatMap(([quantity, forms]) => {
      const column = forms.find((form) => header.includes(form))
      return column === undefined ? [] : [[quantity, column]]
    }),
  )
}

/** Where one time may be printed, best form first, and what it is. */
export type TimeColumns = {
  readonly quantity: Quantity
  readonly forms: readonly Column[]
  readonly range: ValueRange
}

/** The columns of sections and sub-sections that this file has. */
export function timeColumns(cells: RowCells): readonly TimeColumns[] {
  const found = (quantity: Quantity, names: readonly string[], range: ValueRange) => {
    const lost = `the lap has no ${quantity}`
    const forms = names.map((name) => cells.column(name, lost)).filter((form) => cells.has(form))
    return { quantity, forms, range }
  }
  return [
    found('s1', formsOf(sections.s1), timeRanges.section),
    found('s2', formsOf(sections.s2), timeRanges.section),
    found('s3', formsOf(sections.s3), timeRanges.section),
    found('s1a', subSections.s1a, timeRanges.subSection),
    found('s1b', subSections.s1b, timeRanges.subSection),
    found('s2a', subSections.s2a, timeRanges.subSection),
    found('s2b', subSections.s2b, timeRanges.subSection),
    found('s3a', subSections.s3a, timeRanges.subSection),
    found('s3b', subSections.s3b, timeRanges.subSection),
  ].filter(({ forms }) => forms.length > 0)
}

/**
 * The time of the first form that can be used. All forms are read: one that is no time, or another
 * time than the one used, is reported, whichever of them it is.
 */
export function readTime(cells: RowCells, { forms, range }: TimeColumns): number | undefined {
  let used: number | undefined
  let usedText = ''
  for (const form of forms) {
    const text = cells.text(form)
    if (text === '' || text === usedText) continue
    const ms = cells.timeMs(form, range)
    if (used === undefined && ms !== undefined) usedText = text
    used ??= ms
    if (ms !== undefined && ms !== used) {
      const what = `is not the ${usedText} that another column has`
      cells.report('values-disagree', { ...form, lost: 'the other is used' }, what)
    }
  }
  return used
}
