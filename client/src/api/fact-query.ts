import { FactAnswer } from '#core/protocol/rest/fact-answer.ts'
import { answerAt } from './query-at.ts'

export const factQuery = (factId: string) =>
  answerAt(FactAnswer, `/api/facts?id=${encodeURIComponent(factId)}`)
