/** One turn of a conversation with a model. There is no system turn: Gemma knows only user and model. */
export type Turn = { readonly role: 'user' | 'model'; readonly text: string }

export type ModelRequest = {
  /** Put before the first user turn by the transport, as the model's template wants it. Never trimmed. */
  readonly instructions: string
  /** Ends with a user turn. What does not fit the context is left out in whole pairs, oldest first. */
  readonly turns: readonly Turn[]
  readonly maxTokens: number
  readonly temperature: number
  /** JSON schema that the answer has to fit, for picks among known things. Parse it all the same. */
  readonly schema?: { readonly name: string; readonly schema: object }
  readonly signal: AbortSignal
}

export type ModelFaultKind =
  /** Nobody listens there, or the line broke before an answer. */
  | 'unreachable'
  /** It asks to come back later, or too many wait already. */
  | 'busy'
  /** A fault of the server, or of one on the way to it. */
  | 'server'
  /** It does not take the request. */
  | 'refused'
  | 'unauthorized'
  | 'not-found'
  /** Longer than its context, even without the earlier turns. */
  | 'too-long'
  /** No first word in time. */
  | 'late'
  /** Silence after the first word. */
  | 'stalled'
  /** Not done in time. */
  | 'overtime'
  /** The stream ended before the answer did. */
  | 'cut'
  /** Not what a model server says. */
  | 'garbled'
  /** It failed several times in a row and is left alone for a while. */
  | 'resting'

/** What failed, for the log: never a text of the prompt or of the model. */
type ModelFault = { readonly kind: ModelFaultKind; readonly detail: string }

/** Why a stream ended; 'length': the answer is longer than `maxTokens` allowed. */
export type ModelEnd =
  | {
      readonly type: 'end'
      readonly reason: 'stop' | 'length' | 'aborted'
      readonly promptTokens?: number
      readonly outputTokens?: number
    }
  | { readonly type: 'end'; readonly reason: 'error'; readonly fault: ModelFault }

export type ModelEvent =
  /** Waiting for the model; place 1 is next. */
  | { readonly type: 'queued'; readonly place: number }
  | { readonly type: 'text'; readonly text: string }
  | ModelEnd

/** Why a caller aborts who would have waited longer than a driver does: that tells against the model. */
export class OutOfPatience extends Error {
  override name = 'OutOfPatience'
}

/**
 * A model that phrases. Once `stream` was called, faults are in the stream and never thrown; the last
 * event is always `end`. A consumer that stops early, or the signal, closes the model's socket.
 */
export interface LanguageModel {
  /** What the answer says wrote it: 'gemma-3-4b-it'. */
  readonly name: string
  /** Tokens of prompt and answer together. */
  readonly contextTokens: number
  stream(request: ModelRequest): AsyncIterable<ModelEvent>
}
