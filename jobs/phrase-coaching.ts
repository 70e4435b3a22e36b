import { CoachingDocument } from '#core/protocol/documents/coaching-document.ts'
import type { Collection } from '#core/protocol/documents/collections.ts'
import { findFact } from '#core/protocol/facts/find-fact.ts'
import type {
  DocumentReader,
  DocumentStore,
  EncodedDocument,
  Run,
} from '#core/ports/document-store.ts'
import { factsCitedBy } from './composed-beside.ts'
import type { WeekendStep } from './make-weekend.ts'
import { addCars, nobodyPhrased, type PhrasedCars } from './phrased-cars.ts'
import {
  type CoachingWriter,
  type ComposedCar,
  factsHashOf,
  isWrittenFrom,
  phrasedCar,
} from './phrased-car.ts'

/** Told after each car: how many of how many. */
type OnCar = (done: number, of: number) => void

/** The coaching of a weekend in the model's words, where it was composed before. */
export type PhraseCoaching = (
  step: WeekendStep,
  run: Pick<Run, 'generation' | 'writeEncoded'>,
  onCar: OnCar,
) => Promise<{ readonly step: WeekendStep; readonly cars: PhrasedCars }>

const collection = 'coaching_insights'
const decoder = new TextDecoder()
const encoder = new TextEncoder()

/**
 * Phrases cars, `atOnce` of them. Each is written as soon as it is done: a run that was interrupted goes on with
 * the next. Who has the same facts as in this run or in the published season keeps what was written then.
 */
export function createPhraseCoaching(
  writer: CoachingWriter,
  { store, atOnce }: { readonly store: DocumentStore; readonly atOnce: number },
): PhraseCoaching {
  return async (step, run, onCar) => {
    if (step.type !== 'job' || step.job !== 'coaching') return { step, cars: nobodyPhrased }
    const written = await store.open(run.generation)
    const known = [written, await store.current()].filter((reader) => reader !== undefined)
    const documents = step.batches.flatMap(({ documents }) => documents)
    const phrased = new Map<string, EncodedDocument>()
    let cars = nobodyPhrased
    const phraseOne = async ({ id, utf8 }: EncodedDocument) => {
      const document = CoachingDocument.parse(JSON.parse(decoder.decode(utf8)))
      const composed = { document, facts: await factsOf(document, written) }
      const kept = await keptOf(id, composed, writer, known)
      const made = kept ?? (await phrasedCar(composed, writer)) ?? document
      const own = { id, utf8: encoder.encode(JSON.stringify(made)) }
      phrased.set(id, own)
      if (made !== document) await run.writeEncoded(collection, [own])
      cars = addCars(cars, carAs(made, kept !== undefined))
      onCar(phrased.size, documents.length)
    }
    await eachOf(documents, atOnce, phraseOne)
    const batches = step.batches.map((batch) => ({
      ...batch,
      documents: batch.documents.map((composed) => phrased.get(composed.id) ?? composed),
    }))
    return { step: { ...step, batches }, cars }
  }
}

async function eachOf<T>(all: readonly T[], atOnce: number, work: (one: T) => Promise<void>) {
  const queue = all.values()
  const workOff = async () => {
    // oxlint-disable-next-line no-await-in-loop -- so many at a time, and no more
    for (const one of queue) await work(one)
  }
  await Promise.all(Array.from({ length: atOnce }, workOff))
}

/** What the composer cites, which is what the model may. */
async function factsOf({ observations, actions }: CoachingDocument, written: DocumentReader) {
  const get = async (from: Collection, id: string) => await written.get(from, id)
  const ids = [...factsCitedBy([...observations, ...actions])]
  const facts = await Promise.all(ids.map(async (id) => await findFact(get, id)))
  return facts.filter((fact) => fact !== undefined)
}

/** The words of before, in the document of now: the card beside them may be another. */
async function keptOf(
  id: string,
  composed: ComposedCar,
  writer: CoachingWriter,
  known: readonly DocumentReader[],
): Promise<CoachingDocument | undefined> {
  const factsHash = factsHashOf(composed)
  for (const reader of known) {
    // oxlint-disable-next-line no-await-in-loop -- the published season only where this run has none
    const stored = CoachingDocument.safeParse(await reader.get(collection, id)).data
    if (stored === undefined || !isWrittenFrom(stored, writer, factsHash)) continue
    const { observations, actions, writtenBy, withheld } = stored
    return { ...composed.document, observations, actions, writtenBy, withheld }
  }
  return undefined
}

function carAs(made: CoachingDocument, isKept: boolean): PhrasedCars {
  const isComposed = made.writtenBy.author === 'composer' && !isKept
  return {
    phrased: isKept || isComposed ? 0 : 1,
    kept: isKept ? 1 : 0,
    composed: isComposed ? 1 : 0,
    withheld: made.withheld.length,
  }
}
