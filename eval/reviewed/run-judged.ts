import { withResult } from '#core/protocol/review/judging.ts'
import type { CaseResult } from '#core/protocol/review/review-entry.ts'
import type { Answer } from '../answer.ts'
import { openConversation } from '../conversation.ts'
import { faultsOf } from './faults-of.ts'
import { type JudgedQuestion, readJudged, type ReviewedStores } from './read-cases.ts'

export type JudgedRun = {
  readonly cases: number
  readonly right: number
  /** Wrong at the run before, right now. */
  readonly fixed: number
  readonly failures: readonly { readonly question: string; readonly faults: readonly string[] }[]
}

export type RunOptions = {
  readonly origin: string
  /** Of the code that answers: what the page of cases shows. */
  readonly version: string
  readonly now: () => Date
}

/** Asks what coaches have judged once more, and keeps with each judgment how it went. */
export async function runJudged(stores: ReviewedStores, options: RunOptions): Promise<JudgedRun> {
  const judged = await readJudged(stores)
  const failures: { question: string; faults: readonly string[] }[] = []
  let fixed = 0
  for (const one of judged) {
    const { answer, model } = await askAgain(options.origin, one)
    const faults = [...faultsOf(one.expectation, answer)]
    const isRight = faults.length === 0
    const { version, now } = options
    const result: CaseResult = { at: now().toISOString(), version, model, isRight, faults }
    const kept = await stores.reviews.change(
      one.place,
      (entry) => entry && withResult(entry, result),
    )
    if (isRight && kept?.results.at(-2)?.isRight === false) fixed += 1
    if (!isRight) failures.push({ question: one.questions.at(-1)?.text ?? '', faults })
  }
  return { cases: judged.length, right: judged.length - failures.length, fixed, failures }
}

/** All questions of the conversation, in order: a question may follow on from those before. */
async function askAgain(
  origin: string,
  { questions }: JudgedQuestion,
): Promise<{ answer: Answer; model: string | null }> {
  const conversation = await openConversation(origin)
  try {
    let answer: Answer | undefined
    for (const { text, context, scope } of questions) {
      answer = await conversation.ask({
        text,
        ...(context && { context }),
        ...(scope && { scope }),
      })
    }
    if (answer === undefined) throw new Error('A judged answer has no question.')
    return { answer, model: conversation.model }
  } finally {
    conversation.close()
  }
}

export function judgedReport({ cases, right, fixed, failures }: JudgedRun): string {
  return [
    `judged by coaches: ${cases} questions asked again, ${right} right, ${fixed} of them wrong before`,
    ...failures.flatMap(({ question, faults }) => [
      question,
      ...faults.map((fault) => `  fault     ${fault}`),
    ]),
  ].join('\n')
}
