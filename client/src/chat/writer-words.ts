import type { Welcome } from './conversation-state.ts'
import type { Answer } from './turn.ts'

/** 'gemma-3-4b-it' → 'Gemma 3 4B'; another model keeps the name that its server gives it. */
export function modelName(name: string): string {
  const [, size] = /gemma[-_ ]?3(?:[-_: ]?([0-9]+b))?/i.exec(name) ?? [undefined]
  if (!/gemma[-_ ]?3/i.test(name)) return name
  return size === undefined ? 'Gemma 3' : `Gemma 3 ${size.toUpperCase()}`
}

/** Who writes here: said at all times. */
export function writerWords(model: Welcome['model']): string {
  return model === null
    ? 'Composed without a model'
    : `${modelName(model.name)}, checked against the timing`
}

/** Who wrote an answer, where it is not who writes here. */
export function answerWriterWords(answer: Answer, model: Welcome['model']): string | undefined {
  const sentences = answer.entries.filter((entry) => entry.type === 'sentence')
  const byModel = sentences.filter(({ author }) => author === 'model').length
  if (sentences.length === 0 || answer.end === undefined) return undefined
  if (model === null)
    return byModel === 0 ? undefined : 'Written by a model, checked against the timing'
  if (byModel === sentences.length) return undefined
  if (byModel === 0) return 'Composed without the model'
  const composed = sentences.length - byModel
  return `${composed} of ${sentences.length} sentences composed without the model`
}
