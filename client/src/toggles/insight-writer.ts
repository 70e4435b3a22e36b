import type { CoachingAnswer } from '#core/protocol/rest/coaching-answer.ts'
import { modelName } from '../chat/writer-words.ts'

type Written = Pick<CoachingAnswer, 'writtenBy' | 'observations' | 'hypotheses' | 'actions'>

/** "Written by Gemma 3, checked against the timing; 2 of 9 sentences composed without it". */
export function insightWriter({ writtenBy, ...insight }: Written): string {
  if (writtenBy.author === 'composer') return 'Composed without a model, from the timing'
  const sentences = [...insight.observations, ...insight.hypotheses, ...insight.actions]
  const composed = sentences.filter(({ author }) => author === 'composer').length
  const model = writtenBy.model === null ? 'a model' : modelName(writtenBy.model)
  const written = `Written by ${model}, checked against the timing`
  if (composed === 0) return written
  return `${written}; ${composed} of ${sentences.length} sentences composed without it`
}
