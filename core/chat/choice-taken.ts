import type { Suggestion } from '#core/protocol/chat/frames.ts'
import type { PastQuestion, Question } from './answer-question.ts'
import { numberOf, ordinalPattern } from './understanding/entities/number-text.ts'
import { plainText } from './understanding/plain-text.ts'

const yes =
  /^(?:yes|yeah|yep|yup|sure|correct|right|exactly|ok|okay|please do|that one|do it)(?:[ ,]+(?:please|pls|that|that one|thanks))*[!. ]*$/
const nth = new RegExp(
  `^(?:(?:the|option|choice|number|no\\.?|#) ?)*(?<nth>${ordinalPattern}|[1-9]|one|two|three|four|last)(?: (?:one|option|choice))?(?:[ ,]+(?:please|pls|thanks))*[!. ]*$`,
)

/** A question back, answered in words: "the first", "yes", "race 2" ask what a click on the choice would have asked. */
export function withChoice(question: Question): Question {
  const last = question.history.at(-1)
  const choice = last?.outcome === 'asked-back' ? choiceOf(question.text, last) : undefined
  if (choice === undefined) return question
  return { ...question, text: choice.text, context: { ...question.context, ...choice.context } }
}

function choiceOf(said: string, { suggestions = [] }: PastQuestion): Suggestion | undefined {
  const text = plainText(said)
  const fitting = suggestions.filter(({ label }) => isNamed(label, text))
  if (fitting.length === 1) return fitting[0]
  if (fitting.length > 1) return undefined
  if (yes.test(text)) return suggestions[0]
  const which = nth.exec(text)?.groups?.['nth']
  if (which === undefined) return undefined
  return which === 'last' ? suggestions.at(-1) : suggestions[(numberOf(which) ?? 0) - 1]
}

/** All that was typed stands in the label: "race 2" in "Barber, race 2", "13" in "Car 13". */
function isNamed(label: string, text: string): boolean {
  const words = wordsOf(plainText(label))
  const typed = wordsOf(text).filter((word) => !idle.has(word))
  return typed.length > 0 && typed.every((word) => words.includes(word))
}

const idle = new Set('the a please pls one in at of i mean meant it is was thanks'.split(' '))

function wordsOf(text: string): string[] {
  return text.match(/[a-z0-9]+/g) ?? []
}
