/** One turn of a conversation with a model. There is no system turn: Gemma knows only user and model. */
export type Turn = { readonly role: 'user' | 'model'; readonly text: string }

export type ModelRequest = {
  /** Put before the first user turn by the transport, as the model's template wants it. */
  readonly instructions: string
  /** Begins and ends with a user turn; roles alternate. */
  readonly turns: readonly Turn[]
  readonly maxTokens: number
  readonly temperature: number
  /** JSON schema that the answer has to fit, for picks among known things. */
  readonly schema?: { readonly name: string; readonly schema: object }
  readonly signal: AbortSignal
}

/** Why a stream ended. */
export type ModelEnd = {
  readonly type: 'end'
  readonly reason: 'stop' | 'length' | 'aborted' | 'error'
  /** What failed, for the log; never the model's text. */
  readonly fault?: string
  readonly promptTokens?: number
  readonly outputTokens?: number
}

export type ModelEvent =
  /** Waiting for the model; place 1 is next. */
  | { readonly type: 'queued'; readonly place: number }
  | { readonly type: 'text'; readonly text: string }
  | ModelEnd

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
