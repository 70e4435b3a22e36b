import { findAnyFact } from '#core/chat/find-any-fact.ts'
import type { DocumentReader } from '#core/ports/document-store.ts'
import type { ChangedFact, ReadAnswer } from '#core/protocol/review/reading-answers.ts'
import { fromStore } from '../store-fault.ts'

/** What of an answer's facts reads otherwise in the season that is published now. */
export async function changedFacts(
  { facts, generation }: Pick<ReadAnswer, 'facts' | 'generation'>,
  reader: DocumentReader | undefined,
): Promise<ChangedFact[]> {
  if (reader === undefined || generation === reader.generation.runId) return []
  const compared = await Promise.all(
    facts.map(async ({ id, label, text: before }) => {
      const fact = await fromStore(findAnyFact((...place) => reader.get(...place), id))
      const now = fact === undefined || fact.value === null ? null : fact.text
      return now === before ? [] : [{ factId: id, label, before, now }]
    }),
  )
  return compared.flat()
}
