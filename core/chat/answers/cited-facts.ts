import { factsIn, type FactsIn } from '#core/composer/facts-in.ts'
import { parseFactId } from '#core/domain/fact-id.ts'
import type { Fact } from '#core/domain/fact.ts'
import { CarNumber, RaceId } from '#core/domain/ids.ts'
import { SectionId } from '#core/protocol/documents/common-shapes.ts'
import type { Sentence } from '#core/protocol/documents/sentence.ts'
import { operandIds } from '../find-any-fact.ts'
import type { SeasonFacts } from '../season-facts.ts'

/** The facts that sentences cite, each once: from its document, or of those computed for the answer. */
export async function citedFacts(
  season: SeasonFacts,
  sentences: readonly Sentence[],
  computed: readonly Fact[],
): Promise<readonly Fact[]> {
  const ids = new Set(sentences.flatMap(({ parts }) => parts.flatMap(({ factId }) => factId ?? [])))
  const known = new Map(computed.map((fact) => [fact.id, fact]))
  return await Promise.all([...ids].map(async (id) => known.get(id) ?? (await read(season, id))))
}

/** The facts of documents with these ids; of a computed one, those that it was computed from. */
export async function factsById(
  season: SeasonFacts,
  ids: readonly string[],
): Promise<readonly Fact[]> {
  const stored = ids.flatMap((id) => (id.startsWith('computed:') ? [] : [id]))
  const inner = ids.filter((id) => id.startsWith('computed:')).flatMap(operandIds)
  const found = await Promise.all(stored.map(async (id) => await read(season, id)))
  return inner.length === 0 ? found : [...found, ...(await factsById(season, inner))]
}

async function read(season: SeasonFacts, id: string): Promise<Fact> {
  const place = parseFactId(id)
  const facts = place && (await factsOf(season, place))
  if (place === undefined || facts === undefined)
    throw new Error(`${id} is cited, but was not computed for this answer`)
  return facts(place.field)
}

/** Whoever composes cites documents of this season only, so their ids can be taken apart. */
async function factsOf(
  season: SeasonFacts,
  { collection, documentId }: { readonly collection: string; readonly documentId: string },
): Promise<FactsIn | undefined> {
  const [of = '', second = '', lap = '', section = ''] = documentId.split('_')
  switch (collection) {
    case 'tracks': {
      const document = (await season.tracks()).find(({ trackId }) => trackId === of)
      return document && factsIn({ collection: 'tracks', document }, documentId)
    }
    case 'races':
      return (await season.race(RaceId.parse(of))).ofRace
    case 'ml_weather_recommendations':
      return (await season.race(RaceId.parse(of))).day
    case 'ml_pattern_recommendations':
      return (await season.car(RaceId.parse(of), CarNumber.parse(second))).own
    case 'coaching_insights':
      return (await season.coaching(RaceId.parse(of), CarNumber.parse(second))).facts
    case 'best_case_composites':
      return (await season.composite(documentId)).facts
    case 'ml_section_recommendations': {
      const [raceId, car] = [RaceId.parse(of), CarNumber.parse(second)]
      return (await season.section(raceId, car, Number(lap), SectionId.parse(section)))?.facts
    }
    default:
      return undefined
  }
}
