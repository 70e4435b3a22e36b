import { answerAt } from './query-at.ts'
import { shapes } from './shapes.ts'

export const factQuery = (factId: string) =>
  answerAt(shapes.FactAnswer, `/api/facts?id=${encodeURIComponent(factId)}`)
