import type { PastQuestion } from '#core/chat/answer-question.ts'
import type { StoredAnswer } from '#core/ports/conversation-store.ts'

/** How far a question can follow on. */
export const historyLength = 10

/** Answers as later questions may follow on from them; one that was never understood is none. */
export function pastQuestions(
  answers: readonly Pick<StoredAnswer, 'text' | 'context' | 'frames'>[],
): PastQuestion[] {
  return answers.flatMap(({ text, context, frames }) => {
    const accepted = frames.find((frame) => frame.type === 'accepted')
    const done = frames.find((frame) => frame.type === 'done')
    if (accepted === undefined || done === undefined) return []
    const { outcome, facts, suggestions } = done
    return [
      { text, scope: accepted.scope, outcome, facts, suggestions, ...(context && { context }) },
    ]
  })
}
