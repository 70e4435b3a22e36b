import { join } from 'node:path'
import { transportOf } from '#core/adapters/language-model/create-language-model.ts'
import { readPromptFile } from '#core/adapters/prompt-file.ts'
import { openSqliteDocumentStore } from '#core/adapters/sqlite-document-store.ts'
import { openClassifier } from '#core/adapters/open-classifier.ts'
import { allAnswers } from '#core/chat/answers/all-answers.ts'
import type { AnswerQuestion } from '#core/chat/answer-question.ts'
import { createCoach } from '#core/chat/coach.ts'
import { CarNumber, RaceId } from '#core/domain/ids.ts'
import type { LanguageModel, ModelRequest } from '#core/ports/language-model.ts'
import { hasGemma, startGemma } from '../testing/gemma-server.ts'
import { medianOf } from './measured-process.ts'

const questions = ['where do I lose time?', 'how consistent was I?', 'what was my best lap?']
const rounds = 3
const cars = ['13', '22'].map((car) => CarNumber.parse(car))

/** What one way of asking took: to the first whole sentence, and to the last word that was read. */
type Took = { readonly firstMs: number; readonly endMs: number }

/**
 * The chat with a real model against the same prompt sent to the model's server directly: time to the first
 * sentence that was checked, and to the end, in turn and at temperature 0, so that both read the same words.
 * Both find the prompt read already.
 */
export async function benchModel(store: string): Promise<string> {
  if (!hasGemma()) return 'with a model: not measured, scripts/gemma.sh brings one'
  const gemma = await startGemma()
  try {
    const model = transportOf(
      { kind: 'chat-completions', url: gemma.url, name: gemma.name, apiKey: undefined },
      gemma.contextTokens,
    )
    if (model === undefined) throw new Error('there is no transport')
    const pairs = await measurePairs(model, store)
    const ratio = (of: (took: Took) => number) =>
      medianOf(pairs.map(({ chat, direct }) => of(chat) / of(direct))).toFixed(2)
    return [
      `with ${gemma.name}, ${pairs.length} answers, as ratios to the model's server asked directly`,
      `first checked sentence ${ratio(({ firstMs }) => firstMs)}, end ${ratio(({ endMs }) => endMs)}`,
    ].join('\n')
  } finally {
    await gemma.stop()
  }
}

async function measurePairs(model: LanguageModel, store: string) {
  const recorder = recording(model)
  const answer = await coachWith(recorder.model, store)
  const pairs: { readonly chat: Took; readonly direct: Took }[] = []
  for (const text of questions) {
    for (const car of cars) {
      const ask = async () => await viaChat(answer, text, car, recorder)
      const again = async (firstCharacters: number) => {
        const { request, characters } = recorder.last()
        return await directly(model, request, { firstCharacters, characters })
      }
      // The server keeps the last prompt of each of its two slots: both have to know this one.
      await ask()
      await again((await ask()).firstCharacters)
      for (let round = 0; round < rounds; round++) {
        const { chat, firstCharacters } = await ask()
        pairs.push({ chat, direct: await again(firstCharacters) })
      }
    }
  }
  return pairs
}

async function viaChat(
  answer: AnswerQuestion,
  text: string,
  car: CarNumber,
  recorder: ReturnType<typeof recording>,
): Promise<{ readonly chat: Took; readonly firstCharacters: number }> {
  const startedAt = performance.now()
  let first: { readonly ms: number; readonly characters: number } | undefined
  const raceId = RaceId.parse('barber-r1')
  const { signal } = new AbortController()
  for await (const event of answer({ text, context: { raceId, car }, history: [], signal }))
    if (event.type === 'sentence' || event.type === 'withheld')
      first ??= { ms: performance.now() - startedAt, characters: recorder.last().characters }
  if (first === undefined) throw new Error(`no answer to: ${text}`)
  const endMs = recorder.last().endedAt - startedAt
  return { chat: { firstMs: first.ms, endMs }, firstCharacters: first.characters }
}

/** The same request, read as far as the chat had read: when it told its first sentence, and at its end. */
async function directly(
  model: LanguageModel,
  request: ModelRequest,
  {
    firstCharacters,
    characters,
  }: { readonly firstCharacters: number; readonly characters: number },
): Promise<Took> {
  // The chat's own signal may have been used up: it gives way to the composer in time.
  const { signal } = new AbortController()
  const startedAt = performance.now()
  let firstMs: number | undefined
  let read = 0
  for await (const event of model.stream({ ...request, signal })) {
    if (event.type !== 'text') continue
    read += event.text.length
    if (read >= firstCharacters) firstMs ??= performance.now() - startedAt
    if (read >= characters) break
  }
  const endMs = performance.now() - startedAt
  return { firstMs: firstMs ?? endMs, endMs }
}

/** The model at temperature 0, with what was asked of it last and how much of its answer was read. */
function recording(model: LanguageModel) {
  let request: ModelRequest | undefined
  let characters = 0
  let endedAt = 0
  return {
    last: () => {
      if (request === undefined) throw new Error('nothing was asked')
      return { request, characters, endedAt }
    },
    model: {
      ...model,
      stream: async function* stream(asked: ModelRequest) {
        request = { ...asked, temperature: 0 }
        characters = 0
        try {
          for await (const event of model.stream(request)) {
            if (event.type === 'text') characters += event.text.length
            yield event
          }
        } finally {
          endedAt = performance.now()
        }
      },
    } satisfies LanguageModel,
  }
}

async function coachWith(model: LanguageModel, store: string): Promise<AnswerQuestion> {
  const prompt = readPromptFile(join('prompts', 'answer.prompt'))
  return createCoach({
    store: openSqliteDocumentStore(store),
    classifier: await openClassifier('.'),
    answers: allAnswers,
    clock: () => performance.now(),
    writer: {
      model,
      promptHash: prompt.hash,
      prompt: async (values) => await prompt.fill(values),
    },
  })
}
