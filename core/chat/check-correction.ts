import type { Fact } from '#core/domain/fact.ts'
import { checkAgainst } from '#core/domain/grounding/check-sentence.ts'
import type { Refusal } from '#core/domain/grounding/given.ts'
import { hygiene } from '#core/domain/grounding/hygiene.ts'
import { type Known, knownFrom } from '#core/domain/grounding/known.ts'
import { CarNumber } from '#core/domain/ids.ts'
import type { Scope } from '#core/protocol/chat/scope.ts'
import { carInRaceId, type Collection } from '#core/protocol/documents/collections.ts'
import { RaceDocument } from '#core/protocol/documents/race-document.ts'
import { TrackDocument } from '#core/protocol/documents/track-document.ts'
import { factOf } from '#core/protocol/facts/fact-catalogue.ts'
import { scalarFields } from '#core/protocol/facts/fact-entry.ts'
import { parseDocument } from '#core/protocol/facts/find-fact.ts'
import type { TypedSentence } from '#core/protocol/review/judgment.ts'
import type { CheckedCorrection } from '#core/protocol/review/reading-answers.ts'
import type { DocumentReader } from '#core/ports/document-store.ts'
import { checkScope } from './check-scope.ts'
import { findAnyFact } from './find-any-fact.ts'
import { seasonNames } from './understanding/entities/season-names.ts'

/** The answer that a coach corrects: what it was about, and the facts that it showed. */
type Corrected = { readonly scope: Scope; readonly facts: readonly Fact[] }

/** Rejects where a sentence is to be checked and nothing is published. */
export type CheckCorrection = (
  reader: DocumentReader | undefined,
  corrected: Corrected,
  sentences: readonly TypedSentence[],
) => Promise<readonly CheckedCorrection[]>

/** Cars beside those in scope whose documents are read, when the coach names them. */
const mostCars = 8

/**
 * A coach's sentences, checked as the model's are: against the facts of the answer and those of its race and
 * cars, as they are published now. Own words say what is not in the data; only markup and links are kept out.
 */
export const checkCorrection: CheckCorrection = async (reader, corrected, sentences) => {
  const checked = sentences.filter(({ isOwnWords }) => !isOwnWords)
  const text = checked.map((sentence) => sentence.text).join(' ')
  const known = once(async () => await knownOf(reader, corrected, text))
  return await Promise.all(
    sentences.map(async (sentence) =>
      sentence.isOwnWords ? ownWords(sentence.text) : told(sentence.text, await known()),
    ),
  )
}

function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined
  return async () => await (made ??= make())
}

function told(text: string, known: Known): CheckedCorrection {
  const result = checkAgainst(text, known)
  if (!result.passed) return refused(text, result.reason, false)
  const parts = result.parts.map((part) => ({ ...part }))
  return { parts, isOwnWords: false, refusal: null, detail: null }
}

/** Coaches write in any language: letters are letters, and marks that nobody sees are not let through. */
function ownWords(text: string): CheckedCorrection {
  const plain = text.normalize('NFKC').replaceAll(/\p{L}\p{M}*/gu, plainLetter)
  const refusal = hygiene(plain)
  if (refusal !== undefined) return refused(text, refusal, true)
  return { parts: [{ text }], isOwnWords: true, refusal: null, detail: null }
}

const plainLetter = (letter: string) => (/^[A-Za-z]$/.test(letter) ? letter : 'a')

function refused(text: string, { words, detail }: Refusal, isOwnWords: boolean): CheckedCorrection {
  return { parts: [{ text }], isOwnWords, refusal: words, detail: detail ?? null }
}

async function knownOf(
  reader: DocumentReader | undefined,
  { scope, facts }: Corrected,
  text: string,
): Promise<Known> {
  if (reader === undefined) throw new Error('Without a season nothing can be checked.')
  const all = async (collection: Collection) =>
    (await reader.list(collection, { limit: 500 })).documents.map(({ document }) => document)
  const races = (await all('races')).map((stored) => RaceDocument.parse(stored))
  const tracks = (await all('tracks')).map((stored) => TrackDocument.parse(stored))
  const raceIds = scope.raceIds ?? (scope.raceId === undefined ? [] : [scope.raceId])
  const about = races.filter(({ raceId }) => raceIds.includes(raceId))
  const shown = await Promise.all(
    facts.map(async ({ id }) => await findAnyFact((...place) => reader.get(...place), id)),
  )
  const ofRaces = await Promise.all(
    about.map(async (race) => await factsOfRace(reader, race, carsNamed(scope, text, race))),
  )
  const byId = new Map(
    [...shown.filter((fact) => fact !== undefined), ...ofRaces.flat()].map((fact) => [
      fact.id,
      fact,
    ]),
  )
  const given = [...byId.values()]
    .filter(({ value }) => value !== null)
    .map((fact, index) => ({ label: `F${index + 1}`, fact }))
  return knownFrom(given, checkScope(scope, seasonNames(tracks, races)))
}

function carsNamed({ car, cars = [] }: Scope, text: string, race: RaceDocument): CarNumber[] {
  const words = text.matchAll(/\b[0-9A-Za-z]{1,8}(?:-[0-9]+)?\b/g)
  const typed = new Set<string>(Array.from(words, ([word]) => word))
  const own = new Set<string>([...(car === undefined ? [] : [car]), ...cars])
  const inRace = race.cars.map((one) => one.car)
  const named = inRace.filter((one) => !own.has(one) && typed.has(one)).slice(0, mostCars)
  return [...inRace.filter((one) => own.has(one)), ...named]
}

async function factsOfRace(
  reader: DocumentReader,
  race: RaceDocument,
  cars: readonly CarNumber[],
): Promise<Fact[]> {
  const { raceId } = race
  const composites = await reader.list('best_case_composites', {
    prefix: `${raceId}_`,
    limit: 50,
  })
  const places: readonly (readonly [Collection, string])[] = [
    ['races', raceId],
    ...composites.documents.map(({ id }) => ['best_case_composites', id] as const),
    ...cars.map((car) => ['ml_pattern_recommendations', carInRaceId(raceId, car)] as const),
  ]
  const ofDocuments = await Promise.all(
    places.map(async ([collection, id]) => {
      const stored = await reader.get(collection, id)
      if (stored === undefined) return []
      const parsed = parseDocument(collection, stored)
      return Array.from(scalarFields(parsed.document), (field) => factOf(parsed, id, field, race))
    }),
  )
  return ofDocuments.flat().filter((fact) => fact !== undefined)
}
