import type { DocumentStore } from '#core/ports/document-store.ts'
import type { Greeting } from './chat/session.ts'

/** What can be asked anywhere; a screen has better ones of its own. */
const first = ['What can I ask?', 'What races are there?', 'Which race was the closest?']

/** What a chat opens with; undefined until a season is published. */
export async function greetingOf(
  store: Pick<DocumentStore, 'current'>,
  model: Greeting['model'],
): Promise<Greeting | undefined> {
  const reader = await store.current()
  if (reader === undefined) return undefined
  const suggestions = first.map((text) => ({ label: text, text }))
  return { generation: reader.generation.runId, model, suggestions }
}
