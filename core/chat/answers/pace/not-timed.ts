import { note } from '#core/composer/say.ts'
import type { Written } from '../car-answer.ts'

/** A half of a section that no mid loop divides. */
export function notTimed(): Written {
  return {
    outcome: 'not-in-data',
    sentences: [
      note`That place was not timed in this race: there is no mid loop there.`,
      note`The nearest that is known is the whole section.`,
    ],
    suggestions: ['Where do I lose time?', 'What about the whole section?'],
  }
}
