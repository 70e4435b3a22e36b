import { openSqliteDocumentStore } from '#core/adapters/sqlite-document-store.ts'
import { textOf } from '#core/composer/say.ts'
import type { DocumentReader } from '#core/ports/document-store.ts'
import type { Scope } from '#core/protocol/chat/scope.ts'
import { PatternDocument } from '#core/protocol/documents/pattern-document.ts'
import { demoSeason } from '../../../testing/test-season.ts'
import type { Ask, Draft } from '../draft.ts'
import { createSeasonFacts, type SeasonFacts } from '../season-facts.ts'
import { carAnswers } from './car-answers.ts'

export type Asking = Partial<Pick<Ask['part'], 'text' | 'figure' | 'reference' | 'wanted'>> & {
  readonly scope?: Partial<Scope>
}

/** The demo season, and answers over it. */
export type DemoAnswers = {
  readonly season: SeasonFacts
  readonly reader: DocumentReader
  readonly cars: readonly PatternDocument[]
  answer(intent: string, car: PatternDocument, asking?: Asking): Promise<Draft>
  /** Of each race a quick car, one in the middle, and the one with the fewest laps. */
  sample(): readonly PatternDocument[]
  close(): Promise<void>
}

const answers = new Map(carAnswers)

export async function demoAnswers(): Promise<DemoAnswers> {
  const store = openSqliteDocumentStore((await demoSeason()).store)
  const reader = await store.current()
  if (reader === undefined) throw new Error('the demo season is not published')
  const season = createSeasonFacts(reader)
  const { documents } = await reader.list('ml_pattern_recommendations', { limit: 500 })
  const cars = documents.map(({ document }) => PatternDocument.parse(document))
  return {
    season,
    reader,
    cars,
    answer: async (intent, { raceId, trackId, car }, asking = {}) => {
      const write = answers.get(intent)
      if (write === undefined) throw new Error(`${intent} has no answer`)
      const { scope, text = 'and me?', ...rest } = asking
      const named: Scope = { intents: [intent], raceId, trackId, car, ...scope }
      return await write({ part: { intent, text, scope: named, ...rest }, season, history: [] })
    },
    sample: () => ofEachRace(cars),
    close: async () => {
      await store.close()
    },
  }
}

function ofEachRace(cars: readonly PatternDocument[]): readonly PatternDocument[] {
  return [...Map.groupBy(cars, ({ raceId }) => raceId).values()].flatMap((field) => {
    const byPlace = field.toSorted((a, b) => a.positionOnRoad - b.positionOnRoad)
    const [fewest] = field.toSorted((a, b) => a.lapsDone - b.lapsDone)
    const some = [byPlace[0], byPlace[Math.floor(byPlace.length / 2)], fewest]
    return some.filter((one) => one !== undefined)
  })
}

export const textsOf = (draft: Draft) => draft.sentences.map(textOf)
export const firstOf = (draft: Draft) => textsOf(draft)[0] ?? ''
export const valueOf = (draft: Draft, id: string | undefined) =>
  draft.facts.find((fact) => fact.id === id)?.value

/** What is said and not cited, or cited and not as its fact reads. */
export function faultsIn(draft: Draft): readonly string[] {
  const facts = new Map(draft.facts.map((fact) => [fact.id, fact]))
  const isShort = draft.sentences.length > 0 && draft.sentences.length <= 7
  const parts = draft.sentences.flatMap((sentence) => sentence.parts)
  return [
    ...(isShort ? [] : [`${draft.sentences.length} sentences`]),
    ...parts.flatMap(({ text, factId }) => {
      if (factId === undefined) return /[0-9]|undefined|NaN|not known/.test(text) ? [text] : []
      const fact = facts.get(factId)
      const isAsRead = fact?.value !== null && (text === fact?.text || text === fact?.short)
      return isAsRead ? [] : [`${text}: ${factId}`]
    }),
    ...draft.asked.filter((id) => !facts.has(id)),
  ]
}
