import { join } from 'node:path'
import { readIntentSeeds } from '#core/adapters/intent-seeds.ts'
import { openSqliteDocumentStore } from '#core/adapters/sqlite-document-store.ts'
import { allAnswers } from '#core/chat/answers/all-answers.ts'
import { checkScope } from '#core/chat/check-scope.ts'
import { createCoach } from '#core/chat/coach.ts'
import type { AnswerIntent, Draft } from '#core/chat/draft.ts'
import { createSeasonFacts } from '#core/chat/season-facts.ts'
import type { Classifier } from '#core/chat/understanding/intents/classifier.ts'
import type { Intent } from '#core/chat/understanding/intents/intent.ts'
import { seasonNames } from '#core/chat/understanding/entities/season-names.ts'
import type { GivenFact, Scope } from '#core/domain/grounding/given.ts'
import { ScreenContext } from '#core/protocol/chat/scope.ts'
import type { Sentence } from '#core/protocol/documents/sentence.ts'
import type { DocumentReader } from '#core/ports/document-store.ts'

/** An answer before a model phrases it: the facts that the check knows, and what the composer says of them. */
export type GivenDraft = {
  readonly intent: string
  readonly raceId: string
  readonly car: string
  readonly scope: Scope
  readonly given: readonly GivenFact[]
  readonly sentences: readonly Sentence[]
}

/** How many races and cars are asked about; the first phrasings of each intent are asked. */
export type Extent = { readonly races: number; readonly cars: number; readonly phrasings: number }

/** Every answer of a season to all intents, each once, as a model would be given it. */
export async function draftsOf(
  file: string,
  root: string,
  extent: Extent,
): Promise<readonly GivenDraft[]> {
  const store = openSqliteDocumentStore(file)
  try {
    const reader = await store.current()
    if (reader === undefined) throw new Error(`No season is published in ${file}`)
    const ask = await asking(reader, root)
    const drafts = new Map<string, GivenDraft>()
    for (const question of await questionsOf(reader, root, extent)) {
      const draft = await ask(question)
      if (draft !== undefined) drafts.set(wordsOf(draft), draft)
    }
    return [...drafts.values()]
  } finally {
    await store.close()
  }
}

type Question = {
  readonly intent: string
  readonly text: string
  readonly context: ScreenContext & { readonly raceId: string; readonly car: string }
}

/** Races and cars spread over the season, the second car of the order beside the first. */
async function questionsOf(
  reader: DocumentReader,
  root: string,
  extent: Extent,
): Promise<readonly Question[]> {
  const season = createSeasonFacts(reader)
  const races = spread(await season.races(), extent.races)
  const { intents } = await readIntentSeeds(join(root, 'seeds'))
  const questions: Question[] = []
  for (const { raceId } of races) {
    const { patterns } = await season.race(raceId)
    const cars = spread(
      patterns.filter(({ lap }) => lap.paceMs !== null).map(({ car }) => car),
      extent.cars,
    )
    for (const car of cars)
      for (const intent of intents.filter(({ id }) => allAnswers.has(id)))
        for (const phrasing of intent.phrasings.slice(0, extent.phrasings)) {
          const others = cars.filter((other) => other !== car)
          const context = { ...ScreenContext.parse({ raceId, car }), raceId, car }
          questions.push({ intent: intent.id, text: named(phrasing, others, raceId), context })
        }
  }
  return questions
}

/** At most so many of a list, evenly from all of it. */
export function spread<T>(list: readonly T[], most: number): readonly T[] {
  const step = Math.max(1, list.length / most)
  return Array.from({ length: Math.min(most, list.length) }, (_, at) =>
    list.slice(Math.floor(at * step)).slice(0, 1),
  ).flat()
}

/** A phrasing with names in place of what it has in capitals. */
function named(phrasing: string, [car = '', rival = car]: readonly string[], raceId: string) {
  const names: Readonly<Record<string, string>> = {
    CAR: `car ${car}`,
    RIVAL: `car ${rival}`,
    SECTION: 'Section 2',
    SUBSECTION: 'section 2b',
    LAP: 'lap 8',
    LAPS: 'laps 5 to 9',
    TRACK: raceId.replace(/-r\d+$/, ''),
    RACE: 'race 1',
    RACES: 'races 1 and 2',
    CORNER: 'turn 5',
    POSITION: 'P10',
  }
  return phrasing.replaceAll(/\b[A-Z]{3,}\b/g, (word) => names[word] ?? word)
}

/** The coach as the service composes it, without a model; undefined where it does not answer one question. */
async function asking(reader: DocumentReader, root: string) {
  const season = createSeasonFacts(reader)
  const names = seasonNames(await season.tracks(), await season.races())
  const { intents } = await readIntentSeeds(join(root, 'seeds'))
  const drafts = rememberedDrafts()
  const coach = createCoach({
    store: { current: async () => await Promise.resolve(reader) },
    classifier: knowingNothing(intents),
    answers: drafts.answers,
    clock: () => performance.now(),
  })
  return async ({ intent, text, context }: Question): Promise<GivenDraft | undefined> => {
    drafts.forget()
    const { raceId, car } = context
    const signal = new AbortController().signal
    const asked = { text, context, scope: { intents: [intent] }, history: [], signal }
    const [first] = await Array.fromAsync(coach(asked))
    const draft = drafts.only()
    if (first?.type !== 'accepted' || draft === undefined) return undefined
    if (draft.outcome !== 'answered' || draft.facts.length === 0) return undefined
    const given = draft.facts.map((fact, index) => ({ label: `F${index + 1}`, fact }))
    const scope = checkScope(first.scope, names)
    return { intent, raceId, car, scope, given, sentences: draft.sentences }
  }
}

/** What is asked is said by its intent. */
function knowingNothing(intents: readonly Intent[]): Classifier {
  return {
    intents: new Map(intents.map((intent) => [intent.id, intent])),
    classify: () => intents.map(({ id }) => ({ id, probability: 1 / intents.length })),
    words: new Map(),
  }
}

function rememberedDrafts() {
  let drafts: readonly Draft[] = []
  const remembering =
    (answer: AnswerIntent): AnswerIntent =>
    async (ask) => {
      const draft = await answer(ask)
      drafts = [...drafts, draft]
      return draft
    }
  return {
    answers: new Map([...allAnswers].map(([id, answer]) => [id, remembering(answer)])),
    forget: () => (drafts = []),
    only: () => (drafts.length === 1 ? drafts[0] : undefined),
  }
}

function wordsOf({ raceId, car, sentences }: GivenDraft): string {
  return [raceId, car, ...sentences.map(textOf)].join('|')
}

export const textOf = ({ parts }: Pick<Sentence, 'parts'>): string =>
  parts.map(({ text }) => text).join('')
