import type * as z from 'zod'
import type { Collection, documentOf } from '#core/protocol/documents/collections.ts'

/** Documents of one collection that belong together and are written together. */
export type Batch = {
  readonly [C in Collection]: {
    readonly collection: C
    readonly documents: readonly {
      readonly id: string
      readonly document: z.infer<(typeof documentOf)[C]>
    }[]
  }
}[Collection]
