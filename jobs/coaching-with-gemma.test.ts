import { expect, test } from 'vitest'
import { createLanguageModel } from '#core/adapters/language-model/create-language-model.ts'
import { readPromptFile } from '#core/adapters/prompt-file.ts'
import { openSqliteDocumentStore } from '#core/adapters/sqlite-document-store.ts'
import { CoachingDocument } from '#core/protocol/documents/coaching-document.ts'
import { gemmaConcurrency, hasGemma, startGemma } from '../testing/gemma-server.ts'
import { demoSeason } from '../testing/test-season.ts'
import { factsCitedBy } from './composed-beside.ts'
import { createPhraseCoaching } from './phrase-coaching.ts'

const told = ({ observations, actions }: CoachingDocument) => [...observations, ...actions]

const encoder = new TextEncoder()
const decoder = new TextDecoder()

/** A car of the demo season, as job 5 composed it. */
async function withOneCar() {
  const store = openSqliteDocumentStore((await demoSeason()).store)
  const current = await store.current()
  if (current === undefined) throw new Error('no season is published')
  const list = { prefix: 'barber-r1_13', limit: 1 }
  const found = await current.listText('coaching_insights', list)
  const documents = found.documents.map(({ id, text }) => ({ id, utf8: encoder.encode(text) }))
  const { generation } = current.generation
  return { store, documents, run: { generation, writeEncoded: async () => undefined } }
}

test.skipIf(!hasGemma())(
  'of what a real Gemma says only what the facts bear out is written',
  async () => {
    const gemma = await startGemma()
    const { store, documents, run } = await withOneCar()
    try {
      const { url, name, contextTokens } = gemma
      const choice = { kind: 'chat-completions', url, name, apiKey: undefined } as const
      const room = { contextTokens, concurrency: gemmaConcurrency }
      const model = createLanguageModel(choice, room)
      if (model === undefined) throw new Error('the choice names a model')
      const prompt = readPromptFile('prompts/coaching.prompt')
      const fill = async (values: Readonly<Record<string, string>>) => await prompt.fill(values)
      const writer = { model, promptHash: prompt.hash, prompt: fill }
      const phrase = createPhraseCoaching(writer, { store, atOnce: gemmaConcurrency })
      const batches = [{ collection: 'coaching_insights', documents } as const]
      const step = { type: 'job', job: 'coaching', writes: [], batches, notes: 0 } as const
      const phrased = await phrase(step, run, () => undefined)
      if (phrased.step.type === 'read') throw new Error('a job done stays a job done')
      const made = phrased.step.batches.flatMap((batch) => batch.documents)
      expect(made.map(({ id }) => id)).toEqual(documents.map(({ id }) => id))
      for (const [index, { utf8 }] of made.entries()) {
        const document = CoachingDocument.parse(JSON.parse(decoder.decode(utf8)))
        const before = decoder.decode(documents[index]?.utf8)
        const composed = CoachingDocument.parse(JSON.parse(before))
        expect(factsCitedBy(told(document))).toEqual(factsCitedBy(told(composed)))
        expect(document.writtenBy).toMatchObject({ model: name, promptHash: prompt.hash })
        const bare = told(document).flatMap(({ author, parts }) =>
          parts.filter(({ text: words, factId }) =>
            author === 'model' && factId === undefined ? /[\d<>*`]/.test(words) : false,
          ),
        )
        expect(bare).toEqual([])
      }
    } finally {
      await store.close()
      await gemma.stop()
    }
  },
  240_000,
)
