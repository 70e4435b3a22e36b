import * as z from 'zod'
import { Fact } from '#core/domain/fact.ts'
import { ServerFrame } from './frames.ts'

/** The frames that carry a `seq` of their own: what a conversation is, as its driver saw it. */
const transcriptFrames = ['accepted', 'sentence', 'withheld', 'done', 'correction'] as const

type TranscriptFrameName = (typeof transcriptFrames)[number]
export type TranscriptFrame = Extract<ServerFrame, { type: TranscriptFrameName }>

function isOfTranscript(frame: ServerFrame): frame is TranscriptFrame {
  return transcriptFrames.some((name) => name === frame.type)
}

/** A frame as it was stored. */
export function parseTranscriptFrame(json: unknown): TranscriptFrame {
  const frame = ServerFrame.parse(json)
  if (!isOfTranscript(frame)) throw new Error(`A ${frame.type} frame is no part of a transcript.`)
  return frame
}

const Shown = z.object({ shown: z.array(Fact).default([]) })

/** A frame as it is stored: with the facts that it shows, until `done` has those of the whole answer. */
export function storedFrame(frame: TranscriptFrame, shown: readonly Fact[] = []): string {
  return JSON.stringify(shown.length === 0 ? frame : { ...frame, shown })
}

/** The facts that stored frames show, each once; nothing where they show none. */
export function shownIn(frames: readonly unknown[]): { readonly shown?: readonly Fact[] } {
  const facts = frames.flatMap((json) => Shown.parse(json).shown)
  const shown = [...new Map(facts.map((fact) => [fact.id, fact])).values()]
  return shown.length === 0 ? {} : { shown }
}

/** What a driver thought of an answer. */
export const Feedback = z.object({
  verdict: z.enum(['helpful', 'wrong', 'unclear']),
  note: z.string().exactOptional(),
  at: z.iso.datetime(),
})
export type Feedback = z.infer<typeof Feedback>

/** What is kept of an answer for the coaches, besides what the driver saw. */
export const AnswerRecord = z.object({
  generation: z.string(),
  model: z.string().nullable(),
  promptHash: z.string().nullable(),
  firstSentenceMs: z.number().nullable(),
  tookMs: z.number(),
  /** The model did not get to its end: the composer said the rest. */
  hasModelFailed: z.boolean().exactOptional(),
  withheld: z
    .array(z.object({ index: z.int(), reason: z.string(), text: z.string() }).readonly())
    .readonly(),
})
export type AnswerRecord = z.infer<typeof AnswerRecord>
