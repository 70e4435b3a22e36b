import type { ServerFrame } from '#core/protocol/chat/frames.ts'
import type { TranscriptFrame } from '#core/protocol/chat/transcript.ts'
import type { Answer, Asked, Entry, Turn } from './turn.ts'

type Queued = Extract<ServerFrame, { type: 'queued' }>

/** The turns with a frame of an answer in its place; a frame may come before those that stand before it. */
export function placeFrame(
  turns: readonly Turn[],
  frame: TranscriptFrame | Queued,
  asked?: Asked,
): readonly Turn[] {
  const own = turns.find(({ answer }) => answer?.answerId === frame.answerId)
  if (frame.type === 'queued')
    return own === undefined ? turns : replaced(turns, own, queued(own, frame))
  const question = frame.type === 'accepted' ? turns.find(({ id }) => id === frame.id) : undefined
  const before = own?.answer ?? {
    answerId: frame.answerId,
    seq: frame.seq,
    entries: [],
    corrections: [],
  }
  const answer = withFrame({ ...before, seq: Math.min(before.seq, frame.seq) }, frame)
  if (frame.type !== 'accepted') {
    const turn = { ...(own ?? { id: frame.answerId }), answer }
    return own === undefined ? placed(turns, turn, -1) : replaced(turns, own, turn)
  }
  const words = question?.asked ?? asked
  const turn = { id: frame.id, answer, ...(words !== undefined && { asked: words }) }
  const rest = turns.filter((one) => one !== own)
  const place = question === undefined ? -1 : rest.indexOf(question)
  return placed(
    rest.filter((one) => one !== question),
    turn,
    place,
  )
}

function queued(turn: Turn, { place }: Queued): Turn {
  const { answer } = turn
  return answer === undefined || answer.entries.length > 0 || answer.end !== undefined
    ? turn
    : { ...turn, answer: { ...answer, place } }
}

function withFrame(before: Answer, frame: TranscriptFrame): Answer {
  const { place: _, ...answer } = before
  switch (frame.type) {
    case 'accepted':
      return { ...answer, scope: frame.scope }
    case 'sentence':
    case 'withheld':
      return { ...answer, entries: byIndex([...answer.entries, frame]) }
    case 'done': {
      const { outcome, facts, suggestions } = frame
      return { ...answer, end: { outcome, facts, suggestions } }
    }
    case 'correction': {
      const corrections = [...answer.corrections, frame].toSorted((a, b) => a.seq - b.seq)
      return { ...answer, corrections }
    }
  }
}

function byIndex(entries: readonly Entry[]): readonly Entry[] {
  return entries.toSorted((a, b) => a.index - b.index)
}

function replaced(turns: readonly Turn[], old: Turn, turn: Turn): readonly Turn[] {
  return turns.map((one) => (one === old ? turn : one))
}

/** In the place where it was asked, if that is its place in the transcript too; what waits stands last. */
function placed(
  turns: readonly Turn[],
  turn: Turn & { readonly answer: Answer },
  asked: number,
): readonly Turn[] {
  const { seq } = turn.answer
  const isLater = ({ answer }: Turn) => answer !== undefined && answer.seq > seq
  const isEarlier = ({ answer }: Turn) => answer !== undefined && answer.seq < seq
  const fits =
    asked >= 0 && !turns.slice(0, asked).some(isLater) && !turns.slice(asked).some(isEarlier)
  const place = fits ? asked : turns.findLastIndex(isEarlier) + 1
  return turns.toSpliced(place, 0, turn)
}
