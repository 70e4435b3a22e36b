import { openSqliteDocumentStore } from '#core/adapters/sqlite-document-store.ts'
import type { Scope } from '#core/protocol/chat/scope.ts'
import type { DocumentReader } from '#core/ports/document-store.ts'
import { demoSeason } from '../../../testing/test-season.ts'
import type { Draft } from '../draft.ts'
import { createSeasonFacts, type SeasonFacts } from '../season-facts.ts'
import { raceAnswers } from './race-answers.ts'

type Asked = { readonly text: string; readonly figure?: string }

/** The demo season, ready to be asked. */
export type AskedSeason = {
  readonly reader: DocumentReader
  readonly season: SeasonFacts
  readonly ask: (intent: string, asked: Asked, scope: Partial<Scope>) => Promise<Draft>
  readonly close: () => Promise<void>
}

export async function openAskedSeason(): Promise<AskedSeason> {
  const store = openSqliteDocumentStore((await demoSeason()).store)
  const reader = await store.current()
  if (reader === undefined) throw new Error('no season is published')
  const season = createSeasonFacts(reader)
  const answers = new Map(raceAnswers)
  return {
    reader,
    season,
    close: async () => await store.close(),
    ask: async (intent, { text, figure }, scope) => {
      const write = answers.get(intent)
      if (write === undefined) throw new Error(`nobody answers ${intent}`)
      const whole = { ...scope, intents: [intent] }
      const part = { intent, text, scope: whole, ...(figure !== undefined && { figure }) }
      return await write({ part, season, history: [] })
    },
  }
}
