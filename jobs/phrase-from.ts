import { join } from 'node:path'
import { findGoogleCredentials } from '#core/adapters/google-credentials.ts'
import { createLanguageModel } from '#core/adapters/language-model/create-language-model.ts'
import { readPromptFile } from '#core/adapters/prompt-file.ts'
import type { DocumentStore } from '#core/ports/document-store.ts'
import { readModelSettings } from '../server/model-config.ts'
import { createPhraseCoaching } from './phrase-coaching.ts'

/** Job 5 in a model's words, as the environment names it; undefined where it names none. */
export async function phraseFrom(environment: NodeJS.ProcessEnv, store: DocumentStore) {
  const { choice, room } = readModelSettings(environment)
  if (choice.kind === 'vertex-endpoint' || choice.kind === 'vertexai')
    await findGoogleCredentials(`MODEL=${choice.kind}`, 'MODEL=none')
  const model = createLanguageModel(choice, room)
  if (model === undefined) return undefined
  const prompt = readPromptFile(join(import.meta.dirname, '..', 'prompts', 'coaching.prompt'))
  const fill = async (values: Readonly<Record<string, string>>) => await prompt.fill(values)
  const writer = { model, promptHash: prompt.hash, prompt: fill }
  return createPhraseCoaching(writer, { store, atOnce: room.concurrency })
}
