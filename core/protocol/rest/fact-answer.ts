import * as z from 'zod'
import { Fact } from '#core/domain/fact.ts'

export const FactQuery = z.strictObject({
  id: z.string().min(3).max(4000).meta({
    description: 'The id of a fact, with `#` as `%23`.',
    example: 'ml_pattern_recommendations/barber-r1_13#laps.8.timeMs.lap',
  }),
})

/** The line of the timing, weather or results file that a fact was read from. */
const CsvLine = z.object({
  file: z.string(),
  /** Counted from 1, the header included. */
  line: z.int().positive(),
  header: z.array(z.string()),
  cells: z.array(z.string()),
  /** Columns that are emptied, because they hold persons and teams. */
  struckOut: z.array(z.string()),
})

/** Which cell of it the value stands in. */
const CsvCell = z.object({ column: z.string(), index: z.int(), text: z.string() })

/** A fact, opened. A figure over several laps has `operands` and no line. */
export const FactAnswer = z
  .object({ fact: Fact, line: CsvLine.nullable(), cell: CsvCell.nullable() })
  .meta({ id: 'OpenedFact' })
export type FactAnswer = z.infer<typeof FactAnswer>
