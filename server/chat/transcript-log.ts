import {
  type Conversation,
  type ConversationStore,
  SeqTaken,
  type TranscriptEntry,
} from '#core/ports/conversation-store.ts'
import type { TranscriptFrame } from '#core/protocol/chat/transcript.ts'
import { batched } from './batched.ts'
import { createTurns } from './turns.ts'

type WithoutSeq<Frame> = Frame extends unknown ? Omit<Frame, 'seq'> : never
export type NewFrame = WithoutSeq<TranscriptFrame>
/** A frame of the transcript that has no place in it yet. */
export type NewEntry = Omit<TranscriptEntry, 'frame'> & { readonly frame: NewFrame }

/** How many of the newest frames are at hand without asking the store. */
const tailLength = 32
const page = 100

export type TranscriptLog = {
  readonly conversationId: string
  seq(): number
  /** Stored before anybody sees it, so that what was sent once is never sent as something else. */
  append(entry: NewEntry): Promise<TranscriptFrame>
  /** The next frames after `seq`, a page at most: at once where they are new, else from the store. */
  after(seq: number): readonly TranscriptFrame[] | Promise<readonly TranscriptFrame[]>
  /** Reads what other processes have added. */
  catchUp(): Promise<void>
}

export type LogOptions = {
  /** Of this process, among those that write answers. */
  readonly writerId: string
  /** There are new frames. */
  readonly grown: () => void
  /** Another process wrote them to the conversation. */
  readonly foreign: (frames: readonly TranscriptFrame[]) => void
}

/** The frames of a conversation, numbered. */
export function createTranscriptLog(
  store: ConversationStore,
  { id, seq: storedSeq }: Conversation,
  options: LogOptions,
): TranscriptLog {
  let seq = storedSeq
  let tail: TranscriptFrame[] = []
  const inTurn = createTurns()

  const add = (frames: readonly TranscriptFrame[]) => {
    tail = [...tail, ...frames].slice(-tailLength)
    seq = tail.at(-1)?.seq ?? seq
    options.grown()
  }
  const readNew = async (): Promise<void> => {
    const frames = await store.frames(id, { after: seq, limit: page })
    if (frames.length === 0) return
    options.foreign(frames)
    add(frames)
    if (frames.length === page) await readNew()
  }
  const write = async (entries: readonly NewEntry[]): Promise<readonly TranscriptFrame[]> => {
    const numbered = entries.map((entry, index) => numberedEntry(entry, seq + 1 + index))
    try {
      await store.append(id, numbered, options.writerId)
    } catch (error) {
      if (!(error instanceof SeqTaken)) throw error
      await readNew()
      return write(entries)
    }
    const frames = numbered.map(({ frame }) => frame)
    add(frames)
    return frames
  }

  return {
    conversationId: id,
    seq: () => seq,
    append: batched(inTurn, write),
    after: (from) => {
      const [oldest] = tail
      if (oldest === undefined || oldest.seq > from + 1) {
        return store.frames(id, { after: from, limit: page })
      }
      return tail.filter((frame) => frame.seq > from)
    },
    catchUp: () => inTurn(readNew),
  }
}

function numberedEntry({ frame, ...beside }: NewEntry, seq: number): TranscriptEntry {
  return { frame: { ...frame, seq }, ...beside }
}
