import { countCited } from '#core/composer/cited-names.ts'
import type { CoachedCar } from '#core/composer/coached-car.ts'
import { continued, note } from '#core/composer/say.ts'
import type { SectionId } from '#core/domain/quantity.ts'
import type { Sentence } from '#core/protocol/documents/sentence.ts'

export const next = [
  'What should I work on first?',
  'Whose onboard do I watch?',
  'Is it always the same section?',
]

/** The same where it ends the sentence of that gap. */
export function overAtItsEnd(
  sentence: Sentence,
  { own }: CoachedCar,
  section: SectionId,
): Sentence {
  const laps = countCited(own(`sections.${section}.paceN`), 'green lap')
  return continued(sentence, '; over ', laps, ', the track taken out')
}

/** What a pace gap rests on. */
export function over({ own }: CoachedCar, section: SectionId): Sentence {
  return note`That is pace over ${countCited(own(`sections.${section}.paceN`), 'green lap')}, with what the track did to everyone taken out.`
}
