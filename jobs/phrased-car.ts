import { createHash } from 'node:crypto'
import type { Fact } from '#core/domain/fact.ts'
import { checkAgainst } from '#core/domain/grounding/check-sentence.ts'
import { type Known, knownFrom } from '#core/domain/grounding/known.ts'
import type { LanguageModel, ModelRequest } from '#core/ports/language-model.ts'
import { carInRaceId } from '#core/protocol/documents/collections.ts'
import type { CoachingDocument } from '#core/protocol/documents/coaching-document.ts'
import type { Sentence } from '#core/protocol/documents/sentence.ts'
import { factsCitedBy, sentencesBeside } from './composed-beside.ts'
import { answerSchema, readPhrased, type Phrased } from './phrased-answer.ts'

/** What phrases a car's coaching, and how it is asked. */
export type CoachingWriter = {
  readonly model: LanguageModel
  readonly promptHash: string
  readonly prompt: (
    values: Readonly<Record<'about' | 'facts' | 'observations' | 'actions', string>>,
  ) => Promise<{ readonly instructions: string; readonly user: string }>
}

/** A car's coaching as the composer wrote it, with the facts that it cites. */
export type ComposedCar = { readonly document: CoachingDocument; readonly facts: readonly Fact[] }

const mostTokens = 500

/** What the model is given, in short: values and words of all that it may cite. */
export function factsHashOf({ document, facts }: ComposedCar): string {
  const given = facts.map(({ id, label, value, text, short }) => [id, label, value, text, short])
  const { observations, actions } = document
  return createHash('sha256')
    .update(JSON.stringify([given, observations, actions]))
    .digest('hex')
    .slice(0, 16)
}

/** Whether a document was written by this model, with this prompt, from these facts. */
export function isWrittenFrom(
  { writtenBy }: CoachingDocument,
  { model, promptHash }: CoachingWriter,
  factsHash: string,
): boolean {
  return (
    writtenBy.model === model.name &&
    writtenBy.promptHash === promptHash &&
    writtenBy.factsHash === factsHash
  )
}

/**
 * A car's observations and actions in the model's words where they pass the check; what it did not say, or
 * not rightly, stays the composer's. Undefined where the model failed.
 */
export async function phrasedCar(
  composed: ComposedCar,
  writer: CoachingWriter,
): Promise<CoachingDocument | undefined> {
  const { document, facts } = composed
  const answer = await answerOf(writer.model, await requestOf(composed, writer))
  if (answer === undefined) return undefined
  const known = knownFrom(labelled(facts), scopeOf(document))
  const all = [...document.observations, ...document.actions]
  const told = { observation: new Map<string, Sentence>(), action: new Map<string, Sentence>() }
  const withheld: { reason: string }[] = []
  for (const phrased of answer) {
    const checked = check(phrased, known, all)
    if ('reason' in checked) withheld.push(checked)
    else told[phrased.kind].set(phrased.text, checked)
  }
  const byModel = told.observation.size + told.action.size > 0
  return {
    ...document,
    observations: sentencesBeside([...told.observation.values()], document.observations),
    actions: sentencesBeside([...told.action.values()], document.actions),
    writtenBy: {
      author: byModel ? 'model' : 'composer',
      model: writer.model.name,
      promptHash: writer.promptHash,
      factsHash: factsHashOf(composed),
    },
    withheld,
  }
}

function check(
  { kind, text }: Phrased,
  known: Known,
  composed: readonly Sentence[],
): Sentence | { readonly reason: string } {
  const checked = checkAgainst(text, known, composed)
  if (!checked.passed) return { reason: checked.reason.words }
  if (checked.kind !== (kind === 'action' ? 'action' : 'fact'))
    return { reason: `It was asked for an ${kind} and wrote something else.` }
  const parts = [...checked.parts]
  if (factsCitedBy([{ kind: checked.kind, author: 'model', parts }]).size === 0)
    return { reason: 'It said nothing that the timing shows.' }
  return { kind: checked.kind, author: 'model', parts }
}

function labelled(facts: readonly Fact[]) {
  return facts.map((fact, index) => ({ label: `F${index + 1}`, fact }))
}

function scopeOf({ raceId, trackId, car }: CoachingDocument) {
  return { trackId, raceIds: [raceId], cars: [car], me: car, laps: [], sections: [] }
}

async function requestOf({ document, facts }: ComposedCar, writer: CoachingWriter) {
  const given = labelled(facts)
  const labelOf = new Map(given.map(({ label, fact }) => [fact.id, label]))
  const written = (sentences: readonly Sentence[]) =>
    sentences
      .map(({ parts }) =>
        parts
          .map(({ text, factId }) =>
            factId === undefined ? text : `[${labelOf.get(factId) ?? text}]`,
          )
          .join(''),
      )
      .join('\n')
  const { instructions, user } = await writer.prompt({
    about: `${carInRaceId(document.raceId, document.car)}: car ${document.car}`,
    facts: given.map(({ label, fact }) => `[${label}] ${fact.label}: ${fact.text}`).join('\n'),
    observations: written(document.observations),
    actions: written(document.actions),
  })
  return {
    instructions,
    turns: [{ role: 'user', text: user }],
    maxTokens: mostTokens,
    // The same facts are to be told in the same words.
    temperature: 0,
    schema: answerSchema,
    signal: new AbortController().signal,
  } satisfies ModelRequest
}

async function answerOf(
  model: LanguageModel,
  request: ModelRequest,
): Promise<readonly Phrased[] | undefined> {
  let text = ''
  for await (const event of model.stream(request)) {
    if (event.type === 'text') text += event.text
    if (event.type === 'end' && event.reason !== 'stop' && event.reason !== 'length')
      return undefined
  }
  return readPhrased(text)
}
