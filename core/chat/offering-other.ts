import { exact, fact } from '#core/composer/say.ts'
import type { Draft } from './draft.ts'
import type { SeasonFacts } from './season-facts.ts'
import type { Doubt } from './understanding/context/corrected.ts'
import type { Part } from './understanding/understanding.ts'

/** "Lap 6, or was it 7?": says which one was taken, and offers the other. */
export async function offeringOther(
  draft: Draft,
  { scope, text }: Part,
  { taken, other }: Doubt,
  season: SeasonFacts,
): Promise<Draft> {
  const { raceId, car } = scope
  if (raceId === undefined || car === undefined) return draft
  const { patterns } = await season.race(raceId)
  if (!patterns.some((one) => one.car === car)) return draft
  const { pattern, own } = await season.car(raceId, car)
  if (pattern.laps[String(taken)] === undefined || pattern.laps[String(other)] === undefined)
    return draft
  const [one, two] = [own(`laps.${taken}.lap`), own(`laps.${other}.lap`)]
  const said = fact`This is ${exact(one)}; ask again where ${exact(two)} is meant.`
  const again = text.replace(new RegExp(`\\b${taken}\\b`), String(other))
  const label = `Lap ${other} instead`
  return {
    ...draft,
    sentences: [...draft.sentences, said],
    facts: [...new Map([...draft.facts, one, two].map((each) => [each.id, each])).values()],
    suggestions: [{ label, text: again }, ...draft.suggestions].slice(0, 4),
  }
}
