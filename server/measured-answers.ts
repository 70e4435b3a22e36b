import type { AnswerEvent, AnswerQuestion } from '#core/chat/answer-question.ts'
import type { Measures, Writer } from './measures.ts'

/** The coach, with its answers counted: how they ended, who wrote them, and what was withheld. */
export function measuredAnswers(answer: AnswerQuestion, measures: Measures): AnswerQuestion {
  return async function* measured(question) {
    const authors = new Set<string>()
    for await (const event of answer(question)) {
      if (event.type === 'sentence') authors.add(event.sentence.author)
      if (event.type === 'withheld') measures.withheld(event.reason)
      if (event.type === 'done') measure(event, writerOf(authors), measures)
      yield event
    }
  }
}

function measure(
  { outcome, record }: Extract<AnswerEvent, { type: 'done' }>,
  writer: Writer,
  measures: Measures,
): void {
  const { tookMs, firstSentenceMs } = record
  measures.answer({ outcome, writer, tookMs, firstSentenceMs })
}

function writerOf(authors: ReadonlySet<string>): Writer {
  if (authors.size > 1) return 'model and composer'
  if (authors.has('model')) return 'model'
  return authors.has('composer') ? 'composer' : 'nobody'
}
