import type { ServerFrame, Suggestion } from '#core/protocol/chat/frames.ts'
import { placeFrame } from './place-frame.ts'
import type { Asked, Refusal, Turn } from './turn.ts'
import { hasEnded } from './turn.ts'

export type FeedbackVerdict = 'helpful' | 'wrong' | 'unclear'

/** A conversation as its driver sees it. */
export type ConversationState = {
  /** Undefined until the service has greeted. */
  readonly welcome: Welcome | undefined
  /** Oldest first; what the service has not taken yet stands last. */
  readonly turns: readonly Turn[]
  /** The places in the transcript that have arrived: each is taken once, whatever the order. */
  readonly seen: ReadonlySet<number>
  readonly lastSeq: number
  readonly verdicts: ReadonlyMap<string, FeedbackVerdict>
  /** Said of the whole conversation, not of one question. */
  readonly notice: Notice | undefined
}

export type Welcome = {
  /** The last place of the transcript when it was said: what is older comes first. */
  readonly seq: number
  readonly conversationId: string
  readonly resumeKey: string
  readonly generation: string
  readonly model: { readonly name: string } | null
  readonly suggestions: readonly Suggestion[]
}

export type Notice = Refusal | { readonly code: 'forgotten' | 'begun-anew' }

export type Happening =
  /** `asked` is what this browser keeps of the question that an `accepted` frame is about. */
  | {
      readonly type: 'frame'
      readonly frame: ServerFrame
      readonly nowMs: number
      readonly asked?: Asked
    }
  | { readonly type: 'asked'; readonly asked: Asked }
  /** A question that never reached the service, taken back. */
  | { readonly type: 'withdrawn'; readonly id: string }
  | { readonly type: 'judged'; readonly answerId: string; readonly verdict: FeedbackVerdict }
  /** Another conversation begins; what waits to be asked goes along. */
  | { readonly type: 'begun-anew'; readonly notice?: Notice }
  | { readonly type: 'notice-read' }

export const emptyConversation: ConversationState = {
  welcome: undefined,
  turns: [],
  seen: new Set(),
  lastSeq: 0,
  verdicts: new Map(),
  notice: undefined,
}

/** What the conversation is after something happened: frames of the service, or what the driver did. */
export function nextState(state: ConversationState, happening: Happening): ConversationState {
  switch (happening.type) {
    case 'frame':
      return afterFrame(state, happening)
    case 'asked':
      return { ...state, notice: undefined, turns: withQuestion(state.turns, happening.asked) }
    case 'withdrawn':
      return { ...state, turns: state.turns.filter(({ id }) => id !== happening.id) }
    case 'judged': {
      const { answerId, verdict } = happening
      return { ...state, verdicts: new Map([...state.verdicts, [answerId, verdict]]) }
    }
    case 'begun-anew':
      return {
        ...emptyConversation,
        welcome: state.welcome,
        turns: state.turns.filter(isWaiting),
        notice: happening.notice ?? state.notice,
      }
    case 'notice-read':
      return { ...state, notice: undefined }
  }
}

function afterFrame(
  state: ConversationState,
  { frame, nowMs, asked }: Extract<Happening, { type: 'frame' }>,
): ConversationState {
  switch (frame.type) {
    case 'welcome':
      return greeted(state, frame)
    case 'error':
      return refused(state, frame, nowMs)
    case 'queued':
      return { ...state, turns: placeFrame(state.turns, frame) }
    case 'accepted':
    case 'sentence':
    case 'withheld':
    case 'done':
    case 'correction':
      if (state.seen.has(frame.seq)) return state
      return {
        ...state,
        seen: new Set([...state.seen, frame.seq]),
        lastSeq: Math.max(state.lastSeq, frame.seq),
        turns: placeFrame(state.turns, frame, asked),
      }
    case 'forgotten':
      return nextState(state, { type: 'begun-anew', notice: { code: 'forgotten' } })
    case 'reconnect':
    case 'pong':
      return state
  }
}

function greeted(
  state: ConversationState,
  frame: Extract<ServerFrame, { type: 'welcome' }>,
): ConversationState {
  const { seq, conversationId, resumeKey, generation, model, suggestions } = frame
  const isOther =
    state.welcome !== undefined &&
    state.lastSeq > 0 &&
    state.welcome.conversationId !== conversationId
  const kept = isOther ? nextState(state, { type: 'begun-anew' }) : state
  const welcome = { seq, conversationId, resumeKey, generation, model, suggestions }
  const isOver = kept.notice?.code === 'unavailable'
  return { ...kept, welcome, notice: isOver ? undefined : kept.notice }
}

type ErrorFrame = Extract<ServerFrame, { type: 'error' }>

function refused(state: ConversationState, frame: ErrorFrame, nowMs: number): ConversationState {
  const { id, code, message, retryAfterMs } = frame
  const refusal: Refusal = {
    code,
    message,
    ...(retryAfterMs !== undefined && { retryAtMs: nowMs + retryAfterMs }),
  }
  const turn = id === undefined ? undefined : state.turns.find((one) => one.id === id)
  if (turn === undefined) return { ...state, notice: refusal }
  // The service takes it when it is back: the question waits, as one asked without a connection does.
  if (code === 'restarting') return state
  // A stop that came too late has nothing to stop.
  if (hasEnded(turn)) return state
  const turns = state.turns.map((one) => (one === turn ? { ...one, refusal } : one))
  return { ...state, turns }
}

/** A question asked once more under its id stands where it stood, its refusal forgotten. */
function withQuestion(turns: readonly Turn[], asked: Asked): readonly Turn[] {
  const known = turns.find(({ id }) => id === asked.id)
  if (known?.answer !== undefined) return turns
  return [...turns.filter((turn) => turn !== known), { id: asked.id, asked }]
}

/** Asked, and not yet taken or refused by the service. */
export function isWaiting({ answer, refusal, asked }: Turn): boolean {
  return answer === undefined && refusal === undefined && asked !== undefined
}

/** The question that is being answered, or waits for it: there is one at a time. */
export function underWay({ turns }: ConversationState): Turn | undefined {
  return turns.findLast((turn) => turn.refusal === undefined && !hasEnded(turn))
}
