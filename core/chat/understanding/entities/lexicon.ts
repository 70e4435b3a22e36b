import type { Classifier } from '../intents/classifier.ts'
import { numberVocabulary } from './number-text.ts'
import { personWord } from './person-names.ts'
import type { SeasonNames } from './season-names.ts'

/** Words that entities are recognised by: a slip in them costs more than in others. */
const entityWords =
  'section sections sector sectors lap laps race races turn turns corner corners number position place best fastest quickest slowest worst last middle final saturday sunday monday friday between without traffic restart average median mean standard deviation consistency composite winner leader teammate composite compare leave ignore exclude only against opening'.split(
    ' ',
  )

/** Words of talk that no phrasing has to hold: they are no slips of others. */
const spokenWords =
  'sorry oops actually rather cheers thanks thank those these there their them thing things mine yours ours again please anyway though whatever maybe perhaps probably alright honestly basically exactly hottest coolest warmest coldest windiest calmest runner following remaining others biggest smallest largest window stint stretch mate buddy morning evening tonight today yesterday'.split(
    ' ',
  )

/** All words that a question about this season is expected to be made of, with how much each weighs. */
export function lexiconOf(names: SeasonNames, classifier: Classifier): Map<string, number> {
  const uses = new Map(classifier.words)
  const add = (word: string, weight: number) => uses.set(word, (uses.get(word) ?? 0) + weight)
  for (const word of [...entityWords, ...numberVocabulary]) add(word, 100)
  for (const word of [...spokenWords, personWord]) add(word, 1)
  const spoken = names.tracks.flatMap((track) => track.spoken)
  for (const word of spoken.flatMap((name) => name.split(' '))) add(word, 50)
  return uses
}
