import { exact, textOf, uncapitalised } from '#core/composer/say.ts'
import type { RaceId } from '#core/domain/ids.ts'
import type { Sentence } from '#core/protocol/documents/sentence.ts'
import type { Draft } from './draft.ts'
import type { SeasonFacts } from './season-facts.ts'
import type { Part } from './understanding/understanding.ts'

/**
 * Of answers about several races each says which one it is of, where it does not begin so itself; so does one about another
 * race than the answer `before` it.
 */
export async function namingRace(
  draft: Draft,
  part: Part,
  parts: readonly Part[],
  season: SeasonFacts,
  before?: RaceId,
): Promise<Draft> {
  const races = new Set([...parts.flatMap(({ scope }) => scope.raceId ?? []), before ?? []].flat())
  const [first, ...rest] = draft.sentences
  const { raceId } = part.scope
  if (races.size < 2 || raceId === undefined || first === undefined) return draft
  if (draft.outcome !== 'answered' || /\bRace \d/.test(textOf(first))) return draft
  const { track, ofRace } = await season.race(raceId)
  const number = ofRace('raceNumber')
  const [opening, ...words] = first.parts
  const begun = opening?.factId === undefined ? uncapitalised(opening?.text ?? '') : undefined
  const said = begun === undefined ? first.parts : [{ text: begun }, ...words]
  const named: Sentence = {
    ...first,
    parts: [
      { text: 'Race ' },
      { text: exact(number).text, factId: number.id },
      { text: ` at ${track.shortName}: ` },
      ...said,
    ],
  }
  const facts = draft.facts.some(({ id }) => id === number.id)
    ? draft.facts
    : [...draft.facts, number]
  return { ...draft, facts, sentences: [named, ...rest] }
}
