import * as z from 'zod'
import { Fact } from '#core/domain/fact.ts'
import { Part, SentenceKind } from '../documents/sentence.ts'
import { Scope, ScopeChange, ScreenContext } from './scope.ts'

export const longestQuestion = 2000

/** Ids that a client makes: short, and fit to be repeated. */
const ClientId = z.string().regex(/^[A-Za-z0-9_-]{1,64}$/)
const AnswerId = z.string().regex(/^[A-Za-z0-9_-]{1,64}$/)
const Seq = z.int().nonnegative()

/** What a client sends. */
export const ClientFrame = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('hello'),
    conversationId: ClientId.exactOptional(),
    resumeKey: z.string().max(128).exactOptional(),
    lastSeq: Seq.exactOptional(),
  }),
  z.strictObject({
    type: z.literal('ask'),
    id: ClientId,
    text: z.string().trim().min(1).max(longestQuestion),
    context: ScreenContext.exactOptional(),
    scope: ScopeChange.exactOptional(),
  }),
  z.strictObject({ type: z.literal('stop'), id: ClientId }),
  z.strictObject({
    type: z.literal('feedback'),
    answerId: AnswerId,
    verdict: z.enum(['helpful', 'wrong', 'unclear']),
    note: z.string().max(1000).exactOptional(),
  }),
  z.strictObject({ type: z.literal('forget') }),
  z.strictObject({ type: z.literal('ping') }),
])
export type ClientFrame = z.infer<typeof ClientFrame>

export const Outcome = z.enum(['answered', 'asked-back', 'not-in-data', 'off-topic', 'stopped'])
export type Outcome = z.infer<typeof Outcome>

/** A question to click. */
export const Suggestion = z.object({
  label: z.string(),
  text: z.string(),
  context: ScreenContext.exactOptional(),
})
export type Suggestion = z.infer<typeof Suggestion>

/** What the service sends. Frames that are part of the transcript carry the conversation's `seq`. */
export const ServerFrame = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('welcome'),
    seq: Seq,
    conversationId: z.string(),
    resumeKey: z.string(),
    generation: z.string(),
    model: z.object({ name: z.string() }).nullable(),
    suggestions: z.array(Suggestion),
  }),
  z.object({
    type: z.literal('accepted'),
    seq: Seq,
    id: ClientId,
    answerId: AnswerId,
    scope: Scope,
  }),
  z.object({
    type: z.literal('sentence'),
    seq: Seq,
    answerId: AnswerId,
    index: z.int().nonnegative(),
    kind: SentenceKind,
    author: z.enum(['model', 'composer']),
    parts: z.array(Part),
  }),
  z.object({
    type: z.literal('withheld'),
    seq: Seq,
    answerId: AnswerId,
    index: z.int().nonnegative(),
    reason: z.string(),
  }),
  z.object({
    type: z.literal('done'),
    seq: Seq,
    answerId: AnswerId,
    outcome: Outcome,
    facts: z.array(Fact),
    suggestions: z.array(Suggestion),
  }),
  z.object({
    type: z.literal('error'),
    id: ClientId.exactOptional(),
    code: z.string(),
    message: z.string(),
    retryAfterMs: z.int().nonnegative().exactOptional(),
  }),
  z.object({
    type: z.literal('correction'),
    seq: Seq,
    answerId: AnswerId,
    coach: z.string(),
    at: z.iso.datetime(),
    wrong: z.array(z.object({ index: z.int(), from: z.int(), to: z.int() })),
    /** `isOwnWords`: what the coach says beyond the data. */
    parts: z.array(Part.extend({ isOwnWords: z.literal(true).exactOptional() })),
    /** The coach has taken the correction before back. */
    isWithdrawn: z.literal(true).exactOptional(),
  }),
  z.object({ type: z.literal('queued'), answerId: AnswerId, place: z.int().positive() }),
  z.object({ type: z.literal('reconnect'), afterMs: z.int().nonnegative() }),
  z.object({ type: z.literal('forgotten') }),
  z.object({ type: z.literal('pong') }),
])
export type ServerFrame = z.infer<typeof ServerFrame>
