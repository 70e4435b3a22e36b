import * as z from 'zod'

export const apiVersion = '1.0'

/** How far the season's building has come, while there is none. */
export const Progress = z.object({
  text: z.string(),
  done: z.number().nullable(),
  of: z.number().nullable(),
})
export type Progress = z.infer<typeof Progress>

export const HealthAnswer = z
  .object({
    status: z.enum(['healthy', 'starting', 'unavailable']),
    version: z.string(),
    store: z.string(),
    generation: z.int().nullable(),
    runId: z.string().nullable(),
    publishedAt: z.string().nullable(),
    model: z.object({ name: z.string() }).nullable(),
    progress: Progress.nullable(),
  })
  .meta({ id: 'Health' })
export type HealthAnswer = z.infer<typeof HealthAnswer>

export const LiveAnswer = z.object({ status: z.literal('alive') })
