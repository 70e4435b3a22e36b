import type { AnswerIntent } from '../draft.ts'
import { carAnswers } from './car-answers.ts'
import { raceAnswers } from './race-answers.ts'

/** The answer to each intent. */
export const allAnswers: ReadonlyMap<string, AnswerIntent> = new Map([
  ...carAnswers,
  ...raceAnswers,
])
