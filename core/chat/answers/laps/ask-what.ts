import { note } from '#core/composer/say.ts'
import type { Written } from '../car-answer.ts'

/** What a question wants of the laps was not said: one short question back, whole questions to click. */
export function askWhat(question: string, ...choices: readonly string[]): Written {
  return { outcome: 'asked-back', sentences: [note`${question}`], suggestions: choices }
}
