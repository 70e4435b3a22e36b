import * as z from 'zod'

/** `<collection>/<document>#<field>`, or `computed:<operation>(<fact ids>)`. */
export const FactId = z.string().min(3)
export type FactId = z.infer<typeof FactId>

/** One value of a published document, as people read it and with where it came from. */
export const Fact = z.object({
  id: FactId,
  /** What the value is: "Car 13, pace gap in Section 2". */
  label: z.string(),
  value: z.union([z.number(), z.string(), z.boolean()]).nullable(),
  unit: z.string(),
  /** How it is written for people, in thousandths: "0.548 s". */
  text: z.string(),
  /** Two decimals rounded from the value, for gaps, gains and spreads in prose: "0.55 s"; "12" of lap 12. */
  short: z.string().optional(),
  document: z.object({ collection: z.string(), id: z.string(), field: z.string() }).nullable(),
  /** The CSV cell that the value was read from. */
  source: z.object({ file: z.string(), line: z.int().positive(), column: z.string() }).optional(),
  /** The facts that the value was computed from. */
  operands: z.array(FactId).optional(),
})
export type Fact = z.infer<typeof Fact>

export type FactValue = Fact['value']
