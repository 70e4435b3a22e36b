import { join } from 'node:path'
import { createLanguageModel } from '#core/adapters/language-model/create-language-model.ts'
import { openClassifier } from '#core/adapters/open-classifier.ts'
import { readPromptFile } from '#core/adapters/prompt-file.ts'
import type { AnswerQuestion } from '#core/chat/answer-question.ts'
import { allAnswers } from '#core/chat/answers/all-answers.ts'
import { createCoach } from '#core/chat/coach.ts'
import type { DocumentStore } from '#core/ports/document-store.ts'
import type { Config } from './config.ts'
import { measuredAnswers } from './measured-answers.ts'
import type { Measures } from './measures.ts'

export type ComposedCoach = {
  readonly answer: AnswerQuestion
  /** The model that phrases; null where the composer writes everything. */
  readonly model: { readonly name: string } | null
}

const root = join(import.meta.dirname, '..')

/** The coach as the settings say: what the chat and the terminal ask. A broken seed or prompt stops it here. */
export async function composeCoach(
  config: Config,
  store: DocumentStore,
  measures?: Measures,
): Promise<ComposedCoach> {
  const prompt = readPromptFile(join(root, 'prompts', 'answer.prompt'))
  const model = createLanguageModel(config.model, config.modelRoom, measures?.model)
  const answer = createCoach({
    store,
    classifier: await openClassifier(root),
    answers: allAnswers,
    clock: () => performance.now(),
    ...(model && {
      writer: {
        model,
        promptHash: prompt.hash,
        prompt: async (values) => await prompt.fill(values),
      },
    }),
  })
  const counted = measures === undefined ? answer : measuredAnswers(answer, measures)
  return { answer: counted, model: model === undefined ? null : { name: model.name } }
}
