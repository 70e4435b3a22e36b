import type { StoredAnswer } from '#core/ports/conversation-store.ts'
import type { TranscriptFrame } from '#core/protocol/chat/transcript.ts'
import type { CorrectedSentence } from '#core/protocol/review/judgment.ts'
import type {
  AnswerLine,
  DeliveredCorrection,
  ReadAnswer,
} from '#core/protocol/review/reading-answers.ts'

type Correction = Extract<TranscriptFrame, { type: 'correction' }>

/** A stored answer as coaches read it: what the driver saw, and what was kept besides. */
export function presentAnswer(answer: StoredAnswer): ReadAnswer {
  const { frames, record } = answer
  const done = frames.find((frame) => frame.type === 'done')
  return {
    answerId: answer.answerId,
    askedAt: answer.askedAt,
    question: answer.text,
    context: answer.context ?? null,
    changedScope: answer.scope ?? null,
    scope: frames.find((frame) => frame.type === 'accepted')?.scope ?? null,
    lines: frames.flatMap((frame) => lineOf(frame, answer)),
    outcome: answer.outcome ?? null,
    facts: done?.facts ?? [],
    generation: record?.generation ?? null,
    model: record?.model ?? null,
    promptHash: record?.promptHash ?? null,
    firstSentenceMs: record?.firstSentenceMs ?? null,
    tookMs: record?.tookMs ?? null,
    feedback: answer.feedback ?? null,
    correction: correctionIn(frames),
  }
}

function lineOf(frame: TranscriptFrame, { record }: StoredAnswer): AnswerLine[] {
  if (frame.type === 'sentence') {
    const { index, kind, author, parts } = frame
    return [{ type: 'sentence', index, kind, author, parts }]
  }
  if (frame.type !== 'withheld') return []
  const { index, reason } = frame
  const text = record?.withheld.find((one) => one.index === index)?.text ?? null
  return [{ type: 'withheld', index, reason, text }]
}

/** The last one counts, and none does when it was taken back. */
function correctionIn(frames: readonly TranscriptFrame[]): DeliveredCorrection | null {
  const last = frames.findLast((frame) => frame.type === 'correction')
  if (last === undefined || last.isWithdrawn === true) return null
  const { coach, at, wrong } = last
  return { coach, at, wrong, sentences: sentencesOf(last.parts) }
}

/** What is checked and what are the coach's own words, each as one piece. */
function sentencesOf(parts: Correction['parts']): CorrectedSentence[] {
  const pieces: CorrectedSentence[] = []
  for (const { isOwnWords = false, ...part } of parts) {
    const last = pieces.at(-1)
    if (last?.isOwnWords === isOwnWords) last.parts.push(part)
    else pieces.push({ parts: [part], isOwnWords })
  }
  return pieces
}
