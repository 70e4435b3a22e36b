import { answerAt } from './query-at.ts'
import { shapes } from './shapes.ts'

export const qualityQuery = () => answerAt(shapes.QualityAnswer, '/api/quality')
