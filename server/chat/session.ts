import type { ClientFrame, ServerFrame, Suggestion } from '#core/protocol/chat/frames.ts'
import { ChatError } from './chat-error.ts'
import type { Conversations, OpenConversation } from './conversations.ts'
import type { LiveConversation } from './live-conversation.ts'
import type { Outbox } from './outbox.ts'
import { createTranscriptFeed, type TranscriptFeed } from './transcript-feed.ts'
import type { Viewer } from './viewers.ts'

/** What a client is greeted with. */
export type Greeting = {
  readonly generation: string
  readonly model: { readonly name: string } | null
  readonly suggestions: readonly Suggestion[]
}

export type SessionOptions = {
  readonly conversations: Conversations
  /** Undefined until a season is published. */
  readonly greeting: () => Promise<Greeting | undefined>
  readonly now: () => Date
  readonly outbox: Outbox
  /** Rejects with a `ChatError` where the client has asked enough. */
  readonly mayAsk: () => Promise<void>
  /** A part of the transcript could not be read. */
  readonly failed: (error: unknown) => void
}

type Hello = Extract<ClientFrame, { type: 'hello' }>
type Joined = OpenConversation & { readonly viewer: Viewer; readonly feed: TranscriptFeed }

/** What one socket says and is told, from its hello on. */
export function createSession(options: SessionOptions) {
  const { conversations, outbox } = options
  let joined: Joined | undefined
  let hasLeft = false

  const hello = async (frame: Hello) => {
    if (joined !== undefined) throw new ChatError('already-greeted', 'One hello is enough.')
    const greeting = await options.greeting()
    if (greeting === undefined) throw noSeason()
    const opened = await openConversation(conversations, frame)
    // The socket may have closed meanwhile.
    if (hasLeft) return conversations.letGo(opened.live)
    joined = join(opened, frame.lastSeq ?? 0, options, () => {
      joined = undefined
    })
    outbox.send(welcome(opened, greeting))
    joined.feed.wake()
    const queued = opened.live.queued()
    if (queued !== undefined) joined.viewer.show(queued)
  }

  return {
    handle: (frame: ClientFrame): Promise<void> | void => {
      if (frame.type === 'hello') return hello(frame)
      if (frame.type === 'ping') return outbox.send({ type: 'pong' })
      if (joined === undefined) throw new ChatError('hello-first', 'Say hello first.')
      return handleGreeted(frame, joined.live, options)
    },
    isAnswering: () => joined?.live.isBeingAnswered() ?? false,
    /** The client reads again. */
    wake: () => joined?.feed.wake(),
    leave: () => {
      hasLeft = true
      if (joined === undefined) return
      joined.feed.stop()
      joined.live.leave(joined.viewer)
      conversations.letGo(joined.live)
    },
  }
}

function handleGreeted(
  frame: Exclude<ClientFrame, { type: 'hello' | 'ping' }>,
  live: LiveConversation,
  { conversations, mayAsk, now }: SessionOptions,
): Promise<void> {
  switch (frame.type) {
    case 'ask':
      return live.ask(frame, mayAsk)
    case 'stop':
      return live.stop(frame.id)
    case 'feedback': {
      const { answerId, verdict, note } = frame
      const at = now().toISOString()
      const feedback = { verdict, at, ...(note !== undefined && { note }) }
      return conversations.giveFeedback(live, answerId, feedback)
    }
    case 'forget':
      return conversations.forget(live)
  }
}

/** A client that says it has more than there is gets what comes. */
function join(
  opened: OpenConversation,
  lastSeq: number,
  { outbox, failed }: SessionOptions,
  left: () => void,
): Joined {
  const { transcript } = opened.live
  const from = Math.min(lastSeq, transcript.seq())
  const feed = createTranscriptFeed(transcript, outbox, from, failed)
  const viewer: Viewer = {
    wake: () => feed.wake(),
    show: (frame) => {
      // For who is still reading older frames it would be out of its place.
      if (feed.isCaughtUp()) outbox.send(frame)
    },
    forgotten: () => {
      feed.stop()
      left()
      outbox.send({ type: 'forgotten' })
    },
  }
  opened.live.join(viewer)
  return { ...opened, viewer, feed }
}

function openConversation(
  conversations: Conversations,
  { conversationId, resumeKey }: Hello,
): Promise<OpenConversation> {
  if (conversationId === undefined && resumeKey === undefined) return conversations.begin()
  if (conversationId !== undefined && resumeKey !== undefined) {
    return conversations.resume(conversationId, resumeKey)
  }
  throw new ChatError('bad-frame', 'conversationId and resumeKey belong together.')
}

function welcome({ live, resumeKey }: OpenConversation, greeting: Greeting): ServerFrame {
  const { generation, model, suggestions } = greeting
  return {
    type: 'welcome',
    seq: live.transcript.seq(),
    conversationId: live.id,
    resumeKey,
    generation,
    model,
    suggestions: [...suggestions],
  }
}

const noSeason = () =>
  new ChatError('unavailable', 'No season is published yet. Say hello again soon.', 5000)
