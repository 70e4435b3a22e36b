import { QualityAnswer } from '#core/protocol/rest/quality-answer.ts'
import { answerAt } from './query-at.ts'

export const qualityQuery = () => answerAt(QualityAnswer, '/api/quality')
