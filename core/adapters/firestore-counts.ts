import { collections, type CollectionCounts } from '#core/ports/document-store.ts'
import type { FirestoreDatabase } from './firestore-database.ts'
import { documents, queries } from './firestore-queries.ts'
import { countsOf } from './run-checks.ts'

/** How many documents a generation has, by collection. */
export async function countDocuments(
  { firestore, ask }: FirestoreDatabase,
  generation: number,
): Promise<CollectionCounts> {
  const counted = await Promise.all(
    collections.map(async (name) => {
      const query = queries.withIds(documents(firestore, generation, name), {})
      const found = await ask(() => query.count().get())
      return [name, found.data().count] as const
    }),
  )
  const counts = new Map(counted)
  return countsOf((name) => counts.get(name) ?? 0)
}
