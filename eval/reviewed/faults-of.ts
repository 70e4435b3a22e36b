import type { CaseExpectation } from '#core/protocol/review/reviewed-case.ts'
import { type Answer, textOf } from '../answer.ts'

/** What is wrong with an answer, as the coach would have it; nothing for a right one. */
export function faultsOf(
  { outcome, cites, forbidden }: CaseExpectation,
  answer: Answer,
): readonly string[] {
  const cited = new Set(
    answer.sentences.flatMap(({ parts }) => parts.flatMap(({ factId }) => factId ?? [])),
  )
  const text = plain(answer.sentences.map(textOf).join(' '))
  return [
    ...(outcome.some((one) => one === answer.outcome)
      ? []
      : [`outcome ${answer.outcome}${answer.error === undefined ? '' : ` (${answer.error})`}`]),
    ...cites.filter((id) => !cited.has(id)).map((id) => `no citation of ${id}`),
    ...forbidden.filter((words) => text.includes(plain(words))).map((words) => `says "${words}"`),
  ]
}

function plain(text: string): string {
  return text.toLowerCase().replaceAll(/\s+/g, ' ').trim()
}
