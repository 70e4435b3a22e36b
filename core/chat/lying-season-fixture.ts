import { createChatCompletions } from '#core/adapters/language-model/chat-completions.ts'
import {
  type Exchange,
  type ModelServer,
  startModelServer,
} from '#core/adapters/language-model/model-server-fixtures.ts'
import { readIntentSeeds } from '#core/adapters/intent-seeds.ts'
import { openClassifier } from '#core/adapters/open-classifier.ts'
import { readPromptFile } from '#core/adapters/prompt-file.ts'
import { openSqliteDocumentStore } from '#core/adapters/sqlite-document-store.ts'
import { ScreenContext } from '#core/protocol/chat/scope.ts'
import type { AnswerEvent } from './answer-question.ts'
import { allAnswers } from './answers/all-answers.ts'
import { createCoach } from './coach.ts'
import type { AnswerIntent, Draft } from './draft.ts'
import { type Dice, one } from './lying-sentences-fixture.ts'
import type { Intent } from './understanding/intents/intent.ts'

/** An answer that a model took part in, and the draft that it was given. */
export type Asked = {
  readonly events: readonly AnswerEvent[]
  readonly draft: Draft
}

export type LyingSeason = {
  /** One question about one car in one race; undefined where no model was asked. */
  ask(dice: Dice, answer: (exchange: Exchange) => void | Promise<void>): Promise<Asked | undefined>
  stop(): Promise<void>
}

const races = ['barber-r1', 'vir-r1', 'road-america-r2', 'sonoma-r1']
const cars = ['13', '22']
const names: Readonly<Record<string, string>> = {
  CAR: 'car 22',
  RIVAL: 'car 46',
  SECTION: 'Section 2',
  LAP: 'lap 8',
  TRACK: 'barber',
  RACE: 'race 1',
  CORNER: 'turn 5',
}
/** A busy machine is late too; what is silent is waited for this long in each of its answers. */
const hasty = { firstTokenMs: 300, idleMs: 300, totalMs: 2_000, tries: 1 } as const

/** The coach as the service composes it, over a published season, with a model server that `answer` speaks for. */
export async function openLyingSeason(file: string): Promise<LyingSeason> {
  const store = openSqliteDocumentStore(file)
  const { intents } = await readIntentSeeds('seeds')
  const answered = intents.filter(({ id }) => allAnswers.has(id))
  let answerNow: (exchange: Exchange) => void | Promise<void> = () => undefined
  const server = await startModelServer((exchange) => answerNow(exchange))
  const drafts = rememberedDrafts()
  const prompt = readPromptFile('prompts/answer.prompt')
  const coach = createCoach({
    store,
    classifier: await openClassifier('.'),
    answers: drafts.answers,
    clock: () => performance.now(),
    writer: {
      model: modelOf(server),
      promptHash: prompt.hash,
      prompt: async (values) => await prompt.fill(values),
    },
  })
  return {
    ask: async (dice, answer) => {
      answerNow = answer
      drafts.forget()
      const before = server.exchanges.length
      const events = await Array.fromAsync(coach(questionOf(answered, dice)))
      const draft = drafts.last()
      if (server.exchanges.length === before || draft === undefined) return undefined
      return { events, draft }
    },
    stop: async () => {
      await server.stop()
      await store.close()
    },
  }
}

function modelOf(server: ModelServer) {
  return createChatCompletions({
    name: 'liar',
    url: `${server.url}/chat/completions`,
    wireName: 'liar',
    credentials: async () => ({}),
    contextTokens: 32_768,
    limits: { ...hasty, firstWaitMs: 1, longestWaitMs: 1 },
  })
}

function questionOf(intents: readonly Intent[], dice: Dice) {
  const intent = one(dice, intents)
  const text = one(dice, intent.phrasings.slice(0, 3)).replaceAll(
    /\b[A-Z]{3,}\b/g,
    (word) => names[word] ?? word,
  )
  return {
    text,
    context: ScreenContext.parse({ raceId: one(dice, races), car: one(dice, cars) }),
    scope: { intents: [intent.id] },
    history: [],
    signal: new AbortController().signal,
  }
}

/** A draft of the same part is the same: it is computed once. */
function rememberedDrafts() {
  const known = new Map<string, Promise<Draft>>()
  let last: readonly Draft[] = []
  const remembering =
    (answer: AnswerIntent): AnswerIntent =>
    async (ask) => {
      const key = JSON.stringify(ask.part)
      const draft = known.get(key) ?? answer(ask)
      known.set(key, draft)
      last = [...last, await draft]
      return await draft
    }
  return {
    answers: new Map([...allAnswers].map(([id, answer]) => [id, remembering(answer)])),
    forget: () => (last = []),
    /** Of a message with several questions none: their drafts are told as one. */
    last: () => (last.length === 1 ? last[0] : undefined),
  }
}
