import * as z from 'zod'
import { wholeNumberInText } from './whole-number.ts'

const defaultLimit = 50
const maximumLimit = 500

export const PageQuery = z.strictObject({
  limit: wholeNumberInText({
    minimum: 1,
    maximum: maximumLimit,
    otherwise: `is not a whole number from 1 to ${maximumLimit}`,
  })
    .default(defaultLimit)
    .meta({ description: `How many items a page holds; ${defaultLimit} unless given.` }),
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
