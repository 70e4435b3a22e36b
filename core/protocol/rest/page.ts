import * as z from 'zod'

export const defaultLimit = 50
export const maximumLimit = 500

/** A number as it stands in a query. */
const Limit = z
  .string()
  .regex(/^[0-9]{1,4}$/, `is not a whole number from 1 to ${maximumLimit}`)
  .transform(Number)
  .pipe(
    z
      .int()
      .min(1, `is not a whole number from 1 to ${maximumLimit}`)
      .max(maximumLimit, `is more than ${maximumLimit}, the most that a page holds`),
  )
  .default(defaultLimit)
  .meta({
    description: 'How many items a page holds.',
    override: { type: 'integer', minimum: 1, maximum: maximumLimit, default: defaultLimit },
  })

export const PageQuery = z.strictObject({
  limit: Limit,
  cursor: z
    .string()
    .min(1)
    .max(1000)
    .optional()
    .meta({ description: 'The `nextCursor` of the page before.' }),
})
export type PageQuery = z.infer<typeof PageQuery>

/** Beside a list: where the next page begins, while there is more. */
export const nextCursor = z.string().optional().meta({
  description: 'Where the next page begins; absent on the last one.',
})

/** What a cursor holds: of which season, and the item that the page before ended with. */
export const Cursor = z.strictObject({ season: z.string().min(1), after: z.string().min(1) })
export type Cursor = z.infer<typeof Cursor>
